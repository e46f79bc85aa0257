"""What strict positions say by themselves: the signature block, the time of the day, and the party committee of a city or a province."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnreport.abbreviations.cues import named
from vnreport.abbreviations.dictionary import Reading
from vnreport.abbreviations.numbers import BODIES
from vnreport.language.scan import Scan

_SIGNS = {"KT": "ký thay", "TM": "thay mặt", "TL": "thừa lệnh", "TUQ": "thừa ủy quyền"}
_OFFICE = re.compile(
    r"(?:phó |quyền |q\. ?)?(?:thủ tướng|chủ tịch|chủ nhiệm|bộ trưởng|thứ trưởng|tổng |cục trưởng|chi cục trưởng|vụ trưởng|viện trưởng|giám đốc"
    r"|hiệu trưởng|trưởng |chánh |bí thư|tư lệnh|chính ủy|chỉ huy trưởng|đội trưởng|hạt trưởng|trạm trưởng|hội trưởng)"
)
_BODY = re.compile(
    r"(?:ubnd|hđnd|ủy ban|uỷ ban|hội đồng|chính phủ|ban |btv|bch|bts|đảng|chi bộ|chi ủy|huyện ủy|quận ủy|thị ủy|thành ủy|tỉnh ủy|tập thể|đoàn"
    r"|hội |bộ chính trị|ủy viên|quốc hội|ubmttq|mttq|ubmt|thường trực|đại hội|tòa"
    r"|hđ|công đoàn|liên đoàn|nhóm|gia đình|nhân dân|cán bộ|uỷ viên|quân ủy|ub )"
)
_CLOCK = re.compile(r"(?<!\d)\d{1,2}(?:[:h]\d\d){1,2}\s?\Z")
_TABLE = re.compile(r"\A[ \t]*(?:\||\t|\n)[ \t|]*(?:Họ|HỌ|Tên|TÊN|Nội dung|NỘI DUNG|Đơn vị|ĐƠN VỊ|Chỉ tiêu|CHỈ TIÊU|Danh mục|Hạng mục|Địa)\b")
_FILED = re.compile(r"\blưu\s?:?\s?vt\b[^\n]{0,40}\Z")
_CENTRAL_CITIES = ("hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "tphcm", "tp.hcm", "thành phố huế")


def fixed(scan: Scan, start: int, end: int) -> str | None:
    """What the form at ``[start, end)`` means by its place: "KT. CHỦ TỊCH", "TP Huế", "4:30 CH", "Lưu: VT, TH"; ``None`` elsewhere.

    Examples
    --------
    >>> from vnreport.language.scan import scan
    >>> fixed(scan("KT. CHỦ TỊCH"), 0, 3), fixed(scan("phát triển KT. Chủ tịch nói"), 11, 13), fixed(scan("lúc 4:30 CH"), 9, 11)
    ('ký thay', None, 'chiều')
    """
    text = scan.text
    name = text[start:end].rstrip(".")
    if name == "CH" and _CLOCK.search(text, max(0, start - 12), start):
        return "chiều"
    if name == "TP" and named(scan, scan.at(end), "thành phố"):
        return "thành phố"
    if name == "TT" and _TABLE.search(text[end : end + 30]) and text[text.rfind("\n", 0, start) + 1 : start].strip(" |\t") == "":
        return "số thứ tự"
    if name in BODIES and _FILED.search(scan.folded, max(0, start - 60), start):
        return BODIES[name]
    if name not in _SIGNS:
        return None
    after = end + (text[end : end + 1] == ".")
    dotted = text[after - 1 : after] == "."
    i = scan.at(after)
    if i >= len(scan) or scan.starts[i] - after > 2:
        return None
    follows = (_BODY if name == "TM" else _OFFICE).match(scan.folded, scan.starts[i])
    if not follows:
        return None
    capitals = scan.shapes[i] == "U"
    first = text[text.rfind("\n", 0, start) + 1 : start].strip(" \t|*“\"(") == ""
    # within a line a sentence may end before the office ("phát triển KT. Chủ tịch …"): there the office has to be in capitals
    return _SIGNS[name] if (first and (dotted or capitals)) or (dotted and capitals) else None


def free(readings: Sequence[Reading]) -> Sequence[Reading]:
    """The readings that are possible outside the signature block."""
    return [r for r in readings if r.domain != "sign" or r.expansion not in _SIGNS.values()] or readings


def city_party(scan: Scan) -> bool:
    """Whether TU is here the committee of a city, not of a province."""
    city, province = scan.folded.count("thành ủy"), scan.folded.count("tỉnh ủy")
    central = any(c in scan.folded for c in _CENTRAL_CITIES) and "tỉnh" not in scan.folded
    return city > province or (city == province and central)
