"""The layer ``citations``: what each citation means."""

from __future__ import annotations

import re
from datetime import date

from vnreport.abbreviations.dictionary import lookup
from vnreport.abbreviations.numbers import PARTY_BODIES, DocumentNumber
from vnreport.citations.find import Written, citations
from vnreport.document import Citation, Document

_BODY_END = re.compile(
    r"[.,;:()\n“\"]| (?:về|phê duyệt|ban hành|ngày|quy định|hướng dẫn|v/v|sửa đổi|trên|và việc|đã|là|có|để|tại|do|theo|với|cho|trong|nhằm|được|năm|"
    r"giai đoạn|khóa|khoá)(?![^\W_])"
    r"| và (?=(?:[Nn]ghị|[Qq]uy|[Cc]ông (?:văn|điện)|[Cc]hỉ thị|[Kk]ế hoạch|[Tt]hông|[Ll]uật|[Hh]ướng|[Bb]áo cáo|[Tt]ờ trình|[Kk]ết luận|[Cc]hương))"
)
_REACH = 90
_FIXED = {"CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "UBTVQH": "Ủy ban Thường vụ Quốc hội", "CTN": "Chủ tịch nước"}


def annotate(doc: Document) -> tuple[Citation, ...]:
    """Every citation of another document."""
    return tuple(_citation(doc.text, w) for w in citations(doc.layer("scan")))


def _citation(text: str, w: Written) -> Citation:
    said = text[slice(*w.date)] if w.date else None
    number = w.number.text if w.number else w.plain
    if number is None and w.law and said:
        number = w.law
    by = _body(text, w.by) if w.by is not None else None
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
