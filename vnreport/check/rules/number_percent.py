"""A percentage that its two numbers do not give."""

from __future__ import annotations

from collections.abc import Iterator

from vnreport.check.registry import Rule, register
from vnreport.document import Document, Finding, Unchecked
from vnreport.quantities.figures import like
from vnreport.quantities.find import Written
from vnreport.quantities.shares import Share, shares


@register
class NumberPercent(Rule):
    """Tỷ lệ phần trăm không khớp hai số đã nêu.

    Kiểm tra gì: "1.200 người, trong đó 480 ca nặng, chiếm 30%", "214/223 hộ (96%)", "tăng 12,5% so với cùng kỳ (1.067 tỷ đồng)".

    Vì sao: tỷ lệ thường được tính từ số liệu cũ hoặc làm tròn sai.

    Ví dụ sai: Xã có 45/50 hộ đạt chuẩn, đạt 92%.

    Sửa thành: Xã có 45/50 hộ đạt chuẩn, đạt 90%.

    Giới hạn: chỉ xét khi cả số phần và số toàn thể nằm cạnh tỷ lệ; khi câu không nói rõ ("25 đảng viên, 23 đồng chí dự, đạt 96%") chỉ báo
    nếu sửa một chữ số là đúng; "so với kế hoạch", "so với cùng kỳ" không kèm số gốc thì không xét;
    làm tròn xuống ở chữ số cuối được chấp nhận.

    Nguồn: phép chia; dung sai là cách làm tròn của các chữ số được viết.
    """

    code = "NUM002"
    name = "number-percent"
    severity = "error"
    summary = ("tỷ lệ phần trăm không khớp hai số đã nêu", "a percentage that its two numbers do not give")
    texts = {
        "message": ("{part} trên {whole} là {right}, không phải {text}", "{part} of {whole} is {right}, not {text}"),
        "growth": ("{part} so với {whole} là {right}, không phải {text}", "{part} against {whole} is {right}, not {text}"),
        "percent": ("đổi tỷ lệ thành {new}", "change the percentage to {new}"),
        "approx": ("số ước chừng nên tỷ lệ không tính được", "the numbers are approximate"),
    }

    def check(self, doc: Document) -> Iterator[Finding | Unchecked]:
        for share in shares(doc):
            low, high, exact = _bounds(share)
            loose = any(w.approx is not None for w in (share.part, share.whole))
            if high - low > 5 and (loose or high - low > 20 or low - 1 <= share.percent.value <= high + 1):
                yield self.unchecked("approx")
                continue
            written, step = share.percent, 10.0**-share.percent.decimals
            down, up = -0.5 * step, 0.5 * step
            if written.approx is not None:
                down, up = {1: (0.0, step), -1: (-step, 0.0), 0: (-step, step)}[written.approx]
            # 38,59 % may be written 38,5 by cutting off, which is no slip of the numbers
            if low - up - 1e-9 <= written.value <= high - down + 1e-9 or (exact >= written.value and exact - written.value < step + 1e-9):
                continue
            approximate = any(w.approx is not None for w in (share.part, share.whole, written))
            far = abs(exact - written.value)
            confidence = 0.7 if share.guessed else 0.92 if not approximate else 0.75 if far > 1 else 0.55
            number = doc.text[written.start : written.number_end]
            new = like(number, exact)
            tail = doc.text[written.number_end : written.end]
            yield self.finding(
                doc, written.start, written.end, message="message" if share.kind == "share" else "growth",
                args={"part": _plain(doc, share.part, 0), "whole": _plain(doc, share.whole, 1), "right": new + tail},
                confidence=confidence, severity="warning" if approximate or share.guessed else None,
                suggestions=[(new + tail, "percent", {"new": new + tail})],
                evidence=[(share.part, "conflict"), *([(share.whole, "conflict")] if share.whole is not share.part else [])],
            )  # fmt: skip


def _plain(doc: Document, w: Written, side: int) -> str:
    number = doc.text[w.start : w.number_end]
    return number.split("/")[side].strip() if w.of is not None else number


def _interval(w: Written, value: float) -> tuple[float, float]:
    """What the number may stand for.

    A rounded one: half a unit of its last digit up and down; after "trên", "gần": one unit of its last digit that is not 0.
    """
    half = 0.5 * 10.0**-w.decimals * w.factor if w.decimals or w.factor > 1 else 0.0
    if w.approx is None:
        return value - half, value + half
    unit = 10.0**-w.decimals
    if not w.decimals:
        digits = f"{w.value:.0f}"
        unit = 10.0 ** (len(digits) - len(digits.rstrip("0")))
    unit *= w.factor
    return {1: (value, value + unit), -1: (value - unit, value), 0: (value - unit, value + unit)}[w.approx]


def _bounds(share: Share) -> tuple[float, float, float]:
    """Least and greatest percentage that the numbers allow, and that of the numbers as written."""
    if share.part.of is not None:
        ratio = share.part.value / share.part.of * 100 if share.part.of else 0.0
        return ratio, ratio, ratio
    same = share.part.noun is None or share.whole.noun is None
    factor = max(share.part.factor, share.whole.factor)
    part = share.part.value * factor if same else share.part.amount
    whole = share.whole.value * factor if same else share.whole.amount
    if not whole:
        return 0.0, 100.0, 0.0
    (a, b), (c, d) = _interval(share.part, part), _interval(share.whole, whole)
    values = [x / y * 100 for x, y in ((a, d), (b, c or d), (part, whole))]
    if share.kind == "growth":
        values = [v - 100 for v in values]
    elif share.kind == "fall":
        values = [100 - v for v in values]
    return min(values), max(values), values[2]
