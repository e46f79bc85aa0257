"""The body of a page: captions, the title said twice, and what no author wrote."""

from __future__ import annotations

import re

from vnreport.document import Region
from vnreport.language.letters import fold
from vnreport.reading import byline
from vnreport.reading.lines import Line

_CREDIT = re.compile(
    r"(?:\(\s?(?:ảnh|nguồn ảnh)\b[^()\n]{0,60}\)"
    r"|\bảnh(?: minh họa| tư liệu)?\s?:[^\n]{1,60}|\(ảnh [^()\n]{2,40}\)|^ảnh minh họa\b.{0,40})[.\s]*$",
    re.I,
)
_ONLY_CREDIT = re.compile(r"(?:\(\s?)?(?:nguồn )?ảnh\b", re.I)
_CUE = re.compile(
    r"(?:(?:quang|toàn) cảnh|(?:hình )?ảnh|(?:các )?đại biểu|lãnh đạo|(?:các )?đồng chí|(?:ông|bà|anh|chị) [A-ZĐÀ-Ỹ]"
    r"|(?:phó )?(?:chủ tịch|bí thư|giám đốc|trưởng)\b"
    r"|một góc|đoàn (?:công tác|giám sát|kiểm tra)|diện mạo|người dân|cán bộ)",
    re.I,
)


def captions(text: str, ls: list[Line], first: int) -> list[Region]:
    """Captions among the lines from ``first`` on: a line with a photo credit, or a short line without a stop
    that names who or what is seen, between paragraphs."""
    out: list[Region] = []
    for i in range(first, len(ls)):
        line = ls[i]
        if len(line.text) > 250 or (i == len(ls) - 1 and byline.labelled(line.text)):
            continue
        credit = _CREDIT.search(line.text)
        if not credit and (
            line.closed or len(line.text) > 160 or line.text.endswith(":") or not _CUE.match(line.text) or i == first or i + 1 == len(ls)
        ):
            continue
        if not credit and len(ls[i + 1].text) < 100 and len(ls[i - 1].text) < 100:
            continue  # among short lines: a list
        start = line.start
        before = ls[i - 1]
        # A caption of two lines: the credit ends the second, or is the second.
        if credit and i > first and len(before.text) < 160 and text.count("\n", before.end, line.start) == 1:
            joined = _ONLY_CREDIT.match(line.text) or (not before.closed and len(before.text) < 120)
            start = before.start if joined else start
        if out and out[-1].start >= start:
            out.pop()
        out.append(Region(start, line.end, text[start : line.end], "caption"))
    return out


def repeated(text: str, title: Region) -> list[Region]:
    """Other places where the title stands as a whole line or cell."""
    if len(title.text) < 15:
        return []
    shadow, wanted = fold(text), fold(title.text)
    out = []
    at = shadow.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if at != title.start and _edge(shadow[:at][-3:]) and _edge(shadow[end : end + 3][::-1]):
            out.append(Region(at, end, text[at:end], "title-repeated"))
        at = shadow.find(wanted, end)
    return out


def credited(line: str) -> bool:
    """Whether a line ends in a photo credit."""
    return _CREDIT.search(line) is not None


def _edge(near: str) -> bool:
    """Whether the characters nearest to a span, outwards from the last, show a line or cell boundary."""
    stripped = near.rstrip(" \t\xa0")
    return not stripped or stripped[-1] in "\n|"
