"""The layer ``citations``: what each citation means."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from vnreport.abbreviations.dictionary import lookup
from vnreport.abbreviations.numbers import PARTY_BODIES, DocumentNumber
from vnreport.citations.find import Written, citations
from vnreport.document import Citation, Document

_ACTS = (
    "thành lập|giao|điều chỉnh|công nhận|bổ nhiệm|kiện toàn|thu hồi|xử phạt|yêu cầu|tổ chức|triển khai|tặng|khen|phân công|phân bổ|cho phép|"
    "chấp thuận|đồng ý|thống nhất|cử|áp dụng|thực hiện|hủy|hủy bỏ|bãi bỏ|thay thế|nêu|kèm|gửi|trả lời|đề nghị|trình|quyết định|tiếp tục|tăng cường|"
    "mở|ra|tiến hành|hoàn thành|duyệt|xác định|chỉ rõ|khẳng định|đề ra|đưa|xem xét|bố trí|ký|vừa|sẽ|chưa|không|hay|hoặc|nơi|khi|nếu|vì|mà|thì"
)
_BODY_END = re.compile(
    r"[.;:()\n“\"]| (?:về|phê duyệt|ban hành|ngày|quy định|hướng dẫn|v/v|sửa đổi|trên|và việc|đã|là|có|để|tại|do|theo|với|cho|trong|nhằm|được|năm|"
    rf"giai đoạn|khóa|khoá|{_ACTS})(?![^\W_])"
    r"|(?:,| và)(?= (?:[Nn]ghị (?:quyết|định)|[Qq]uy(?:ết)? (?:định|chế)|[Cc]ông (?:văn|điện)|[Cc]hỉ thị|[Kk]ế hoạch|"
    r"[Tt]hông (?:tư|báo)|[Ll]uật|[Hh]ướng|"
    r"[Bb]áo cáo|[Tt]ờ trình|[Kk]ết luận|[Cc]hương))"
    r"|,(?! [A-ZĐ][^\s,.;]*(?: [^\s,.;]+){0,2} và [A-ZĐ])| và (?=[a-zà-ỹđ])(?!nông|đào|xã|đầu|môi|thể|du|truyền|công nghệ|gia đình|phát triển)"
)
_REACH = 90
_ASKED = re.compile(
    r"(?:đề nghị|ý kiến) của (?P<body>[A-ZĐ][^.;:()\n]{3,80}?)(?: tại| theo|,)? ?\(?(?:các )?$"
)
"""Who hands in what follows: "Xét đề nghị của Trưởng Phòng Nội vụ huyện tại" Tờ trình số …"""
_HEAD = re.compile(r"(?:Trưởng|Giám đốc|Chánh|Chỉ huy trưởng|Viện trưởng|Thủ trưởng) ([a-zA-ZĐđ])")
_HANDED_IN = ("Tờ trình", "Công văn", "Báo cáo", "Văn bản")
_FIXED = {"CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "UBTVQH": "Ủy ban Thường vụ Quốc hội", "CTN": "Chủ tịch nước"}


def annotate(doc: Document) -> tuple[Citation, ...]:
    """Every citation of another document."""
    found = [_citation(doc.text, w) for w in citations(doc.layer("scan"))]
    bodies = {(c.kind, c.number): c.issuer for c in reversed(found) if c.number and c.issuer and "/" in c.number}
    # a document cited again without its body is of the same body
    return tuple(replace(c, issuer=bodies.get((c.kind, c.number or ""))) if c.issuer is None else c for c in found)


def _citation(text: str, w: Written) -> Citation:
    said = text[slice(*w.date)] if w.date else None
    number = w.number.text if w.number else w.plain
    if number is None and w.law and said:
        number = w.law
    by = _body(text, w.by) if w.by is not None else None
    if by is None and w.kind in _HANDED_IN and (asked := _ASKED.search(text, max(0, w.start - 130), w.start)):
        by = _body(asked["body"], 0)
        if by and (head := _HEAD.match(by)):  # the office left out, its body stays
            by = head[1].upper() + by[head.end() :]
    end = w.end
    return Citation(w.start, end, text[w.start : end], w.kind, number, _iso(said), by or (w.number and _by_code(w.number)) or _by_kind(w))


def _iso(said: str | None) -> str | None:
    """The date as ISO 8601, as far as it is written; one that no calendar has stays as written."""
    if said is None:
        return None
    figures = [int(x) for x in re.findall(r"\d+", said)]
    if len(figures) == 3:
        d, m, y = figures
        try:
            return date(y, m, d).isoformat()
        except ValueError:
            return f"{y:04}-{m:02}-{d:02}"
    if len(figures) == 2 and figures[1] > 1900:
        return f"{figures[1]}-{figures[0]:02}"
    return str(figures[0]) if len(figures) == 1 and figures[0] > 1900 else None


def _body(text: str, start: int) -> str | None:
    """The name of a body that begins at ``start``: it holds a capital, and ends where the subject of the document begins."""
    piece = text[start : start + _REACH]
    stop = _BODY_END.search(piece)
    name = piece[: stop.start()] if stop else piece if len(piece) < _REACH else piece.rsplit(" ", 1)[0]
    name = " ".join(name.split())
    return name if any(c.isupper() for c in name) and len(name) > 2 else None


def _by_code(number: DocumentNumber) -> str | None:
    """The body that the codes of a number name: -CP, -TTg, /QH14, -BGDĐT; a committee's or council's own place is not in its number."""
    last = number.codes[-1]
    if last in _FIXED:
        return _FIXED[last]
    if re.fullmatch(r"QH\d{1,2}", last):
        return "Quốc hội"
    if last in PARTY_BODIES or len(last) < 3 or last[0] != "B":
        return None
    readings = lookup(last)
    return readings[0].expansion if readings and readings[0].domain == "ministry" else None


def _by_kind(w: Written) -> str | None:
    return "Quốc hội" if w.kind in ("Luật", "Bộ luật", "Hiến pháp") else None
