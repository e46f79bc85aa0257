"""The author's line of a post: a name alone, "Tin, ảnh: …", "… – site", "…Tổng hợp"."""

from __future__ import annotations

import re

from vnreport.language.common import common_words
from vnreport.language.letters import LOWER, UPPER, fold
from vnreport.reading.lines import NAME, Line

_INITIALS = rf"[{UPPER}]\.\s?[{UPPER}][{LOWER}]{{1,6}}|(?:[{UPPER}]\.){{1,3}}[{UPPER}]?\.?"
_CAPITALS = rf"[{UPPER}]{{2,8}}(?: [{UPPER}]{{2,8}}){{1,3}}"
_BODY = (
    r"(?:ban (?:biên|tuyên|quản|chỉ)|báo|bộ|chi cục|cổng|cục|công (?:an|ty|báo)|đài (?:phát|truyền|tiếng|pt|th)|đảng|huyện|quận|tỉnh"
    r"|hội (?:đồng|nông|cựu|liên)|nguồn|nhà nước|nơi|phòng|quốc hội|sở|tạp chí|theo|thông (?:tấn|tin|báo)|thành (?:ủy|phố)|tổng"
    r"|trung tâm|trường (?:đại|cao|th|tiểu|mầm)|ủy ban|văn phòng|xem|việt nam|hà nội|đà nẵng|tin|ảnh|bài|ubnd|hđnd|bbt|ttxvn|vov|vtv"
    r"|dân (?:việt|trí)|lao động|thanh niên$|tuổi trẻ|tiền phong|nhân dân|pháp luật|sài gòn|người (?:lao|đưa|dân))\b"
)
"""How a body, a paper or a label begins that looks like a name."""

_EDE = rf"H['’][{UPPER}]?[{LOWER}]{{1,8}}"
_ONE = rf"(?:{NAME}|{_CAPITALS}|{_EDE}|{_INITIALS})"
_NAMES = re.compile(rf"(?!(?i:{_BODY})){_ONE}(?:(?:\s?[-–,&]\s?|\svà\s)(?!(?i:{_BODY})){_ONE}){{0,3}}")
_WORK = r"(?:tin bài|bài viết|tin|bài|ảnh|hình ảnh|clip|video|tác giả|người viết|thực hiện|phóng viên|pv)"
_LABEL = re.compile(rf"{_WORK}(?:\s?(?:,|và|&|-|–|/)\s?{_WORK}){{0,3}}\s?:\s*", re.I)
_PHOTO = re.compile(r"^(?:ảnh|hình ảnh|clip|video)(?: minh họa)?\s?:", re.I)
_TAIL = re.compile(
    r"\s*(?:\(?\s?(?:tổng hợp|t/h|th|thực hiện|ghi|lược ghi|biên soạn|sưu tầm|dịch)\)?(?:\s?theo\s[^\n]{2,50})?"
    r"|\(?\s?(?:theo|nguồn:?)\s?[^()\n]{2,60}\)?|\([^()\n]{2,50}\)"
    r"|\s?[-–;.,]\s?(?:ảnh|hình ảnh|clip|video)\s?:[^\n]{2,60}"
    r"|\s?[-–/|,]\s?(?:theo\s[^\n]{2,50}|[\w.]{2,30}\.(?:vn|com|net|org)(?:\.vn)?"
    r"|(?:phòng|ban|sở|trung tâm|trạm|văn phòng|cổng|đài|báo|ubnd|ub mttq|hội|đoàn|công an|vp)\b[^\n]{2,60}))?[.\s/]*$",
    re.I,
)


_CELLS = re.compile(r"(?:^• ?|\s{3,}|\t|\s?[|•]\s?)")
_NOBODY = frozenset(("P.V", "P.V.", "PV", "B.T", "T.T", "C.T.V"))
"""Initials of reporter, editor, contributor."""
_DEGREE = re.compile(r"(?:(?:PGS|GS|TS|Ts|ThS|Ths|Th\.S|BS|Bs|KS|CN|LS|NSƯT|NGƯT)[.,]?\s?){1,3}(?=[^\W\d_])")
_CLOSING = re.compile(rf"/\.\s{{0,3}}({NAME})\s*$")


def names(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the author's name or names when ``text[start:end]`` is nothing else, a source or an office after them apart.

    Examples
    --------
    >>> line = "Thu Hà – Camle.danang.gov.vn"
    >>> a, b = names(line, 0, len(line)); line[a:b]
    'Thu Hà'
    """
    degree = _DEGREE.match(text, start, end)
    m = _NAMES.match(text, degree.end() if degree else start, end)
    if m is None or m[0] in _NOBODY or not _TAIL.match(text, m.end(), end):
        return None
    return m.span()


def above(text: str, ls: list[Line], header: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The span of the author in the top of a page: a line that is a name, beside the title or the line of the date, or a cell of the latter.

    ``header`` are the spans of the title and of the lines of the page's own.
    """
    near = [i for i, line in enumerate(ls[:8]) if any(a <= line.start < b for a, b in header)]
    for i, line in enumerate(ls[:8]):
        if len(line.text) > 150 or not any(abs(i - k) <= 1 for k in near):
            continue
        at = line.start
        for cell in _CELLS.split(line.text):
            start = text.index(cell, at)
            at = start + len(cell)
            if 2 <= len(cell.split()) <= 7 and fold(cell) not in common_words() and (span := names(text, start, at)):
                if i in near and cell == line.text:
                    continue  # a title of two words
                return span
    return None


def labelled(line: str) -> bool:
    """Whether a line begins with a label of authorship ("Tin, ảnh: …"), a photo's alone apart."""
    return _LABEL.match(line) is not None and not _PHOTO.match(line)


def find(text: str, ls: list[Line], skip: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The span of the author at the end of a post, or ``None``; lines inside ``skip`` (residue) do not count."""
    steps = 0
    for line in reversed(ls):
        if any(a <= line.start and line.end <= b for a, b in skip):
            continue
        if not steps and (m := _CLOSING.search(text, max(line.start, line.end - 60), line.end)) and not re.match(rf"(?i:{_BODY})", m[1]):
            return m.span(1)  # after the closing stroke of the last paragraph
        steps += 1
        if steps > 6 or len(line.text) > 90:
            # Only what stands after the last paragraph is a byline.
            return None
        if _PHOTO.match(line.text):
            continue
        label = _LABEL.match(text, line.start, line.end)
        if span := names(text, label.end() if label else line.start, line.end):
            return span
    return None
