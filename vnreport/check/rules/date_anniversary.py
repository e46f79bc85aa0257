"""DAT006 date-anniversary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from vnreport.check.registry import Rule, register
from vnreport.dates import lunar
from vnreport.dates.anniversaries import anniversaries
from vnreport.dates.annotator import posting
from vnreport.dates.model import FIRST_YEAR, LAST_YEAR
from vnreport.dates.resolve import days_of
from vnreport.dates.written import written
from vnreport.document import DateSpan, Document, Finding, Unchecked

_COUNT = re.compile(r"(?:kỷ niệm|kỉ niệm|mừng|lần thứ)\s+(?:\S+\s+){0,4}?(?P<n>\d{1,4})\s+năm(?![^\W_])")
_CELEBRATED = re.compile(r"(?:kỷ niệm|kỉ niệm|mừng|lần thứ)(?:[^.;\n]{0,25}|[^.\n]{0,150}(?:,| và|;) )$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_AHEAD = re.compile(r"(?:đến|tới|dịp|năm sau)\s+(?:dịp\s+|lễ\s+)?(?:kỷ|kỉ) niệm\s+$")
_TET_DAY = re.compile(r"(?i)m[ùồ]ng\s+(\d{1,2})\s+tết")
_FROM = re.compile(r"[\s(,]*(?:tức|nhằm|là)")


@register
class DateAnniversary(Rule):
    """Số năm kỷ niệm hoặc cặp ngày dương - âm tính sai.

    Kiểm tra gì: "kỷ niệm N năm … (30/4/1975 - 30/4/2018)" có đúng N năm không; số năm của những ngày lễ đã biết năm gốc; ngày dương lịch
    và ngày âm lịch ghi cạnh nhau có là một ngày không.

    Vì sao: bài kỷ niệm thường chép từ năm trước và quên sửa số năm.

    Ví dụ sai: Kỷ niệm 42 năm Ngày Giải phóng miền Nam (30/4/1975 - 30/4/2018).

    Sửa thành: Kỷ niệm 43 năm Ngày Giải phóng miền Nam (30/4/1975 - 30/4/2018).

    Giới hạn: ngày lễ không ghi năm gốc chỉ xét khi biết ngày đăng; âm lịch từ 1900 đến 2099.

    Nguồn: bảng data/anniversaries.tsv; âm lịch Việt Nam theo lunar-vn (Hồ Ngọc Đức).
    """

    code = "DAT006"
    name = "date-anniversary"
    severity = "warning"
    summary = ("Số năm kỷ niệm hoặc cặp ngày dương - âm sai", "Wrong anniversary count or solar-lunar pair")
    texts = {
        "message": ("“{text}”: từ {a} đến {b} là {right} năm", "“{text}”: from {a} to {b} it is {right} years"),
        "known": ("“{text}”: {name} tính từ {a}, năm {b} là {right} năm", "“{text}”: {name} counts from {a}; {b} makes {right} years"),
        "lunar": ("“{text}”: ngày {solar} dương lịch là ngày {right} âm lịch", "“{text}”: {solar} is {right} of the lunar calendar"),
        "count": ("giữ hai ngày, sửa số năm", "keep the dates, change the count"),
        "first": ("giữ số năm, sửa năm đầu", "keep the count, change the first year"),
        "last": ("giữ số năm, sửa năm sau", "keep the count, change the last year"),
        "lunar-fix": ("ngày âm lịch của {solar}", "lunar date of {solar}"),
    }

    def check(self, doc: Document) -> Iterable[Finding | Unchecked]:
        spans = doc.dates
        low = doc.text.lower()
        taken: set[int] = set()
        for d in spans:
            if d.type == "DATE" and d.value and "/" in d.value and d.role == "anniversary":
                yield from self._pair(doc, low, d, taken)
        yield from self._known(doc, low, taken)
        for a, b in pairwise(spans):
            if b.reason == "lunar calendar" and a.value and b.value and a.reason != "lunar calendar" and b.start - a.end <= 30:
                yield from self._lunar(doc, a, b)

    def _pair(self, doc: Document, low: str, d: DateSpan, taken: set[int]) -> Iterator[Finding]:
        ends = [days_of(x) for x in (d.value or "").split("/")]
        days = list(written(doc.text, d.start, d.end))
        if len(ends) != 2 or not ends[0] or not ends[1] or len(days) != 2 or not days[0].year or not days[1].year:
            return
        if (days[0].day, days[0].month) != (days[1].day, days[1].month):
            return
        line = low.rfind("\n", 0, d.start) + 1
        m = max(_COUNT.finditer(low, max(line, d.start - 160), d.start), key=lambda x: x.start(), default=None)
        if m is None or any(sign in low[m.end() : d.start] for sign in ";)"):
            return
        taken.add(m.start("n"))
        n, right = int(m["n"]), days[1].year - days[0].year
        if n == right:
            return
        start, end = m.start("n"), m.end()
        tail = doc.text[m.end("n") : end]
        yield self.finding(
            doc, start, end, args={"a": days[0].year, "b": days[1].year, "right": right}, confidence=0.92,
            suggestions=[(f"{right}{tail}", "count", {})], evidence=[(d, "conflict")],
        )  # fmt: skip

    def _known(self, doc: Document, low: str, taken: set[int]) -> Iterator[Finding]:
        posted = posting(doc)
        if posted is None:
            return
        for a in anniversaries(doc.layer("scan").folded):
            if a.start in taken or not _CELEBRATED.search(low, max(0, a.start - 170), a.start):
                continue
            if _YEAR.search(low, a.end, a.end + 110) or _AHEAD.search(low, max(0, a.start - 60), a.start):
                continue
            right = posted.year - a.first + (posted.month >= 11 and a.month <= 3)
            off = abs(a.count - right)
            # a year more or less passes where the day may be that of the year before or after
            if off > 5 or off == 0 or (off == 1 and abs(a.month - posted.month) > 2):
                continue
            tail = doc.text[a.start : a.end].lstrip("0123456789")
            yield self.finding(
                doc, a.start, a.end, message="known", args={"name": a.name, "a": a.first, "b": a.first + right, "right": right},
                confidence=0.7, suggestions=[(f"{right}{tail}", "count", {})],
                evidence=[(r, "reference") for r in doc.region("posted")][:1],
            )  # fmt: skip

    def _lunar(self, doc: Document, a: DateSpan, b: DateSpan) -> Iterator[Finding]:
        if not _FROM.match(doc.text[a.end : b.end].lower()):
            return
        first = days_of((a.value or "").split("T")[0])
        second = days_of(b.value)
        if first is None or second is None or first == second or not FIRST_YEAR < first[0].year <= first[1].year < LAST_YEAR:
            return
        if first[0] != first[1]:
            if second[0] != second[1] and (first[1] - first[0]).days < 27:
                yield self._lunar_range(doc, a, b, first)
            return
        _, month, day, _ = lunar.lunar(first[0])
        days = list(written(doc.text, b.start, b.end))
        fixed = (
            doc.text[b.start : days[0].start] + days[0].repaired(day=day, month=month) + doc.text[days[0].end : b.end]
            if len(days) == 1
            else ""
        )
        if not days and month == 1 and (m := _TET_DAY.search(b.text)):  # "mùng 2 Tết"
            fixed = b.text[: m.start(1)] + str(day) + b.text[m.end(1) :]
        solar = f"{first[0].day}/{first[0].month}/{first[0].year}"
        yield self.finding(
            doc, b.start, b.end, message="lunar", args={"solar": solar, "right": f"{day}/{month}"}, confidence=0.85,
            suggestions=[(fixed, "lunar-fix", {"solar": solar})] if fixed else [], evidence=[(a, "conflict")],
        )  # fmt: skip

    def _lunar_range(self, doc: Document, a: DateSpan, b: DateSpan, days: tuple[date, date]) -> Finding:
        """ "từ ngày 23 đến 25/4 (tức mùng 8 đến mùng 11 tháng 3 âm lịch)". """
        moons = [lunar.lunar(day) for day in days]
        solar = " - ".join(f"{day.day}/{day.month}/{day.year}" for day in days)
        right = " - ".join(f"{m[2]}/{m[1]}" for m in moons)
        return self.finding(
            doc, b.start, b.end, message="lunar", args={"solar": solar, "right": right}, confidence=0.8, evidence=[(a, "conflict")]
        )
