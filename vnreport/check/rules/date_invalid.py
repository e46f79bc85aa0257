"""DAT001 date-invalid."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable

from vnreport.check.registry import Rule, register
from vnreport.dates.written import Written, month_written, written
from vnreport.document import DateSpan, Document, Finding, Unchecked

_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_MINUTE = re.compile(r"(?i)(?<![\d.,])\d{1,2}\s?(?:giờ|h)\s?(?P<m>[6-9]\d)\s?phút(?![^\W_])")
_AMPM = re.compile(r"(?i)\b[ap]m\b")


@register
class DateInvalid(Rule):
    """Ngày, tháng hoặc giờ không có trong lịch.

    Kiểm tra gì: ngày quá số ngày của tháng (31/4, 29/2 năm không nhuận), tháng quá 12, giờ quá 24, phút quá 59; ngày viết theo kiểu tháng trước
    ("11/19/2019") được báo riêng.

    Vì sao: một thời hạn rơi vào ngày không có thì không ai thực hiện được, và thường là dấu vết của việc gõ nhầm.

    Ví dụ sai: Báo cáo gửi về UBND huyện trước ngày 31/6/2023.

    Sửa thành: Báo cáo gửi về UBND huyện trước ngày 30/6/2023.

    Giới hạn: ngày 29/2 không ghi năm chỉ bị báo khi năm đã rõ; ngày âm lịch không xét ở đây; dấu thời gian kiểu Mỹ của trang tin
    ("3:00 PM") không bị báo.

    Nguồn: dương lịch; Nghị định 30/2020/NĐ-CP, Phụ lục I về cách ghi ngày, tháng.
    """

    code = "DAT001"
    name = "date-invalid"
    severity = "error"
    summary = ("Ngày, tháng hoặc giờ không có thật", "A day, month or hour that does not exist")
    texts = {
        "message": ("“{text}”: tháng {month} năm {year} chỉ có {days} ngày", "“{text}”: month {month} of {year} has only {days} days"),
        "month": ("“{text}”: không có tháng {month}", "“{text}”: there is no month {month}"),
        "day": ("“{text}”: không có ngày {day}", "“{text}”: there is no day {day}"),
        "hour": ("“{text}”: không có {hour} giờ", "“{text}”: there is no hour {hour}"),
        "minute": ("“{text}”: không có phút {minute}", "“{text}”: there is no minute {minute}"),
        "swapped": ("“{text}”: tháng viết trước ngày", "“{text}”: the month stands before the day"),
        "last-day": ("ngày cuối của tháng {month}", "last day of month {month}"),
        "order": ("viết ngày trước tháng", "write the day before the month"),
    }

    def check(self, doc: Document) -> Iterable[Finding | Unchecked]:
        for m in _MINUTE.finditer(doc.text) if "phút" in doc.layer("scan").folded else ():
            yield self.finding(doc, m.start(), m.end(), message="minute", args={"minute": int(m["m"])}, confidence=0.9)
        for d in doc.dates:
            if not d.value or d.reason == "lunar calendar":
                continue
            if (clock := _CLOCK.search(d.value)) and int(clock[1]) > 24:
                yield self.finding(doc, d.start, d.end, message="hour", args={"hour": int(clock[1])}, confidence=0.9)
                continue
            if d.type in ("DURATION", "SET") or (d.value.endswith("_REF") and "/" not in d.value):
                continue
            days = list(written(doc.text, d.start, d.end))
            for w in days:
                found = self._day(doc, d, w, len(days) == 1)
                if found:
                    yield found
            if not days and (month := month_written(d.text)) is not None and month > 12:
                yield self.finding(doc, d.start, d.end, message="month", args={"month": month}, confidence=0.85)

    def _day(self, doc: Document, d: DateSpan, w: Written, alone: bool) -> Finding | None:
        start, end = (d.start, d.end) if alone and d.type == "DATE" else (w.start, w.end)

        def fixed(text: str) -> str:
            return doc.text[start : w.start] + text + doc.text[w.end : end]

        if w.month > 12:
            if w.day <= 12 and w.month <= 31:
                if _AMPM.search(d.text) or d.role == "posted":
                    return None
                return self.finding(
                    doc, start, end, message="swapped", confidence=0.8, severity="warning",
                    suggestions=[(fixed(w.repaired(day=w.month, month=w.day)), "order", {})],
                )  # fmt: skip
            return self.finding(doc, start, end, message="month", args={"month": w.month}, confidence=0.9)
        if w.month < 1 or w.day < 1 or w.day > 31:
            return self.finding(doc, start, end, message="day", args={"day": w.day}, confidence=0.9)
        year = w.year if w.year is not None else int(d.value[:4]) if d.value and d.value[:4].isdigit() else None
        if year is None or not 1 <= year <= 9999:
            year = 2000  # a leap year: only what no year has is left to tell
        last = monthrange(year, w.month)[1]
        if w.day <= last:
            return None
        args = {"month": w.month, "year": year, "days": last}
        return self.finding(
            doc, start, end, args=args, confidence=0.97 if w.year or w.month != 2 else 0.7,
            suggestions=[(fixed(w.repaired(day=last)), "last-day", args)],
        )  # fmt: skip
