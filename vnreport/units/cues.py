"""Words around a unit that say it is spoken of as past, or lies abroad."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Protocol

from vnreport.document import Document, Unit


class Place(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_PAST = re.compile(
    r"\bcũ\b|trước đây|trước khi|trước kia|tiền thân|khóa trước|nhiệm kỳ trước|\bcựu\b|nghỉ hưu|"
    r"\bnguyên (?:là|quyền|phó|bí thư|chủ tịch|trưởng|giám đốc|ủy viên|cán bộ|lãnh đạo)|"
    r"sáp nhập|sát nhập|hợp nhất|chia tách|tách (?:ra )?từ|trên cơ sở|hình thành từ|nhập vào|nay là|nay thuộc|"
    r"\bxưa\b|lịch sử|thời kỳ(?! (?:mới|đổi mới|hội nhập|cách mạng 4))|khi đó|lúc đó|đã từng|\btừng (?:là|làm|công tác|giữ|sống|học|thuộc)|"
    r"giải phóng(?! mặt bằng)|kháng chiến|"
    r"trước ngày 0?1/0?7/2025|trước (?:tháng|năm)",
    re.I,
)
_CHANGE = re.compile(
    r"thành lập|kết thúc (?:hoạt động|nhiệm vụ|sứ mệnh|nhiệm kỳ)|chấm dứt|giải thể|bãi bỏ|không tổ chức|chuyển giao|bàn giao|kế thừa|"
    r"thay cho|trụ sở (?:của )?(?:ubnd|hđnd|ủy|hội|đảng|quận|huyện|thị|thành|tỉnh|công an)|"
    r"quê (?:quán|ở|tại)|sinh (?:năm|ngày|ra)|"
    r"(?:do|được|đã|bị)\s(?:[^\s.,;]+\s){0,9}ban hành|ban hành (?:năm|ngày|tại|kèm)|"
    r"công nhận|chia (?:thành|làm)|tách (?:thành|làm)|"
    r"căn cứ|địa chỉ|nâng cấp|lên thành|trở thành|đổi tên|chuyển thành|được xác lập",
    re.I,
)
_REMOTE = re.compile(r"giải phóng(?! mặt bằng)|kháng chiến|chống (?:Pháp|Mỹ)|thời Pháp|chế độ cũ|\bxưa\b|trước kia|trước đây|khi đó|lúc đó", re.I)
_BORN = re.compile(
    r"(?:sinh (?:năm|ngày)|SN|[Ll]uật [^.;\n]{3,60}?|[Nn]ghị định (?:số )?|[Pp]háp lệnh [^.;\n]{3,60}?)[\s:]*(?:ngày )?[\d/ thángnămgày-]{4,24}"
)
"""Years of birth and of cited laws: they date neither the sentence nor its units."""
_KNOWN_SINCE = 2004
"""Before this year the gazetteer knows provinces alone."""
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20[0-4]\d)(?!\d)")
_ABROAD = re.compile(
    r"Trung Quốc|\bLào\b(?! Cai)|Campuchia|Nhật Bản|Hàn Quốc|Quảng Tây|Quảng Đông|Vân Nam|Đài Loan|Thái Lan|\bChina\b|Tân Hoa xã|Xinhua"
)


def around(doc: Document, span: Place, reach: int = 0) -> str:
    """The sentence of a span, and ``reach`` characters beyond it on both sides."""
    n = bisect_right(doc.sentences, span.start, key=lambda s: s.start) - 1
    if n >= 0 and span.start < doc.sentences[n].end:
        return doc.text[max(0, doc.sentences[n].start - reach) : doc.sentences[n].end + reach]
    return doc.text[max(0, span.start - reach) : span.end + reach]


def past(doc: Document, span: Place) -> bool:
    """Whether the sentence speaks of former times."""
    return bool(_PAST.search(around(doc, span)))


def remote(doc: Document, span: Place) -> bool:
    """Whether the sentence speaks of a time before the gazetteer's: what it never had may have been then."""
    said = _BORN.sub("", around(doc, span))
    return bool(_REMOTE.search(said)) or any(int(y) < _KNOWN_SINCE for y in _YEAR.findall(said))


def changing(doc: Document, span: Place) -> bool:
    """Whether the sentence tells how units came about or ended, or quotes a document or an address."""
    return bool(_CHANGE.search(around(doc, span)))


def years(doc: Document, span: Place, reach: int = 160) -> list[int]:
    """The years named near a span."""
    return [int(y) for y in _YEAR.findall(around(doc, span, reach))]


def abroad(doc: Document, span: Place) -> bool:
    """Whether a foreign country is named close by."""
    return bool(_ABROAD.search(doc.text, max(0, span.start - 60), span.end + 60))


def foreign(doc: Document, unit: Unit) -> bool:
    """Whether the name of a known district may be that of a place abroad: a foreign country follows it, or is named anywhere in a text
    that names nothing else of the district's province."""
    if _ABROAD.search(doc.text, unit.end, unit.end + 25):
        return True
    at_home = any(u.province == unit.province and u.name != unit.name for u in doc.units)
    return not at_home and bool(_ABROAD.search(doc.text))
