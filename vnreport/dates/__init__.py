"""Dates: what is written (:mod:`~vnreport.dates.find`) and what it means (:mod:`~vnreport.dates.resolve`)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vnreport.document import DateSpan, Document

__all__ = ["Parsed", "event", "parse"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A temporal expression of a phrase.

    Attributes
    ----------
    text : str
        The expression as written.
    start, end : int
        Its place in the (NFC) phrase.
    type : {"DATE", "TIME", "DURATION", "SET"}
        TIMEX3 type.
    value : str or None
        TIMEX3 value.
    grain : str
        ``second``, ``minute``, ``hour``, ``day``, ``week``, ``month``, ``quarter``, ``year``, …
    first, last : datetime or None
        Both ends of the interval, the second one excluded.
    reason : str or None
        Where the parts come from that are not written.
    alternatives : tuple of str
        Other values that the phrase leaves open.
    """

    text: str
    start: int
    end: int
    type: str
    value: str | None
    grain: str
    first: datetime | None
    last: datetime | None
    reason: str | None = None
    alternatives: tuple[str, ...] = ()


def parse(
    text: str, ref: str | date | datetime | None = None, prefer: str | None = None, *, posted: str | date | datetime | None = None
) -> list[Parsed]:
    """The temporal expressions of a phrase, with values and intervals.

    Parameters
    ----------
    text : str
        A phrase; it may be nothing but an expression ("thứ ba", "2:30").
    ref : str, date or datetime, optional
        What relative expressions are measured from; by default now. ``posted`` is another name for it.
    prefer : {"past", "future", "auto"}, optional
        Direction of what the phrase leaves open; "auto", the default, goes by the words around, then takes the nearest.
    posted : str, date or datetime, optional
        The same as ``ref``.

    Returns
    -------
    list of Parsed
        In order; empty where the phrase holds no expression.

    Examples
    --------
    >>> [found] = parse("thứ Bảy tuần này", "2018-04-24")
    >>> found.value, found.grain
    ('2018-04-28', 'day')
    >>> [found] = parse("từ ngày 12 đến 15/11", "2018-11-20")
    >>> found.value
    '2018-11-12/2018-11-15'
    """
    from vnreport.dates.find import Finder
    from vnreport.dates.interval import interval
    from vnreport.dates.model import FIRST_YEAR, LAST_YEAR
    from vnreport.dates.resolve import Resolver
    from vnreport.language.letters import fold

    if prefer not in (None, "auto", "past", "future"):
        raise ValueError(f"prefer phải là 'past', 'future' hoặc 'auto', gặp {prefer!r} (prefer must be 'past', 'future' or 'auto')")
    given = posted if ref is None else ref
    if given is None:
        at = datetime.now()
    elif isinstance(given, str):
        at = datetime.fromisoformat(given).replace(tzinfo=None)
    else:
        at = given.replace(tzinfo=None) if isinstance(given, datetime) else datetime(given.year, given.month, given.day)
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise ValueError(f"ngày mốc phải trong khoảng 1900–2100, gặp {at:%Y} (the reference must lie between 1900 and 2100)")
    direction = None if prefer == "auto" else prefer
    text = unicodedata.normalize("NFC", text)
    folded = fold(text)
    resolver = Resolver(folded, at.date(), direction, source="reference")
    out = []
    for e in Finder(text, folded, loose=True).find():
        v = resolver.resolve(e)
        try:
            found = interval(e, v, at, direction)
        except (OverflowError, ValueError):  # outside the calendar of datetime
            found = None
        if found is None:
            continue
        grain, first, last, value = found
        out.append(Parsed(text[e.start : e.end], e.start, e.end, v.type, value, grain, first, last, v.reason, v.alternatives))
    return out


def event(doc: Document) -> DateSpan | None:
    """When what a document tells took place; ``None`` where it tells no event of a day.

    Parameters
    ----------
    doc : Document
        As :func:`vnreport.analyze` gives it.

    Returns
    -------
    DateSpan or None
        The date whose role is ``event``.

    Examples
    --------
    >>> import vnreport
    >>> doc = vnreport.analyze("Chiều 23/4, UBND quận tổ chức hội nghị giao ban.", posted="2018-04-24")
    >>> event(doc).value
    '2018-04-23TAF'
    """
    return next((d for d in doc.dates if d.role == "event"), None)
