"""What an expression means: TIMEX3 values from what is written, the posting date, the words around and the dates said before."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vnreport.dates import lunar
from vnreport.dates.model import Expression, Point

_FUTURE = re.compile(
    r"(?:dự kiến|sẽ|chậm nhất|muộn nhất|hạn chót|hạn cuối|hạn nộp|"
    r"thời hạn|phấn đấu|hoàn thành (?:trước|trong)|trước ngày|trước tháng|kế hoạch|lịch|chuẩn bị|"
    r"sắp|đến hết|"
    r"xong trước|tới đây|từ nay|hướng tới|hướng đến|đăng ký)(?![^\W_])"
)
_PAST = re.compile(r"(?:đã|vừa|từng|trước đó|mới đây|vừa qua|hôm|được biết)(?![^\W_])")
_BEGUN = re.compile(r"(?<![^\W_])(?:khởi công|triển khai|phát động|ký|ban hành|thi công|bắt đầu)(?:\s+(?:xây dựng|từ|vào|hồi))*\s+$")
_DEADLINE = re.compile(r"(?<![^\W_])(?:trước|hạn|chậm nhất(?: là)?|đến hết|xong trước|trước khi|từ nay đến)(?: hết)? (?:ngày )?$")
"""Before a day that sets a term, which "cùng ngày" and a clock time later do not mean."""
_UP_TO = re.compile(r"\s(?:đến|tới)(?:\s+hết)?\s+$")


UNTOLD = "no day said before"
"""The reason of a "hôm sau" that follows no day of the text: a word of sequence, which has no value."""


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved value: TIMEX3 type and value, the reason of what is not written, other readings."""

    type: str
    value: str | None
    reason: str | None = None
    alternatives: tuple[str, ...] = ()
    confidence: float = 1.0


def iso(year: int, month: int, day: int) -> str:
    """A day as written, even an impossible one."""
    return f"{year:04}-{month:02}-{day:02}"


def _year_value(year: int) -> str:
    """A year; before our era with a sign."""
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def days_of(value: str | None) -> tuple[date, date] | None:
    """First and last day of a TIMEX3 date or range; ``None`` for anything else and for days that do not exist.

    Examples
    --------
    >>> days_of("2018-02"), days_of("2018-04-31")
    ((datetime.date(2018, 2, 1), datetime.date(2018, 2, 28)), None)
    """
    if not value:
        return None
    ends = [_days(v) for v in value.split("/")]
    first, last = ends[0], ends[-1]
    return (first[0], last[1]) if first and last else None


_VALUE = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q(\d)|H(\d)|W(\d\d)))?(?:T.*)?")


def _days(value: str) -> tuple[date, date] | None:
    m = _VALUE.fullmatch(value)
    if not m:
        return None
    y = int(m[1])
    try:
        if m[3]:
            day = date(y, int(m[2]), int(m[3]))
            return day, day
        if m[6]:
            monday = date.fromisocalendar(y, int(m[6]), 1)
            return monday, monday + timedelta(6)
        size, number = (1, int(m[2])) if m[2] else (3, int(m[4])) if m[4] else (6, int(m[5])) if m[5] else (12, 1)
        a = (number - 1) * size + 1
        b = a + size - 1
        return date(y, a, 1), date(y, b, monthrange(y, b)[1])
    except ValueError:
        return None


def _add_months(day: date, months: int) -> date:
    n = day.year * 12 + day.month - 1 + months
    y, m = divmod(n, 12)
    return date(y, m + 1, min(day.day, monthrange(y, m + 1)[1]))


class Resolver:
    """Resolves the expressions of one text, in order.

    Parameters
    ----------
    folded : str
        The folded text, for the cues around an expression.
    ref : date
        The reference: when the text was posted.
    prefer : {"past", "future"} or None
        Direction of what the text leaves open; ``None`` takes the cues, then the nearest.
    source : str
        What the reference is, for the reasons.
    year : int or None
        The year that the text speaks of, where it is not that of the reference.
    """

    def __init__(self, folded: str, ref: date, prefer: str | None = None, source: str = "posted date", year: int | None = None) -> None:
        self.s = folded
        self.ref = ref
        self.prefer = prefer
        self.source = source
        self.year = year
        self.day: date | None = None
        self.day_end = 0
        self.month: tuple[int, int] | None = None
        self.past: date | None = None
        self.period: str | None = None
        self.quarter: tuple[int, int, int] | None = None
        self.reported: tuple[int, int, int] | None = None
        self.year_said: tuple[int, int] | None = None
        self.days: tuple[int, str] | None = None

    @property
    def now(self) -> date:
        """The reference, in the year that the text speaks of."""
        return self.ref if self.year is None else self.ref.replace(year=self.year, day=min(self.ref.day, 28))

    def resolve(self, e: Expression) -> Value:
        """The value of an expression; without one where it lies outside the calendar ("cách đây 9999 năm")."""
        before = self.day
        try:
            v = self._resolve(e)
            if self.day is not before:
                if before is not None and _DEADLINE.search(self.s, max(0, e.start - 24), e.start):
                    self.day = before
                else:
                    self.day_end = e.end
                    self.past = self.day if self.day and self.day <= self.ref else self.past
            return v
        except (OverflowError, ValueError):
            return Value("DATE", None, "outside the calendar", confidence=0.3)

    def _resolve(self, e: Expression) -> Value:
        if e.kind == "duration":
            return Value("DURATION", e.value)
        if e.kind == "set":
            return Value("SET", e.value)
        if e.kind == "vague":
            if self.days and self.s.endswith("những ngày này", e.start, e.end) and e.start - self.days[0] < 600:
                return Value("DATE", self.days[1], "the days said before")
            return Value("DATE", e.value)
        assert e.first is not None
        if e.kind == "range":
            assert e.last is not None
            v = self._range(e, e.first, e.last)
            if e.first.grain == e.last.grain == "day" and v.value:
                self.days = (e.start, v.value)
            return v
        return self._point(e.first, e)

    def _range(self, e: Expression, a: Point, b: Point) -> Value:
        bare = a.year is b.year is a.year_rel is b.year_rel is None and a.rel is b.rel is None and not a.lunar
        if bare and a.grain == b.grain == "day" and a.month is not None and b.month is not None and b.day is not None:
            y, reason, _ = self._pick_year(b.month, b.day, b, e)
            a = a.but(year=y - (1 if a.month > b.month else 0))
            b = b.but(year=y)
            return Value("DATE", f"{self._value(a, e)}/{self._value(b, e)}", reason)
        if bare and a.grain == b.grain == "month" and a.month and b.month:
            y, reason, _ = self._pick_year(b.month, None, b, e)
            return Value("DATE", f"{y - (a.month > b.month):04}-{a.month:02}/{y:04}-{b.month:02}", reason)
        if b.grain == "now" and b.rel is None:
            first = self._point(a, e)
            return Value("DATE", f"{first.value}/PRESENT_REF", first.reason)
        if b.lunar and b.month and not a.lunar:
            a = a.but(lunar=True)
        x, y_ = self._point(a, e), self._point(b, e)
        v, w = (x.value or "").split("/")[0], (y_.value or "").split("/")[-1]
        if "/" not in (x.value or "") and "/" not in (y_.value or "") and a.grain == b.grain == "months":
            return Value("DATE", v)
        if a.weekday is not None and b.weekday is not None and a.day is b.day is None and (ends := (days_of(v), days_of(w)))[0] and ends[1]:
            w = (ends[0][0] + timedelta((b.weekday - a.weekday) % 7)).isoformat()
        if a.year is None and b.year is None and days_of(v) and days_of(w) and a.month and b.month and a.month > b.month and v[:4] == w[:4]:
            v = f"{int(v[:4]) - 1:04}{v[4:]}"
        if a.grain != "day" or ((span := days_of(f"{v}/{w}")) and (span[1] - span[0]).days >= 27):
            self.period = f"{v}/{w}"
        return Value("DATE", f"{v}/{w}", y_.reason or x.reason, confidence=min(x.confidence, y_.confidence))

    def _value(self, p: Point, e: Expression) -> str:
        return self._point(p, e).value or ""

    def _point(self, p: Point, e: Expression) -> Value:
        v = self._frame(p, e)
        if v.value and p.grain in ("day", "clock") and (p.clock or p.part):
            base = v.value.split("T")[0]
            if p.clock:
                return replace(v, type="TIME", value=f"{base}T{p.clock[0]:02}:{p.clock[1]:02}")
            return replace(v, type="TIME", value=f"{base}T{p.part}")
        return v

    def _remember(self, y: int, m: int, d: int) -> None:
        try:
            self.day = date(y, m, d)
        except ValueError:
            return
        self.month = (y, m)

    def _day_value(self, day: date, reason: str | None, others: tuple[str, ...] = ()) -> Value:
        self._remember(day.year, day.month, day.day)
        return Value("DATE", day.isoformat(), reason, others)

    def _frame(self, p: Point, e: Expression) -> Value:
        ref = self.now
        if p.grain == "clock":
            if p.rel:
                return Value("DATE", ref.isoformat(), f"from the {self.source}")
            day = self.day or ref
            if self.past and (day - self.ref).days > 20 and "\n" in self.s[self.day_end : p.start]:
                day = self.past  # a day far ahead, said in another paragraph, is a term and not the day told of
            return Value("DATE", day.isoformat(), "day: the last one said" if self.day else f"day: {self.source}")
        if p.grain == "now":
            return Value("DATE", ref.isoformat(), self.source)
        if p.same == "period":
            return self._same_period(p)
        if p.same:
            return self._same(p)
        if p.grain == "day":
            return self._day(p, e)
        if p.grain == "months":
            return self._months(p)
        year, reason = p.year, None
        if year is None and p.year_rel is not None:
            year, reason = ref.year + p.year_rel, f"year: {self.source}"
        if p.grain == "month" and p.month is not None:
            return self._month(p, e, year, reason)
        if p.grain == "quarter" and p.number is not None:
            if year is None and self.quarter and 0 < p.number - self.quarter[1] <= 3 and p.start - self.quarter[2] < 600:
                year, reason = self.quarter[0], "year: the quarter said before"
            elif year is None:
                year = self._nearest_quarter(p.number, e)
                reason = f"year: {self.source}"
            self.quarter = (year, p.number, p.end)
            if date(year, 3 * p.number, 28) <= ref:
                self.reported = self.quarter
            self.period = f"{year:04}-Q{p.number}"
            return Value("DATE", self.period, reason)
        if p.grain == "year":
            return self._year(p)
        if p.grain == "decade":
            return Value("DATE", f"{(p.year or 0) // 10}")
        if p.grain == "century":
            return Value("DATE", f"{(p.year or 0) // 100}")
        if p.grain == "season":
            year = year if year is not None else ref.year
            if p.edge == "WI" and p.year is None and ref.month <= 3:
                year -= 1  # the winter of January began the year before
            return Value("DATE", f"{year:04}-{p.edge}", reason)
        if p.grain == "week":
            return self._week(p, year)
        assert p.rel is not None
        return self._shifted(p)

    # -- grains ----------------------------------------------------------------------------------------------------------------------
    def _shifted(self, p: Point) -> Value:
        assert p.rel is not None
        unit, n = p.rel
        ref = self.now
        why = f"from the {self.source}"
        if p.same and self.day:
            ref, why = self.day, "from the date said before"
        if unit == "D":
            return self._day_value(ref + timedelta(n), why)
        if unit == "W":
            if p.grain == "day":
                return self._day_value(ref + timedelta(7 * n), why)
            y, w, _ = (ref + timedelta(7 * n)).isocalendar()
            return Value("DATE", f"{y:04}-W{w:02}" + ("-WE" if p.edge == "cuối" else ""), why)
        if unit == "M":
            day = _add_months(ref.replace(day=1), n)
            self.month = (day.year, day.month)
            return Value("DATE", f"{day.year:04}-{day.month:02}", why)
        if unit == "Q":
            k = ref.year * 4 + (ref.month - 1) // 3 + n
            if n < 0 and self.reported:  # "so với quý trước" in the report of a quarter
                k, why = self.reported[0] * 4 + self.reported[1] - 1 + n, "from the quarter said before"
            return Value("DATE", f"{k // 4:04}-Q{k % 4 + 1}", why)
        years = n * (int(unit[:-1]) if len(unit) > 1 else 1)
        return Value("DATE", _year_value(ref.year + years), why)

    def _year(self, p: Point) -> Value:
        if p.year is not None:
            self.year_said = (p.year, p.end)
            return Value("DATE", _year_value(p.year))
        near = self.now.year
        if p.rel in (("Y", -1), ("Y", 1)) and p.edge is None and self.year_said and self.s.endswith(("trước", "sau"), p.start, p.end):
            said, at = self.year_said
            between = self.s[at : p.start]
            if len(between) < 220 and "\n" not in between and ". " not in between and said < near + (p.rel[1] < 0):
                return Value("DATE", _year_value(said + p.rel[1]), "from the year said before")
        if p.lunar and p.edge:
            found = lunar.cycle_year(p.edge, near)
            return Value("DATE", f"{found:04}" if found else None, f"year of the cycle nearest to the {self.source}")
        assert p.rel is not None
        if p.edge == "qua":
            # "năm qua" told at the end of a year is that year, told in its first months the one before
            year = near if self.now.month >= 10 else near - 1
            return Value("DATE", f"{year:04}", f"from the {self.source}", (f"{near if year != near else near - 1:04}",), 0.8)
        return self._shifted(p)

    def _month(self, p: Point, e: Expression, year: int | None, reason: str | None) -> Value:
        assert p.month is not None
        if p.lunar:
            if p.edge and " " in p.edge:
                year = lunar.cycle_year(p.edge, self.now.year)
            span = lunar.month(year or self.now.year, p.month, p.leap)
            if span is None:
                return Value("DATE", None, "lunar month outside the calendar")
            return Value("DATE", f"{span[0]}/{span[1]}", "lunar calendar")
        others: tuple[str, ...] = ()
        if year is None:
            if p.month > 12:
                year = self.now.year
            else:
                year, reason, others = self._pick_year(p.month, None, p, e)
        self.month = (year, p.month)
        value = f"{year:04}-{p.month:02}"
        self.period = value
        return Value("DATE", value, reason, tuple(o[:7] for o in others))

    def _months(self, p: Point) -> Value:
        assert p.months is not None
        a, b = p.months
        reason = None
        year = p.year
        if year is None:
            year = self.now.year + (p.year_rel or 0)
            reason = f"year: {self.source}"
            if p.year_rel is None and a == 1 and b > self.now.month + 1:
                year -= 1  # "9 tháng đầu năm" told in March is last year's
        self.period = f"{year:04}-{a:02}/{year:04}-{b:02}"
        return Value("DATE", self.period, reason)

    def _same_period(self, p: Point) -> Value:
        year = p.year
        if self.period and (span := days_of(self.period)) and (span[1] - span[0]).days < 800:
            base = span[0].year
            target = year if year is not None else base + (p.year_rel if p.year_rel is not None else -1)
            moved = re.sub(r"\b(\d{4})", lambda m: f"{int(m[1]) - base + target:04}", self.period)
            return Value("DATE", moved, "the period said before")
        target = year if year is not None else self.now.year + (p.year_rel or -1)
        return Value("DATE", f"{target:04}", f"year: {self.source}", confidence=0.6)

    def _same(self, p: Point) -> Value:
        day = self.day or self.now
        if p.same in ("next", "previous"):
            if p.rel and p.rel[0] != "D":
                return self._shifted(p)
            # the day that "hôm sau" follows stands in its own paragraph or the one before
            if self.source != "reference" and (self.day is None or self.s.count("\n", self.day_end, p.start) > 2 or p.start - self.day_end > 600):
                return Value("DATE", None, UNTOLD)
            day += timedelta(1 if p.same == "next" else -1)
        if p.grain == "month":
            return Value("DATE", f"{day.year:04}-{day.month:02}", "the date said before")
        if p.grain == "year":
            return Value("DATE", f"{day.year:04}", "the date said before")
        if p.grain in ("week", "quarter"):
            return self._shifted(p)
        return Value("DATE", day.isoformat(), "the date said before", confidence=1.0 if self.day else 0.5)

    def _week(self, p: Point, year: int | None) -> Value:
        if p.month is not None and p.number is not None:
            y = year if year is not None else self._pick_year(p.month, None, p, Expression(p.start, p.end, "point", p))[0]
            first = date(y, p.month, 1)
            if p.number < 0:
                monday = date(y, p.month, monthrange(y, p.month)[1])
                monday -= timedelta(monday.weekday())
            else:
                monday = first + timedelta((7 - first.weekday()) % 7) + timedelta(7 * (p.number - 1))
            iy, w, _ = monday.isocalendar()
            return Value("DATE", f"{iy:04}-W{w:02}", None if year else f"year: {self.source}")
        if p.number is not None:
            return Value("DATE", f"{year or self.now.year:04}-W{p.number:02}", None if year else f"year: {self.source}")
        return self._shifted(p)

    def _day(self, p: Point, e: Expression) -> Value:
        ref = self.now
        if p.day is None:
            if p.weekday is not None:
                return self._weekday(p, e)
            assert p.rel is not None
            return self._shifted(p)
        year = p.year if p.year is not None else (ref.year + p.year_rel if p.year_rel is not None else None)
        reason = f"year: {self.source}" if p.year is None and p.year_rel is not None else ("month first" if p.swapped else None)
        if p.lunar:
            return self._lunar_day(p, e, year)
        if p.month is None:
            return self._bare_day(p)
        others: tuple[str, ...] = ()
        day = p.day
        if year is None:
            year, reason, others = self._pick_year(p.month, p.day, p, e)
        if day < 0:
            day += monthrange(year, p.month)[1] + 1
        self._remember(year, p.month, day)
        return Value("DATE", iso(year, p.month, day), reason, others)

    def _bare_day(self, p: Point) -> Value:
        assert p.day is not None
        if p.rel:
            there = _add_months(self.now.replace(day=1), p.rel[1])
            self._remember(there.year, there.month, p.day)
            return Value("DATE", iso(there.year, there.month, p.day), f"from the {self.source}")
        y, m = self.month or (self.now.year, self.now.month)
        if self.month is None and self.prefer is None and p.day > self.now.day + 15:
            before = _add_months(self.now.replace(day=1), -1)
            y, m = before.year, before.month
        elif self.prefer == "future" and p.day < self.now.day:
            after = _add_months(self.now.replace(day=1), 1)
            y, m = after.year, after.month
        self._remember(y, m, p.day)
        return Value("DATE", iso(y, m, p.day), "month: the last one said" if self.month else f"month: {self.source}", confidence=0.8)

    def _lunar_day(self, p: Point, e: Expression, year: int | None) -> Value:
        assert p.month is not None or p.day is not None
        near = self.now
        if p.edge and p.edge.count(" ") == 1:
            year = lunar.cycle_year(p.edge, near.year)
            if p.month == 12 and p.number and year is not None:
                year -= 1  # 30 Tết is the last day of the year before
        elif year is not None and p.month == 12 and p.number:
            year -= 1
        month = p.month
        if month is None:
            month = lunar.lunar(near)[1]
        assert p.day is not None
        if year is not None:
            found = lunar.solar(year, month, p.day, p.leap)
            if found is None and p.day == 30 and p.number:
                found = lunar.solar(year, month, 29)  # the eve of Tết of a short last month
        else:
            anchor = self.day if self.day and self._near_before(p) else near
            fits = [d for y in (near.year - 1, near.year, near.year + 1) if (d := lunar.solar(y, month, p.day, p.leap))]
            found = min(fits, key=lambda d: abs((d - anchor).days)) if fits else None
            if fits and self.prefer:
                side = [d for d in fits if (d >= near if self.prefer == "future" else d <= near)]
                found = min(side, key=lambda d: abs((d - near).days)) if side else found
        if found is None:
            return Value("DATE", None, "no such lunar date", confidence=0.4)
        return self._day_value(found, "lunar calendar")

    def _near_before(self, p: Point) -> bool:
        """Whether the date said before stands right before, as in "02/4/2018 (nhằm ngày 17/02 âm lịch)"."""
        return "\n" not in self.s[max(0, p.start - 60) : p.start]

    def _weekday(self, p: Point, e: Expression) -> Value:
        assert p.weekday is not None
        ref = self.now
        why = f"weekday: {self.source}"
        monday = ref - timedelta(ref.weekday())
        if self.day and self.day.weekday() == p.weekday and p.start - self.day_end <= 3 and "(" in self.s[self.day_end : p.start]:
            return self._day_value(self.day, "the date said before")  # "ngày 26/4/2018 (chiều thứ Năm)"
        if p.rel is not None:
            return self._day_value(monday + timedelta(7 * p.rel[1] + p.weekday), why)
        ahead = (p.weekday - ref.weekday()) % 7
        future, past = ref + timedelta(ahead), ref - timedelta((ref.weekday() - p.weekday) % 7)
        direction = p.direction or {"future": 1, "past": -1}.get(self.prefer or "", 0) or self._cue(p, e)
        if p.direction > 0 and ahead == 0:
            future += timedelta(7)
        if p.direction < 0 and past == ref:
            past -= timedelta(7)
        day = future if direction > 0 else past
        other = past if direction > 0 else future
        return self._day_value(day, why, (other.isoformat(),) if other != day and not p.direction else ())

    def _nearest_quarter(self, q: int, e: Expression) -> int:
        ref = self.now
        current = (ref.month - 1) // 3 + 1
        if self.prefer == "future":
            return ref.year + (q < current)
        if self.prefer == "past":
            return ref.year - (q > current)
        return ref.year - (q - current > 2)

    def _pick_year(self, month: int, day: int | None, p: Point, e: Expression) -> tuple[int, str, tuple[str, ...]]:
        """The year of a date without one: direction from ``prefer``, the word beside it, the cues of its sentence, else the nearest."""
        ref = self.now
        if self.year is not None and self.prefer is None and not p.direction:
            return self.year, "year: the one that the text speaks of", ()
        fits: list[tuple[date, date, int]] = []
        for y in range(ref.year - 1, ref.year + 2):
            last = monthrange(y, month)[1] if 1 <= month <= 12 else 0
            if not last:
                return ref.year, f"year: {self.source}", ()
            a = date(y, month, min(day, last) if day and day > 0 else 1)
            b = a if day else date(y, month, last)
            if not (day == 29 and month == 2 and last == 28):
                fits.append((a, b, y))
        if not fits:  # 29/2 far from a leap year
            return ref.year, f"year: {self.source}", ()
        if day is None:
            nearest = min(fits, key=lambda f: 0 if f[0] <= ref <= f[1] else min(abs((f[0] - ref).days), abs((f[1] - ref).days)))
        else:
            nearest = min(fits, key=lambda f: abs((f[0] - ref).days))
        past = max((f for f in fits if f[0] <= ref), key=lambda f: f[0], default=nearest)
        future = min((f for f in fits if f[1] >= ref), key=lambda f: f[0], default=nearest)
        reason = f"year: nearest to the {self.source}"
        chosen = nearest
        if day and self.day and self.prefer is None and p.start - self.day_end < 45 and _UP_TO.search(self.s, self.day_end, p.start):
            after = [f for f in fits if 0 <= (f[0] - self.day).days <= 120]
            if after and "\n" not in self.s[self.day_end : p.start]:
                return after[0][2], "year: after the day said before", ()
        if self.prefer in ("past", "future"):
            chosen, reason = (future if self.prefer == "future" else past), f"year: prefer {self.prefer}"
        elif p.direction:
            chosen, reason = (future if p.direction > 0 else past), "year: the word beside the date"
        elif cue := self._cue(p, e):
            wanted = future if cue > 0 else past
            # a cue turns the nearest year only where both readings are far enough from the reference to be in doubt
            if wanted[2] != nearest[2] and abs((nearest[0] - ref).days) > 45:
                chosen, reason = wanted, "year: cues around"
        elif p.part and nearest[0] > ref and (nearest[0] - ref).days > 90:  # a part of the day is told of what took place
            chosen, reason = past, "year: a part of the day, told"
        others = tuple(iso(f[2], month, day) if day else f"{f[2]:04}-{month:02}" for f in (past, future) if f[2] != chosen[2])
        return chosen[2], reason, others if abs((nearest[0] - ref).days) > 45 else ()

    def _cue(self, p: Point, e: Expression) -> int:
        """-1 or 1 where the words of the clause tell past or future, else 0."""
        s = self.s
        first = max(e.start - 90, 0)
        a = max(*(s.rfind(end, first, e.start) for end in ("\n", ". ", ";")), first)
        b = min(x for x in (*(s.find(end, e.end, e.end + 61) for end in ("\n", ". ", ";")), e.end + 60) if x >= 0)
        before, after = s[a : e.start], s[e.end : b]
        future = bool(_FUTURE.search(before)) or before.endswith("trước ") or bool(re.match(r",?\s+(?:[^\s]+\s+){0,6}(?:sẽ|dự kiến)\b", after))
        if _BEGUN.search(before) and re.match(r",\s+(?:và\s+)?dự kiến\b", after):
            return -1  # "khởi công ngày 15/10, dự kiến khánh thành …"
        past = bool(_PAST.search(before)) or bool(re.match(r",?\s+(?:[^\s]+\s+){0,8}đã\b", after))
        return 1 if future and not past else -1 if past and not future else 0
