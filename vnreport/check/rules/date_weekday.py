"""DAT002 date-weekday."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from vnreport.check.registry import Rule, register
from vnreport.dates.annotator import posting
from vnreport.dates.written import WEEKDAY_NAMES, Written, weekday, written
from vnreport.document import Document, Finding, Unchecked


@register
class DateWeekday(Rule):
    """Thứ trong tuần không khớp với ngày.

    Kiểm tra gì: ngày có ghi kèm thứ ("thứ Hai, ngày 5/3/2018") có đúng là thứ ấy không.

    Vì sao: người đọc không biết phải đến ngày nào; một trong hai chỗ đã ghi nhầm.

    Ví dụ sai: Hội nghị khai mạc sáng thứ Ba, ngày 05/3/2018.

    Sửa thành: Hội nghị khai mạc sáng thứ Hai, ngày 05/3/2018.

    Giới hạn: khi ngày không ghi năm, năm lấy theo ngày đăng; không có ngày đăng thì không xét.

    Nguồn: dương lịch.
    """

    code = "DAT002"
    name = "date-weekday"
    severity = "error"
    summary = ("Thứ không khớp với ngày", "Weekday that does not fit the date")
    texts = {
        "message": ("“{text}”: ngày {day} là {right}", "“{text}”: {day} is a {right_en}"),
        "change-weekday": ("giữ ngày, sửa thứ thành {right}", "keep the date, change the weekday to {right_en}"),
        "change-day": ("giữ thứ, sửa ngày thành {day}", "keep the weekday, change the date to {day}"),
        "change-year": ("giữ thứ và ngày, sửa năm thành {year}", "keep weekday and day, change the year to {year}"),
        "no-year": ("không rõ năm của ngày có ghi thứ", "the year of a date with a weekday is not known"),
    }

    def check(self, doc: Document) -> Iterable[Finding | Unchecked]:
        posted = posting(doc)
        for d in doc.dates:
            if d.type in ("DURATION", "SET") or not d.value or d.reason == "lunar calendar":
                continue
            days = list(written(doc.text, d.start, d.end))
            values = d.value.split("/")
            if len(days) != len(values):
                continue
            start = d.start
            for w, value in zip(days, values, strict=True):
                end = d.end if w is days[-1] else w.end
                said = weekday(doc.text, start, end)
                if said is not None and value.startswith("XXXX"):
                    yield self.unchecked("no-year")
                elif said is not None and (
                    found := self._differs(doc, (start if len(days) == 1 else min(said[1], w.start), end), said, w, value, posted)
                ):
                    yield found
                start = end

    def _differs(
        self, doc: Document, place: tuple[int, int], said: tuple[int, int, int], w: Written, value: str, posted: date | None
    ) -> Finding | None:
        try:
            day = date.fromisoformat(value[:10])
        except ValueError:
            return None
        if day.weekday() == said[0] or not 1 < day.year < 9999:
            return None
        start, end = place
        right = WEEKDAY_NAMES[day.weekday()]
        names = {"right": right, "right_en": f"{day:%A}", "day": f"{day.day}/{day.month}/{day.year}"}
        name = right[:1].upper() + right[1:] if doc.text[said[1]].isupper() else right
        if doc.text[said[1] : said[2]][-1].isdigit() and day.weekday() < 6:
            name = f"{doc.text[said[1] : said[1] + 3]} {day.weekday() + 2}"

        def with_(a: int, b: int, text: str) -> str:
            return doc.text[start:a] + text + doc.text[b:end]

        near_days = (day + timedelta(k) for k in range(-3, 4))
        other = min((x for x in near_days if x.weekday() == said[0]), key=lambda x: abs((x - day).days))
        suggestions = [
            (with_(said[1], said[2], name), "change-weekday", names),
            (
                with_(w.start, w.end, w.repaired(day=other.day, month=other.month, year=other.year if w.year else None)),
                "change-day",
                {"day": f"{other.day}/{other.month}/{other.year}"},
            ),
        ]
        for year in (w.year - 1, w.year + 1) if w.year else ():
            try:
                fits = date(year, w.month, w.day).weekday() == said[0]
            except ValueError:
                continue
            if fits:
                suggestions.append((with_(w.start, w.end, w.repaired(year=year)), "change-year", {"year": str(year)}))
        near = posted is not None and abs((posted - day).days) <= 45
        confidence = 0.95 if w.year else 0.85 if near else 0.45
        evidence = [(r, "reference") for r in doc.region("posted")] if not w.year else []
        return self.finding(
            doc, start, end, args=names, confidence=confidence, severity=None if confidence >= 0.5 else "info",
            suggestions=suggestions, evidence=evidence,
        )  # fmt: skip
