"""A total that its parts do not make up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from vnreport.check.registry import Rule, register
from vnreport.document import Document, Finding, Span, Unchecked
from vnreport.quantities.figures import like
from vnreport.quantities.find import Written
from vnreport.quantities.reckoning import Reckoned, reckoned
from vnreport.quantities.sums import Sum, sums
from vnreport.quantities.tables import columns
from vnreport.quantities.wording import worded


@register
class NumberSum(Rule):
    """Tổng không bằng các phần cộng lại.

    Kiểm tra gì: "2.460 hồ sơ, gồm 1.845 hồ sơ … và 515 hồ sơ …", "09 vụ tại 03 địa phương: A 04 vụ, B 02 vụ, C 02 vụ"; sau "trong đó"
    chỉ báo khi các phần lớn hơn tổng hoặc gần bằng tổng (thiếu dưới một phần mười, hoặc đảo hai chữ số); "24 suất, mỗi suất 1,5 triệu
    đồng, tổng cộng 36 triệu đồng"; phần còn lại của một tổng; tổng cộng dưới một danh sách hay cuối một bảng; số tiền bằng số và bằng
    chữ trong ngoặc.

    Vì sao: số tổng và số chi tiết thường được sửa không cùng lúc.

    Ví dụ sai: Phường tiếp nhận 300 hồ sơ, gồm 180 hồ sơ trực tuyến và 110 hồ sơ trực tiếp.

    Sửa thành: Phường tiếp nhận 300 hồ sơ, gồm 180 hồ sơ trực tuyến và 120 hồ sơ trực tiếp.

    Giới hạn: các phần khác đơn vị, các nhóm có thể trùng nhau (nữ, đảng viên, dân tộc …) và số ước chừng ("trên", "gần") không xét.

    Nguồn: phép cộng; dung sai là nửa đơn vị của chữ số cuối mỗi số.
    """

    code = "NUM001"
    name = "number-sum"
    severity = "error"
    summary = ("tổng không bằng các phần cộng lại", "a total that its parts do not make up")
    texts = {
        "message": (
            "tổng ghi {total} nhưng các phần cộng lại là {sum} ({parts})",
            "the total says {total}, but the parts make {sum} ({parts})",
        ),
        "exceeds": (
            "các phần cộng lại là {sum} ({parts}), lớn hơn tổng {total}",
            "the parts make {sum} ({parts}), more than the total {total}",
        ),
        "reckoned": ("“{text}”: {parts} là {right}", "“{text}”: {parts} makes {right}"),
        "words": ("“{text}” nhưng viết bằng chữ là “{words}”", "“{text}”, but in words “{words}”"),
        "total": ("đổi tổng {old} thành {new}", "change the total {old} to {new}"),
        "part": ("đổi {old} thành {new}", "change {old} to {new}"),
        "approx": ("tổng hoặc các phần là số ước chừng", "the total or a part is approximate"),
        "overlap": ("các nhóm có thể trùng nhau", "the groups may overlap"),
    }

    def check(self, doc: Document) -> Iterator[Finding | Unchecked]:
        told: set[int] = set()
        for relation in sums(doc):
            if relation.persons:
                continue
            members = (relation.total, *relation.parts)
            added = sum(p.amount for p in relation.parts)
            if fits(relation, added):
                continue
            if any(m.approx is not None for m in members):
                yield self.unchecked("approx")
            elif relation.overlapping:
                yield self.unchecked("overlap")
            else:
                told.add(relation.total.start)
                yield self._report(doc, relation, added)

        for found in reckoned(doc):
            members = (found.figure, *found.sources)
            slack = sum(half(w, members) for w in members) + 1e-6
            if found.figure.start not in told and abs(found.figure.amount - found.value) > (slack if found.kind != "product" else 1e-6):
                yield self._reckoned(doc, found)

        for total, parts in columns(doc):
            added = sum(p.amount for p in parts)
            slack = sum(half(p, (total, *parts)) for p in (total, *parts)) + 1e-6
            if abs(added - total.amount) > slack:
                yield self._reckoned(doc, Reckoned(total, added, parts, "column"))
        for w, (start, end), value in worded(doc):
            if abs(w.amount - value) > 1e-6:
                yield self._worded(doc, w, Span(start, end, doc.text[start:end]), value)

    def _worded(self, doc: Document, w: Written, words: Span, value: int) -> Finding:
        new = like(doc.text[w.start : w.number_end], value / w.factor)
        whole = new + doc.text[w.number_end : w.end]
        return self.finding(
            doc, w.start, w.end, message="words", args={"words": words.text}, confidence=0.85, severity="warning",
            suggestions=[(whole, "part", {"old": doc.text[w.start : w.number_end], "new": new})], evidence=[(words, "conflict")],
        )  # fmt: skip

    def _reckoned(self, doc: Document, found: Reckoned) -> Finding:
        w = found.figure
        old = doc.text[w.start : w.number_end]
        new = like(old, found.value / w.factor)
        given = {"product": " × ", "rest": " - ", "share": " / "}.get(found.kind, " + ").join
        args = {"right": new + doc.text[w.number_end : w.end], "parts": given(doc.text[s.start : s.number_end] for s in found.sources)}
        return self.finding(
            doc, w.start, w.end, message="reckoned", args=args, confidence=0.75, severity="warning",
            suggestions=[(args["right"], "part", {"old": old, "new": new})], evidence=[(s, "conflict") for s in found.sources],
        )  # fmt: skip

    def _report(self, doc: Document, relation: Sum, added: float) -> Finding:
        total, parts = relation.total, relation.parts
        sure = {id(p) for p in parts if _share_fits(doc, total, p)}
        open_parts = [p for p in parts if id(p) not in sure]
        start, end = total.start, parts[-1].end
        if sure and len(open_parts) == 1:  # a percentage speaks for the total and the other parts
            start, end = open_parts[0].start, open_parts[0].end
        suggestions = []
        for w in (*open_parts, total) if sure else (total, *parts):
            value = added / w.factor if w is total else (w.amount + total.amount - added) / w.factor
            if value <= 0 or not start <= w.start < end:
                continue
            old = doc.text[w.start : w.number_end]
            new = like(old, value)
            whole = doc.text[start : w.start] + new + doc.text[w.number_end : end]
            suggestions.append((whole, "total" if w is total else "part", {"old": old, "new": new}))
        args = {
            "total": doc.text[total.start : total.number_end],
            "sum": like(doc.text[total.start : total.number_end], added / total.factor),
            "parts": " + ".join(doc.text[p.start : p.number_end] for p in parts),
        }
        return self.finding(
            doc, start, end, message="message" if relation.exhaustive else "exceeds", args=args,
            confidence=0.7 if relation.guessed else 0.9 if len(parts) > 2 or sure else 0.8, suggestions=suggestions,
            severity="warning" if relation.guessed else None,
            evidence=[(total, "reference"), *((p, "conflict") for p in parts)],
        )  # fmt: skip


def half(w: Written, members: Sequence[Written]) -> float:
    """Half a unit of the last digit that a number would have beside the others: "3 tỷ" among "1,4 tỷ" and "1,2 tỷ" is 3,0."""
    digits = max(m.decimals for m in members if m.factor == w.factor)
    return 0.5 * 10.0**-digits * w.factor if digits or w.factor > 1 else 0.0


def fits(relation: Sum, added: float) -> bool:
    """Whether the parts make the total, within half a unit of the last digit of each number."""
    members = (relation.total, *relation.parts)
    slack = sum(half(m, members) for m in members) + 1e-6
    over = added - relation.total.amount
    return over <= slack and (over >= -slack or not relation.exhaustive)


def _share_fits(doc: Document, total: Written, part: Written) -> bool:
    """Whether a percentage in brackets after ``part`` is its share of ``total``."""
    numbers = doc.layer("numbers")
    k = bisect_right(numbers, part.start, key=attrgetter("start"))
    after = numbers[k] if k < len(numbers) else None
    if after is None or after.noun != "%" or doc.text[part.end : after.start].count("(") != 1 or ")" in doc.text[part.end : after.start]:
        return False
    return bool(total.amount) and abs(part.amount / total.amount * 100 - after.value) <= 0.5 * 10.0**-after.decimals + 1e-9
