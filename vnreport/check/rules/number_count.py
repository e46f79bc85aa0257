"""An announced count that the list does not have."""

from __future__ import annotations

from collections.abc import Iterator

from vnreport.check.registry import Rule, register
from vnreport.document import Document, Finding, Span
from vnreport.quantities.figures import like
from vnreport.quantities.lists import listings, sections
from vnreport.quantities.sums import sums


@register
class NumberCount(Rule):
    """Số lượng báo trước khác số mục được liệt kê.

    Kiểm tra gì: "gồm 07 ông (bà) có tên sau:" và danh sách đánh số; "3 nhiệm vụ: …; …; …"; "hai phường: A, B và C"; "4 người: ông A, bà
    B, ông C"; "4 di tích (đình A, chùa B, đền C)"; "03 tập thể và 05 cá nhân" với các mục "I. TẬP THỂ", "II. CÁ NHÂN"; "5 thành viên (1
    Chủ tịch, 5 Phó Chủ tịch)".

    Vì sao: thêm bớt một mục mà quên sửa số lượng.

    Ví dụ sai: Sáp nhập hai phường: An Hòa, An Bình và An Phú.

    Sửa thành: Sáp nhập ba phường: An Hòa, An Bình và An Phú.

    Giới hạn: danh sách có "…", "v.v", "như", "một số" không xét; danh sách ngăn bằng dấu phẩy mà không phải tên riêng chỉ báo khi ít mục
    hơn số đã nêu, vì một mục có thể có dấu phẩy.

    Nguồn: phép đếm.
    """

    code = "NUM003"
    name = "number-count"
    severity = "error"
    summary = ("số lượng báo trước khác số mục liệt kê", "a count that the list does not have")
    texts = {
        "message": ("báo trước {text} nhưng liệt kê {count}", "{text} announced, {count} listed"),
        "members": (
            "ghi {text} nhưng các chức danh cộng lại là {count} ({parts})",
            "{text} announced, the offices add up to {count} ({parts})",
        ),
        "count": ("đổi số lượng thành {new}", "change the count to {new}"),
    }

    def check(self, doc: Document) -> Iterator[Finding]:
        for listing in (*listings(doc), *sections(doc)):
            w = listing.announced
            if int(w.value) in listing.counts:
                continue
            yield self._report(doc, w.start, w.number_end, w.end, listing.counts[0], "message", {}, [(listing.start, listing.end)],
                               {"lines": 0.92, "fewer": 0.6}.get(listing.kind, 0.8), "warning" if listing.kind == "fewer" else None)  # fmt: skip
        for relation in sums(doc):
            total = relation.total
            added = sum(p.value for p in relation.parts)
            if not relation.persons or not relation.exhaustive or relation.overlapping or added == total.value:
                continue
            if any(m.approx is not None or m.decimals or m.factor != 1 for m in (total, *relation.parts)):
                continue
            parts = " + ".join(doc.text[p.start : p.number_end] for p in relation.parts)
            yield self._report(doc, total.start, total.number_end, total.end, int(added), "members", {"parts": parts},
                               [(p.start, p.end) for p in relation.parts], 0.85)  # fmt: skip

    def _report(
        self, doc: Document, start: int, number_end: int, end: int, count: int, message: str, args: dict[str, str],
        against: list[tuple[int, int]], confidence: float, severity: str | None = None,
    ) -> Finding:  # fmt: skip
        old = doc.text[start:number_end]
        number = like(old, count) if old[0].isdigit() else _WORDS.get(count, str(count))
        new = (number.capitalize() if old[0].isupper() else number) + doc.text[number_end:end]
        return self.finding(
            doc, start, end, message=message, args={"count": count, **args}, confidence=confidence, severity=severity,
            suggestions=[(new, "count", {"new": new})], evidence=[(Span(a, b, doc.text[a:b]), "conflict") for a, b in against],
        )  # fmt: skip


_WORDS = {2: "hai", 3: "ba", 4: "bốn", 5: "năm", 6: "sáu", 7: "bảy", 8: "tám", 9: "chín", 10: "mười"}
