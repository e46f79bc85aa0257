"""When an annotation and a prediction are the same: folded strings, dates as intervals, bodies as sets of words."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Protocol, TypeVar

from vnreport.language.letters import fold

_LONG = {
    "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "mttq": "mặt trận tổ quốc", "mttqvn": "mặt trận tổ quốc việt nam",
    "ubmttq": "ủy ban mặt trận tổ quốc", "ubmttqvn": "ủy ban mặt trận tổ quốc việt nam", "tp": "thành phố", "tx": "thị xã",
    "tt": "thị trấn", "btv": "ban thường vụ", "bch": "ban chấp hành", "tw": "trung ương", "lđlđ": "liên đoàn lao động",
    "tnhh": "trách nhiệm hữu hạn", "vn": "việt nam", "hcm": "hồ chí minh", "thcs": "trung học cơ sở",
}  # fmt: skip
NOT_OFFICES = frozenset(
    "thiếu úy|trung úy|thượng úy|đại úy|thiếu tá|trung tá|thượng tá|đại tá|thiếu tướng|trung tướng|thượng tướng"
    "|đại tướng|giáo sư|phó giáo sư"
    "|tiến sĩ|thạc sĩ|bác sĩ|kỹ sư|luật sư|nhà báo|gs|pgs|ts|ths|bs|gs.ts|pgs.ts|đồng chí|đ/c|ông|bà|mẹ việt nam anh hùng|nghệ sĩ nhân dân"
    "|nghệ sĩ ưu tú|nhà giáo nhân dân|nhà giáo ưu tú|thầy thuốc nhân dân|thầy thuốc ưu tú|anh hùng lực lượng vũ trang nhân dân"
    "|anh hùng lao động".split("|")
)
"""Ranks, degrees, honours and forms of address: left out on both sides."""

_FORMS = re.compile(r"(?P<y>\d{4})(?:-(?:(?P<m>\d\d)(?:-(?P<d>\d\d))?|Q(?P<q>[1-4])|H(?P<h>[12])|W(?P<w>\d\d)(?P<e>-WE)?))?")


class Place(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


A = TypeVar("A", bound=Place)
B = TypeVar("B", bound=Place)


@cache
def plain(text: str | None) -> str:
    """Folded, without punctuation, single spaces.

    Examples
    --------
    >>> plain("UỶ BAN, Hoà  Vang.")
    'ủy ban hòa vang'
    """
    words = re.sub(r"[^\w.&/]+", " ", fold(text or "")).split()
    return " ".join(w.strip(".") for w in words)


@cache
def full(text: str | None) -> str:
    """:func:`plain` with the commonest abbreviations written out."""
    return " ".join(_LONG.get(w, w) for w in plain(text).split())


def number(text: str | None) -> str:
    """A document number for comparing."""
    return re.sub(r"[^\w/-]", "", plain(text))


def same_body(a: str | None, b: str | None) -> bool:
    """Whether two names of a body share half of their words or more; two unknown bodies are the same."""
    if not a and not b:
        return True
    x, y = set(full(a).split()), set(full(b).split())
    return bool(x and y) and 2 * len(x & y) >= len(x | y)


def day(value: str | None) -> str:
    """A TIMEX3 value without the time of day."""
    return "/".join(part.partition("T")[0] or part for part in (value or "").split("/"))


def same_value(a: str | None, b: str | None) -> bool:
    """Whether two TIMEX3 values are the same, or name the same interval of days.

    Examples
    --------
    >>> same_value("2018-H1", "2018-01/2018-06"), same_value("2018", "2018-01")
    (True, False)
    """
    if (a or "") == (b or ""):
        return True
    x, y = days(a or ""), days(b or "")
    return x is not None and x == y


@cache
def days(value: str) -> tuple[date, date] | None:
    """First and last day of a TIMEX3 date or range; ``None`` for anything else."""
    ends = [_interval(part) for part in value.split("/")]
    first, last = ends[0], ends[-1]
    return (first[0], last[1]) if first and last and len(ends) <= 2 else None


def _interval(value: str) -> tuple[date, date] | None:
    m = _FORMS.fullmatch(value)
    if m is None:
        return None
    year = int(m["y"])
    try:
        if m["w"]:
            monday = date.fromisocalendar(year, int(m["w"]), 1)
            return monday + timedelta(5 if m["e"] else 0), monday + timedelta(6)
        if m["d"]:
            found = date(year, int(m["m"]), int(m["d"]))
            return found, found
        span = 1 if m["m"] else 3 if m["q"] else 6 if m["h"] else 12
        first = int(m["m"] or m["q"] or m["h"] or 1)
        first = first if m["m"] else (first - 1) * span + 1
        last = first + span - 1
        return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
    except ValueError:  # an impossible date, kept as it is written
        return None


def pair(gold: Sequence[A], predicted: Sequence[B], same: Callable[[A, B], bool]) -> list[tuple[int, int]]:
    """Indices of one-to-one pairs of overlapping spans that are the ``same``; the largest overlaps first."""
    candidates = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            overlap = min(g.end, p.end) - max(g.start, p.start)
            if overlap > 0 and same(g, p):
                candidates.append((-overlap, abs(g.start - p.start), i, j))
    out: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    for _, _, i, j in sorted(candidates):
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            out.append((i, j))
    return out
