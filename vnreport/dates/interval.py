"""The interval that a resolved expression covers, to the second; what :func:`vnreport.dates.parse` adds to the value."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from vnreport.dates.model import Expression, Point
from vnreport.dates.resolve import Value, days_of

_PARTS = {"MO": (4, 12), "MI": (12, 14), "AF": (12, 18), "EV": (18, 24), "NI": (20, 24)}
_SEASONS = {"SP": (3, 21), "SU": (6, 21), "FA": (9, 24), "WI": (12, 21)}
_STEP = {"S": "second", "M": "minute", "H": "hour"}

Found = tuple[str, datetime | None, datetime | None, str | None]


def _at(day: date, hour: int = 0, minute: int = 0) -> datetime:
    return datetime.combine(day, time()) + timedelta(hours=hour, minutes=minute)


def interval(e: Expression, v: Value, at: datetime, prefer: str | None) -> Found | None:
    """Grain, both ends (the last excluded) and value; ``None`` where the calendar has no such date."""
    if e.kind == "duration":
        return _duration(e, v, at)
    if e.kind in ("set", "vague"):
        return e.kind, None, None, v.value
    p = e.first
    assert p is not None
    if p.grain == "now" and p.edge == "now":
        return "second", at, at + timedelta(seconds=1), at.isoformat(timespec="seconds")
    if p.clock and e.kind == "point":
        return _clock(p, v, at, prefer)
    span = days_of(v.value)
    if v.value and v.value.endswith("PRESENT_REF") and (first := days_of(v.value.split("/")[0])):
        return "day", _at(first[0]), at, v.value
    if span is None and p.grain in ("season", "decade", "century") and v.value:
        return _long(p, v.value)
    if span is None and v.value and v.value.startswith("-"):
        return p.grain, None, None, v.value  # before our era
    if span is None:
        return None
    first_, last = _at(span[0]), _at(span[1] + timedelta(1))
    if p.part and e.kind == "point":
        a, b = _PARTS[p.part]
        if p.edge in ("nửa đêm", "sáng sớm"):
            a, b = (0, 1) if p.edge == "nửa đêm" else (6, 7)
        return "hour", _at(span[0], a), _at(span[0], b), v.value
    return p.grain if p.grain not in ("months", "now") else "month", first_, last, v.value


def _long(p: Point, value: str) -> Found:
    if p.grain == "season":
        y = int(value[:4])
        names = list(_SEASONS)
        month, day = _SEASONS[value[5:]]
        k = names.index(value[5:])
        after = _SEASONS[names[(k + 1) % 4]]
        return "day", datetime(y, month, day), datetime(y + (k == 3), *after), value
    years = 10 if p.grain == "decade" else 100
    start = int(value) * years
    return p.grain, datetime(start, 1, 1), datetime(start + years, 1, 1), value


def _clock(p: Point, v: Value, at: datetime, prefer: str | None) -> Found | None:
    assert p.clock is not None
    hour, minute = p.clock
    if hour > 24 or minute > 59 or v.value is None:
        return None
    span = days_of(v.value.split("T")[0])
    if span is None:
        return None
    when = _at(span[0], hour, minute)
    if p.grain == "clock" and prefer == "future" and when <= at:
        # without "sáng" or "chiều" the next time that the clock shows it, noon included
        when += timedelta(hours=12) if p.part is None and hour < 12 and when + timedelta(hours=12) > at else timedelta(1)
    grain = "hour" if minute == 0 else "minute"
    return grain, when, when + (timedelta(hours=1) if grain == "hour" else timedelta(minutes=1)), f"{when:%Y-%m-%dT%H:%M}"


def _duration(e: Expression, v: Value, at: datetime) -> Found | None:
    value = v.value or ""
    body = value.lstrip("PT")
    number, letter = body[:-1], body[-1:]
    if not e.shift or not number.isdigit():
        return "duration", None, None, value
    n = int(number)
    if "T" in value:
        size = {"S": timedelta(seconds=1), "M": timedelta(minutes=1), "H": timedelta(hours=1)}[letter]
        now = at.replace(microsecond=0)
        now = now if letter == "S" else now.replace(second=0) if letter == "M" else now.replace(second=0, minute=0)
        first, last = (now - n * size, now) if e.shift < 0 else (now + size, now + (n + 1) * size)
        return _STEP[letter], first, last, value
    today = _at(at.date())
    if letter in "DW":
        size = timedelta(1 if letter == "D" else 7)
        now = today if letter == "D" else today - timedelta(today.weekday())
        first, last = (now - n * size, now) if e.shift < 0 else (now + size, now + (n + 1) * size)
        return "day" if letter == "D" else "week", first, last, value
    months = 12 if letter == "Y" else 1
    k = today.year * 12 + (today.month - 1 if letter == "M" else 0)
    a, b = (k - n * months, k) if e.shift < 0 else (k + months, k + (n + 1) * months)
    if min(a, b) < 12:  # before the calendar of datetime
        return "duration", None, None, value
    return "year" if letter == "Y" else "month", datetime(a // 12, a % 12 + 1, 1), datetime(b // 12, b % 12 + 1, 1), value
