"""Formal documents: letterhead, subject, signature.

Their form is laid down in Decree 30/2020/NĐ-CP (before it Circular 01/2011/TT-BNV): national heading, issuing body, number, place and
date, name of the kind and subject at the top; office and name of the signer at the end.
"""

from __future__ import annotations

import re

from vnreport.document import Meta, Region
from vnreport.language.letters import UPPER
from vnreport.reading import stamp
from vnreport.reading.lines import Line, key

TOP = 20
"""How many lines the top of a document has at most."""

_NATION = ("cộng hòa xã hội chủ nghĩa việt nam", "đảng cộng sản việt nam")
_NUMBER = re.compile(rf"(?:số|luật số)\s?:?\s?\d{{0,5}}\s?[-/]\s?[\w/&{UPPER}-]{{2,30}}", re.I)
_PLACE_DATE = re.compile(
    rf"[{UPPER}][^\n,;:]{{1,40}}, (?P<date>ngày (?P<d>\d{{1,2}}) tháng (?P<m>\d{{1,2}}),? năm (?P<y>\d{{4}})"
    rf"|ngày \d{{1,2}}[/-]\d{{1,2}}[/-]\d{{4}})"
)
_KIND = re.compile(
    r"(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|KẾ HOẠCH|BÁO CÁO|THÔNG BÁO|TỜ TRÌNH|CHỈ THỊ|CÔNG ĐIỆN|CHƯƠNG TRÌNH|HƯỚNG DẪN|QUY CHẾ"
    r"|QUY ĐỊNH|ĐỀ ÁN|PHƯƠNG ÁN|DỰ ÁN|GIẤY MỜI|THƯ MỜI"
    r"|BIÊN BẢN|CÔNG VĂN|THÔNG TƯ|NGHỊ ĐỊNH|LUẬT|PHÁP LỆNH|KẾT LUẬN|THÔNG TRI"
    r"|QUY TRÌNH|NỘI QUY|ĐIỀU LỆ|DANH SÁCH)(?=$|[ :(])"
)
_SUBJECT = re.compile(r"(?:V/v|v/v|V/V|Về việc|VỀ VIỆC)\b\s?:?\s?")
_STOP = re.compile(rf"(?:Căn cứ|Kính gửi|Thực hiện|Điều \d|Chương [IVX1]|I\.|1\.|Theo |Ngày \d|-{{3,}}|_{{3,}}|[{UPPER}][{UPPER}\s,-]{{6,}}:?$)")
_AUTHORITY = re.compile(r"(?:CHỦ TỊCH|ỦY BAN|UỶ BAN|HỘI ĐỒNG|BAN |BỘ |THỦ TƯỚNG|CHÍNH PHỦ|GIÁM ĐỐC|QUỐC HỘI|TỈNH ỦY|HUYỆN ỦY|CHÁNH |TỔNG )")
_SIGN = re.compile(r"(?:TM\.|T/M|KT\.|TL\.|TUQ\.|Q\.|TM |KT )")
_SIGN_OFFICE = re.compile(
    r"(?:(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG|CHÁNH|CỤC TRƯỞNG|THỦ TƯỚNG|BỘ TRƯỞNG|HIỆU TRƯỞNG|CHỦ NHIỆM"
    r"|TỔNG GIÁM ĐỐC|VỤ TRƯỞNG)|THỨ TRƯỞNG|THỦ TRƯỞNG)\b[^a-zà-ỹ]{0,60}$"
)


def find(text: str, ls: list[Line]) -> tuple[Meta, list[Region]] | None:
    """Meta data and regions of a formal document, or ``None`` when the text is none."""
    top = ls[:TOP]
    if any(stamp.find(text, line.start, line.end) for line in ls[:3]):
        return None  # a page that prints the document below its own header
    heading = [i for i, line in enumerate(top) if any(n in key(line.text) for n in _NATION) and line.text[:4].isupper()]
    number = next((i for i, line in enumerate(top) if len(line.text) < 120 and _NUMBER.match(line.text)), None)
    kind = next((i for i, line in enumerate(top) if _KIND.match(line.text) and (len(line.text) < 90 or _SUBJECT.search(line.text))), None)
    if not heading and (number is None or number > 8) and (kind is None or kind > 3 or not any(x.text.startswith("Căn cứ") for x in ls[:40])):
        return None
    regions: list[Region] = []
    posted = None
    last = max([*heading, *([number] if number is not None else [])], default=-1)
    for i, line in enumerate(top):
        if len(line.text) < 160 and (m := _PLACE_DATE.search(text, line.start, line.end)):
            found = stamp.find(text, m.start("date"), m.end("date"))
            if found:
                posted = found.day
                regions.append(Region(*m.span("date"), m["date"], "posted"))
                last = max(last, i)
                break
    subject = _subject(text, top, kind)
    title = None
    if subject:
        first, span = subject
        title = " ".join(text[span[0] : span[1]].split())
        regions.append(Region(*span, text[span[0] : span[1]], "title"))
        if first > last and (kind is None or kind > last):
            last = kind - 1 if kind is not None and kind < first else first - 1
    if last >= 0:
        a, b = ls[0].start, ls[last].end
        regions.append(Region(a, b, text[a:b], "letterhead"))
    if (at := _signature(ls)) is not None:
        a, b = ls[at].start, ls[-1].end
        regions.append(Region(a, b, text[a:b], "signature"))
    return Meta(title, posted), regions


def _subject(text: str, top: list[Line], kind: int | None) -> tuple[int, tuple[int, int]] | None:
    """First line and span of the subject: "V/v …" or "Về việc …", or the lines under the name of the kind."""
    for i, line in enumerate(top):
        m = _SUBJECT.match(line.text) or (_SUBJECT.search(line.text) if _NUMBER.match(line.text) or _KIND.match(line.text) else None)
        if m:
            return i, (line.start + m.start(), _last(text, top, i))
    if kind is not None and kind + 1 < len(top) and not _STOP.match(top[kind + 1].text) and len(top[kind + 1].text) < 300:
        return kind + 1, (top[kind + 1].start, _last(text, top, kind + 1))
    return None


def _last(text: str, top: list[Line], i: int) -> int:
    """Where the subject that begins in line ``i`` ends: it may go on in the next lines, which no empty line parts from it."""
    end = top[i].end
    for line in top[i + 1 : i + 4]:
        capitals = top[i].text.isupper() and line.text.isupper() and not _AUTHORITY.match(line.text)
        if text.count("\n", end, line.start) > 1 or _PLACE_DATE.match(line.text) or top[i].closed or (_STOP.match(line.text) and not capitals):
            break
        if not line.text[0].islower() and text[end - 1] != "," and not capitals:
            break
        end = line.end
    return end


def _signature(ls: list[Line]) -> int | None:
    """The line where the signature block begins."""
    first = None
    for i in range(len(ls) - 1, max(len(ls) - 12, 0), -1):
        if len(ls[i].text) > 100:
            break
        if _SIGN.match(ls[i].text) or _SIGN_OFFICE.match(ls[i].text):
            first = i
    return first
