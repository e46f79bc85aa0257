"""What the grammar hands to the resolver: points and expressions, as written, nothing resolved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Between them a date can be the reference that others are measured from."""
UNITS = {
    "giây": "S", "phút": "M", "giờ": "H", "tiếng": "H", "ngày": "D", "hôm": "D", "tuần": "W", "tháng": "M", "quý": "Q", "năm": "Y",
    "thập kỷ": "10Y", "thập niên": "10Y", "thế kỷ": "100Y",
}  # fmt: skip
"""Unit words -> letters of an ISO 8601 duration (``Q`` is three months; minutes and months are told apart by the ``T``)."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the calendar as far as it is written.

    Attributes
    ----------
    grain : str
        ``day``, ``month``, ``quarter``, ``year``, ``week``, ``decade``, ``century``, ``season``, ``months`` (a run of months), ``now``
        or ``clock`` (a time of day whose day is not said).
    rel : (str, int) or None
        Distance from the reference in a unit, ``("D", -1)`` for yesterday; beside other parts it places their frame
        (weekday + ``("W", 1)`` is a day of next week).
    year_rel : int or None
        "năm nay" 0, "năm ngoái" -1.
    direction : int
        -1 or 1 where a word beside the date says so ("vừa qua", "tới").
    part : str or None
        ``MO``, ``MI``, ``AF``, ``EV``, ``NI``.
    clock : (int, int) or None
        Hour and minute.
    """

    start: int
    end: int
    grain: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int | None = None
    rel: tuple[str, int] | None = None
    year_rel: int | None = None
    direction: int = 0
    part: str | None = None
    clock: tuple[int, int] | None = None
    months: tuple[int, int] | None = None
    lunar: bool = False
    leap: bool = False
    swapped: bool = False
    same: str | None = None
    edge: str | None = None

    def but(self, **changes: Any) -> Point:
        """A copy with some parts changed."""
        return replace(self, **changes)


@dataclass(frozen=True, slots=True)
class Expression:
    """A temporal expression as written.

    ``kind`` is ``point``, ``range``, ``duration``, ``set`` or ``vague``; ``value`` is given where nothing has to be resolved.
    ``shift`` is the direction of a duration ("3 ngày tới" 1, "2 năm qua" -1); ``period`` marks ranges announced as such.
    """

    start: int
    end: int
    kind: str
    first: Point | None = None
    last: Point | None = None
    value: str | None = None
    shift: int = 0
    period: bool = False

    def but(self, **changes: Any) -> Expression:
        """A copy with some parts changed."""
        return replace(self, **changes)
