"""citation-conflict."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from vnreport.check.registry import Repair, Rule, register
from vnreport.document import Citation, DateSpan, Document, Finding
from vnreport.language.letters import fold


@register
class CitationConflict(Rule):
    """Một văn bản được viện dẫn theo hai cách trái nhau.

    Kiểm tra gì: cùng loại, cùng số, ký hiệu mà có hai ngày ban hành khác nhau; cùng loại, cùng ngày, cùng ký hiệu mà số chỉ khác do hai chữ số
    đổi chỗ.

    Vì sao: người đọc không biết tìm văn bản nào; căn cứ pháp lý sai.

    Ví dụ sai: "Kế hoạch số 1520/KH-UBND ngày 15/3/2022 … Kế hoạch số 1520/KH-UBND ngày 25/3/2022".

    Sửa thành: cùng một ngày ở cả hai chỗ.

    Giới hạn: không biết ngày nào đúng, nên đề nghị ngày gặp nhiều hơn, bằng nhau thì ngày gặp trước. Số không kèm năm của hai cơ quan khác
    nhau không so với nhau.

    Nguồn: so các chỗ trong cùng một văn bản.
    """

    code = "REF001"
    name = "citation-conflict"
    severity = "error"
    summary = ("một văn bản viện dẫn với hai ngày hoặc hai số", "one document cited with two dates or two numbers")
    texts = {
        "message": ("{document} ở đây ghi {here}, chỗ khác ghi {there}", "{document} is dated {here} here, {there} elsewhere"),
        "number": ("{document} và {other} cùng ngày {day}: hai chữ số đổi chỗ?", "{document} and {other} of the same day {day}: figures swapped?"),
        "as-elsewhere": ("như chỗ kia trong văn bản", "as elsewhere in the text"),
    }

    def check(self, doc: Document) -> Iterator[Finding]:
        groups: dict[tuple[str, str], list[Citation]] = defaultdict(list)
        for c in doc.citations:
            if c.number and c.date and len(c.date) == 10 and "/" in c.number:
                groups[c.kind or "", re.sub(r"\s", "", fold(c.number))].append(c)
        for same in groups.values():
            yield from self._dates(doc, same)
        yield from self._numbers(doc, [same[0] for same in groups.values()])

    def _dates(self, doc: Document, same: list[Citation]) -> Iterator[Finding]:
        counts = Counter(c.date for c in same)
        if len(counts) < 2 or len({_place(c.issuer) for c in same if c.issuer}) > 1:
            return
        usual = counts.most_common(1)[0][0]
        model = next(c for c in same if c.date == usual)
        there = _date_span(doc, model)
        for c in same:
            here = _date_span(doc, c)
            if c.date != usual and here and there:
                args = {"document": f"{c.kind} {c.number}", "here": here.text, "there": there.text}
                repair: list[Repair] = [(there.text, "as-elsewhere", {})]
                yield self.finding(doc, here.start, here.end, args=args, confidence=0.9, suggestions=repair, evidence=[(model, "conflict")])

    def _numbers(self, doc: Document, firsts: list[Citation]) -> Iterator[Finding]:
        days: dict[tuple[str | None, str | None, str], list[Citation]] = defaultdict(list)
        for c in firsts:
            days[c.kind, c.date, re.sub(r"^\d+", "", c.number or "")].append(c)
        for same in days.values():
            for i, c in enumerate(same):
                for other in same[:i]:
                    a, b = (re.match(r"\d+", x.number or "") for x in (c, other))
                    if a and b and len(a[0]) > 1 and len(a[0]) == len(b[0]) and sorted(a[0]) == sorted(b[0]):
                        args = {"document": c.number, "other": other.number, "day": c.date}
                        at = doc.text.index(c.number or "", c.start)
                        repair: list[Repair] = [(other.number or "", "as-elsewhere", {})]
                        yield self.finding(
                            doc, at, at + len(c.number or ""), message="number", args=args, confidence=0.6, severity="warning",
                            suggestions=repair, evidence=[(other, "conflict")],
                        )  # fmt: skip


def _place(issuer: str | None) -> str:
    """The unit an issuer belongs to, for telling "UBND tỉnh" from "UBND huyện"."""
    words = fold(issuer or "").split()
    return next((w for w in words if w in ("tỉnh", "huyện", "quận", "xã", "phường", "bộ", "sở")), "")


def _date_span(doc: Document, c: Citation) -> DateSpan | None:
    return next((d for d in doc.dates if c.start <= d.start and d.end <= c.end and d.value and d.value[:10] == c.date), None)
