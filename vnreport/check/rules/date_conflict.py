"""DAT005 date-conflict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from vnreport.check.registry import Repair, Rule, register
from vnreport.dates.annotator import posting
from vnreport.dates.patterns import HOLIDAYS
from vnreport.dates.resolve import days_of
from vnreport.dates.written import weekday, written
from vnreport.document import DateSpan, Document, Finding, Unchecked

_WORD = re.compile(r"[^\W\d_]+")
_WINDOW = 12  # words after a date that tell the event
_NAMED_YEAR = re.compile(r"(?<![^\W_])năm (?P<y>(?:19|20)\d\d)(?!\d)")
_DAYS = re.compile(r"P(\d{1,2})D")
_COUNTED = re.compile(r"(?i)(?:trong\s+)?(\d{1,2})\s+ngày(?=\s+\d)")
_BESIDE = re.compile(r"[\s,(:–-]{0,4}(?:(?:kể|bắt đầu|diễn ra|tính|cụ thể|là)[\s,:]{1,2}){0,2}")
_THEN_COUNT = re.compile(r"\s?\(|,\s(?:kéo dài|trong|tổng cộng|là)(?:\svòng|\strong)?\s")
_BACK = re.compile(r"\s(?:ấy|đó)(?![^\W_])")
_ONCE = (
    "khởi công|khánh thành|khai mạc|bế mạc|khai giảng|bàn giao|phát động|ra quân|ra mắt|ký kết|tai nạn|hỏa hoạn|vụ cháy|diễn tập|động thổ|"
    "đại hội|phiên tòa|kỳ họp|hội thao|hội thi|công bố"
)
_NAMED = re.compile(rf"(?<![^\W_])(?P<noun>{_ONCE})(?:\s(?:diễn ra|tổ chức|vào|hôm|trong|xảy ra)){{0,2}}\s$")
"""The name of what took place right before a day: "sau nghi thức khởi công sáng 2/4"."""
_SAME_NIGHT = re.compile(r"(?<![^\W_])ngay\s(?:trong|sau|từ)?\s?$")
_REPORTED = re.compile(r"(?<![^\W_])(?:cho biết|thông tin|thông báo|xác nhận|trao đổi|theo|cho hay|truy tố|khởi tố|xét xử|điều tra)(?![^\W_])")
"""Said of the day of the news, which is not that of the event."""
_TWO_DAYS = re.compile(r"(?i)(?:hai|2|02|ba|3|03)\sngày\s")
_SAME = 0.75  # share of these words that two tellings of one event have in common


@register
class DateConflict(Rule):
    """Một sự việc, hai ngày.

    Kiểm tra gì: cùng một sự việc được kể hai lần bằng gần như cùng lời (tiêu đề, sa-pô, chú thích ảnh, đoạn đầu) nhưng ghi hai ngày khác
    nhau; ngày ở tiêu đề khác ngày ở câu đầu; ngày dùng để nhắc lại sự việc ("hôm 6/9 ấy", "nghi thức khởi công sáng 2/4") khác ngày đã kể; một
    buổi nằm ngoài "hai ngày 24 và 25/7"; số ngày ghi cạnh hai mốc không khớp với hai mốc ("trong 3 ngày, từ ngày 10 đến ngày 15/12").

    Vì sao: người đọc không biết ngày nào đúng.

    Ví dụ sai: Sa-pô: Sáng 12/3, UBND huyện tổ chức lễ phát động Tết trồng cây. Đoạn đầu: Sáng 13/3, UBND huyện tổ chức lễ phát động Tết
    trồng cây.

    Sửa thành: Sáng 12/3, UBND huyện tổ chức lễ phát động Tết trồng cây (ở cả hai chỗ).

    Giới hạn: chỉ so những câu gần như trùng lời, trong phần đầu bài và chú thích ảnh; ngày nhắc lại chỉ xét khi cách ngày đã kể không quá ba
    ngày; lịch công tác có nhiều ngày không xét.

    Nguồn: đối chiếu trong chính văn bản.
    """

    code = "DAT005"
    name = "date-conflict"
    severity = "warning"
    summary = ("Một sự việc ghi hai ngày", "One event with two dates")
    texts = {
        "message": ("“{text}”: cùng sự việc này, chỗ khác ghi “{other}”", "“{text}”: the same event is dated “{other}” elsewhere"),
        "title": ("“{text}”: sau đúng những chữ này, tiêu đề ghi “{other}”", "“{text}”: after the same words the title has “{other}”"),
        "week": ("“{text}” nằm ngoài tuần của lịch, “{other}”", "“{text}” lies outside the week of the programme, “{other}”"),
        "heading": ("“{text}”: tiêu đề ghi “{other}”", "“{text}”: the title has “{other}”"),
        "length": ("“{text}”: “{other}” là {days} ngày", "“{text}”: “{other}” makes {days} days"),
        "count": ("sửa số ngày theo hai mốc", "the count that the two ends make"),
        "other": ("theo chỗ kia", "as in the other place"),
    }

    def check(self, doc: Document) -> Iterable[Finding | Unchecked]:
        yield from self._lengths(doc)
        yield from self._listed(doc)
        yield from self._twice(doc)
        yield from self._title(doc)
        yield from self._again(doc)
        yield from self._calendar(doc)

    def _again(self, doc: Document) -> Iterator[Finding]:
        """A day by which the text points back to its event, when the event was given another day."""
        text = doc.layer("scan").folded
        posted = posting(doc)
        days = [(d, day) for d in doc.dates if d.role not in ("posted", "citation", "anniversary") and (day := _one_day(d)) and _told(doc, d)]
        if not days or len({day for _, day in days}) > 6 or (posted and days[0][1] > posted):
            return
        title = next(doc.region("title"), None)
        headed = [(d, day) for d, day in days if title and d.start < title.end and (day.day, day.month) not in HOLIDAYS]
        days = [(d, day) for d, day in days if not title or d.start >= title.end]
        if not days:
            return
        lead, first = days[0]
        for d, day in headed if posted else ():
            if 0 < abs((day - first).days) <= 3 and all(day != other for _, other in days) and len(headed) == 1:
                yield self.finding(
                    doc, lead.start, lead.end, message="heading", args={"other": d.text}, confidence=0.6, evidence=[(d, "conflict")],
                    suggestions=_with_day(doc, lead, day),
                )  # fmt: skip
        sentence = text[max(text.rfind("\n", 0, lead.start), text.rfind(". ", 0, lead.start)) + 1 :]
        sentence = re.split(r"\n|\. ", sentence[:400], maxsplit=1)[0]
        held = _REPORTED.search(sentence) is None
        said = {first}
        flagged: set[date] = set()
        for d, day in days[1:]:
            before = text[max(0, d.start - 40) : d.start]
            named = _NAMED.search(before)
            apart = abs((day - first).days)
            night = apart == 1 and day > first and d.type == "TIME" and _SAME_NIGHT.search(before) is not None
            if (night or day not in said) and 0 < apart <= 3 and day not in flagged and (not posted or day <= posted):
                back = _BACK.match(text, d.end) is not None
                if back or night or (named and held and named["noun"] in sentence):
                    flagged.add(day)
                    yield self.finding(
                        doc, d.start, d.end, args={"other": lead.text}, confidence=0.65, evidence=[(lead, "conflict")],
                        suggestions=_with_day(doc, d, first),
                    )  # fmt: skip
            said.add(day)
        yield from self._beyond(doc, posted)

    def _calendar(self, doc: Document) -> Iterator[Finding]:
        """A day of a week's programme that lies outside the week of its heading."""
        week = next((d for d in doc.dates if d.type == "DATE" and "/" in (d.value or "") and _told_week(doc, d)), None)
        span = days_of(week.value) if week else None
        if week is None or span is None or (span[1] - span[0]).days > 7:
            return
        entries = [
            (d, day) for d in doc.dates
            if d.start > week.end and (day := _one_day(d)) and weekday(doc.text, d.start, d.end) and d.start - doc.text.rfind("\n", 0, d.start) <= 6
        ]  # fmt: skip
        out = [(d, day) for d, day in entries if not span[0] - timedelta(1) <= day <= span[1] + timedelta(2)]
        if len(entries) >= 3 and len(out) == 1:
            d, _ = out[0]
            yield self.finding(doc, d.start, d.end, message="week", args={"other": week.text}, confidence=0.7, evidence=[(week, "conflict")])

    def _beyond(self, doc: Document, posted: date | None) -> Iterator[Finding]:
        """ "hai ngày 24 và 25/7", and a paragraph of the same programme that begins "Tối 26/7". """
        run = next((d for d in doc.dates if d.role not in ("posted", "citation", "anniversary") and d.type == "DATE"), None)
        span = days_of(run.value) if run and "/" in (run.value or "") and _TWO_DAYS.match(run.text) else None
        if run is None or span is None or posted is None or span[1] > posted:
            return
        inside = False
        for d in doc.dates:
            day = _one_day(d) if d.start > run.end and d.type == "TIME" and d.role != "citation" else None
            opens = d.start - doc.text.rfind("\n", 0, d.start) <= 2
            inside = inside or (day is not None and span[0] <= day <= span[1])
            if day and opens and inside and (day - span[1]).days == 1 and day <= posted:
                yield self.finding(
                    doc, d.start, d.end, args={"other": run.text}, confidence=0.55, evidence=[(run, "conflict")],
                    suggestions=_with_day(doc, d, span[1]),
                )  # fmt: skip
                return

    def _title(self, doc: Document) -> Iterator[Finding]:
        """A year of the title that the body gives otherwise after the same words."""
        title = next(doc.region("title"), None)
        if title is None:
            return
        low = doc.text.lower()
        for m in _NAMED_YEAR.finditer(low, title.start, title.end):
            name, year = _name(low, m.start()), m["y"]
            body = [b for b in _NAMED_YEAR.finditer(low, title.end) if _name(low, b.start()) == name] if name else []
            # once the body has the title's year after these words, another year there is another year's
            if not body or any(b["y"] == year for b in body) or len({b["y"] for b in body}) > 1:
                continue
            b = body[0]
            if doc.text.count("\n", title.end, b.start()) <= 8:
                place = doc.span(m.start("y"), m.end("y"))
                yield self.finding(
                    doc, b.start("y"), b.end("y"), message="title", args={"other": place.text}, confidence=0.7,
                    suggestions=[(place.text, "other", {})], evidence=[(place, "conflict")],
                )  # fmt: skip

    def _lengths(self, doc: Document) -> Iterator[Finding]:
        """ "trong 3 ngày, từ 14 đến 17/12": the count of days against the range beside it. """
        for a, b in pairwise(doc.dates):
            if a.type == "DATE" and b.type == "DURATION" and _THEN_COUNT.fullmatch(doc.text, a.end, b.start):
                a, b = b, a  # "từ ngày 10 đến ngày 15/12 (6 ngày)"
            count = _DAYS.fullmatch(a.value or "") if a.type == "DURATION" else None
            beside = b.end < a.start or _BESIDE.fullmatch(doc.text, a.end, b.start)
            if count is None or b.type != "DATE" or "/" not in (b.value or "") or not beside:
                continue
            ends = [days_of(x) for x in (b.value or "").split("/")]
            if len(ends) != 2 or not ends[0] or not ends[1] or ends[0][0] != ends[0][1] or ends[1][0] != ends[1][1]:
                continue
            n, days = int(count[1]), (ends[1][0] - ends[0][0]).days + 1
            # a term of many days may leave out its first day; the days of an event are all counted
            close = n == days - 1
            if days < 1 or n == days or (close and (n > 6 or doc.text.endswith("vòng ", 0, a.start))):
                continue
            number = doc.text[a.start : a.end].split()[0]
            fixed = f"{days:02}" if number.startswith("0") and number.isdigit() else str(days)
            yield self.finding(
                doc, a.start, a.end, message="length", args={"other": b.text, "days": days}, confidence=0.65 if close else 0.8,
                suggestions=[(fixed + a.text[len(number) :], "count", {})] if number.isdigit() else [], evidence=[(b, "conflict")],
            )  # fmt: skip

    def _listed(self, doc: Document) -> Iterator[Finding]:
        """ "trong 2 ngày 20, 21 và 22/4": the count of days against the days listed after it."""
        for d in doc.dates:
            m = _COUNTED.match(d.text) if d.type == "DATE" and "/" in (d.value or "") else None
            span = days_of(d.value) if m else None
            if m is None or span is None or int(m[1]) < 2:
                continue
            n, days = int(m[1]), (span[1] - span[0]).days + 1
            if n != days and days > 1:
                fixed = f"{days:02}" if m[1].startswith("0") else str(days)
                yield self.finding(
                    doc, d.start + m.start(1), d.start + m.end(), message="length", args={"other": d.text[m.end() :].strip(), "days": days},
                    confidence=0.8, suggestions=[(fixed + d.text[m.end(1) : m.end()], "count", {})],
                )  # fmt: skip

    def _twice(self, doc: Document) -> Iterator[Finding]:
        """One event told twice in the same words with two dates."""
        told: list[tuple[DateSpan, tuple[str, ...], str]] = []
        for d in doc.dates:
            day = (
                days_of((d.value or "").split("T")[0])
                if d.type in ("DATE", "TIME") and d.role not in ("posted", "citation", "anniversary")
                else None
            )
            if day is None or day[0] != day[1] or "/" in (d.value or "") or re.search(r"T\d", d.value or ""):
                continue
            stop = doc.text.find("\n", d.end)
            words = tuple(_WORD.findall(doc.text[d.end : d.end + 160 if stop < 0 else min(stop, d.end + 160)].lower())[:_WINDOW])
            line = max(doc.text.rfind("\n", 0, d.start) + 1, d.start - 500)
            if doc.text[line : line + 1] in "-+*•":  # an entry of a list
                continue
            # a date that opens its line or sentence, with enough told after it
            if len(words) >= 8 and not doc.text.startswith(":", d.end) and len(doc.text[line : d.start].rsplit(". ", 1)[-1].strip()) <= 12:
                told.append((d, words, day[0].isoformat()))
        if len(told) > 12:  # a calendar of events
            return
        alike = [
            (a, b, day_a != day_b)
            for i, (a, words, day_a) in enumerate(told)
            for b, others, day_b in told[i + 1 :]
            if _alike(words, others)
        ]
        # tellings of one event come in twos; more are a list of events alike
        if len(alike) == 1 and alike[0][2]:
            a, b, _ = alike[0]
            if "\n" in doc.text[a.end : b.start] and doc.text.count("\n", 0, a.start) <= 8:
                yield self.finding(
                    doc,
                    b.start,
                    b.end,
                    args={"other": a.text},
                    confidence=0.7,
                    suggestions=[(a.text, "other", {})],
                    evidence=[(a, "conflict")],
                )


def _one_day(d: DateSpan) -> date | None:
    """The day that a span means, if it is one."""
    span = days_of((d.value or "").split("T")[0]) if d.type in ("DATE", "TIME") and "/" not in (d.value or "") else None
    return span[0] if span and span[0] == span[1] else None


def _told_week(doc: Document, d: DateSpan) -> bool:
    """Whether a range heads a programme of a week: "Lịch công tác tuần (từ ngày 20/9 đến ngày 25/9)"."""
    start = doc.text.rfind("\n", 0, max(doc.text.rfind("\n", 0, d.start), 0)) + 1  # its line and the one before
    head = doc.text[start : d.start].lower()
    return d.start < 900 and re.search(r"(?<![^\W_])(?:lịch|chương trình)(?![^\W_])", head) is not None


def _told(doc: Document, d: DateSpan) -> bool:
    """Whether figures name the day ("5/9"; "hôm qua" does not) in a line that tells something: a stamp is alone on its line."""
    before, after = doc.text[max(0, d.start - 80) : d.start], doc.text[d.end : d.end + 80]
    line = before.rsplit("\n", 1)[-1] + " " + after.split("\n", 1)[0]
    return len(line.split()) >= 5 and next(written(d.text, 0, len(d.text)), None) is not None


def _with_day(doc: Document, d: DateSpan, day: date) -> list[Repair]:
    """The span with another day in the place of its own."""
    w = next(written(doc.text, d.start, d.end), None)
    if w is None:
        return []
    right = w.repaired(day=day.day, month=day.month, year=day.year if w.year else None)
    return [(doc.text[d.start : w.start] + right + doc.text[w.end : d.end], "other", {})]


def _name(low: str, end: int) -> tuple[str, ...]:
    """The five words before a place on its line; empty where there are fewer or a sign stands between."""
    words = tuple(low[max(0, end - 60) : end].split("\n")[-1].split()[-5:])
    return words if len(words) == 5 and all(w.isalpha() for w in words) else ()


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return len(set(a) & set(b)) >= _SAME * len(set(a) | set(b))
