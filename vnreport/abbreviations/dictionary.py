"""The dictionary of abbreviations, and the composition of those it lacks from their parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vnreport import resources

_SEPARATOR = re.compile(r"[&\-–./,\s]+")
_LONGEST = 24  # letters and signs
_JOINTS = {"&": " và ", "-": " - ", "–": " - ", "/": "/"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of an abbreviation.

    ``prior`` is the share of this reading where the context says nothing; ``known`` is 2 where every reader of state writing knows it, 1
    where it is usual, 0 where it is rare; ``composed`` says that it was put together from parts.
    """

    expansion: str
    domain: str
    prior: float
    known: int
    composed: bool = False


@cache
def table() -> dict[str, tuple[Reading, ...]]:
    """Abbreviation as written -> its readings, the likeliest first."""
    out: dict[str, list[Reading]] = {}
    for abbr, expansion, domain, prior, known, _source in resources.rows("abbreviations.tsv"):
        out.setdefault(abbr, []).append(Reading(expansion, domain, float(prior), int(known)))
    return {abbr: tuple(readings) for abbr, readings in out.items()}


def squeeze(abbr: str) -> str:
    """The letters alone: GD-ĐT, GD&ĐT and GDĐT are one (and T.Ư is TƯ)."""
    return _SEPARATOR.sub("", abbr)


@cache
def _squeezed() -> dict[str, tuple[Reading, ...]]:
    out: dict[str, tuple[Reading, ...]] = {}
    for abbr, readings in sorted(table().items(), key=lambda item: len(squeeze(item[0])) != len(item[0])):
        out.setdefault(squeeze(abbr), readings)  # the form without separators first
    return out


@cache
def lookup(abbr: str) -> tuple[Reading, ...]:
    """The readings of an abbreviation, the likeliest first; composed from its parts where the dictionary lacks it; empty if unknown.

    Examples
    --------
    >>> lookup("UBND")[0].expansion
    'Ủy ban nhân dân'
    >>> lookup("CCHC-CĐS")[0].expansion
    'cải cách hành chính - chuyển đổi số'
    >>> lookup("XYZW")
    ()
    """
    if len(abbr) > _LONGEST:
        return ()
    known = table()
    for form in (abbr, abbr.rstrip("."), abbr + "."):
        if form in known:
            return known[form]
    squeezed = squeeze(abbr)
    if len(squeezed) > 2 and (readings := _squeezed().get(squeezed)):
        return readings
    return _composed(abbr)


def _composed(abbr: str) -> tuple[Reading, ...]:
    """Joined by signs (HĐND-UBND), or one known abbreviation after the other (CHBĐBP)."""
    known = table()
    parts = _SEPARATOR.split(abbr)
    if len(parts) > 1:
        readings = [known.get(p, ()) or (_glued(p) if len(p) > 3 else ()) for p in parts]
        if not all(readings):
            return ()
        # degrees and honours stand together: TTND after GS.TS is no inspection
        if all(any(r.domain == "rank" for r in rs) for rs in readings[:2]):
            readings = [tuple(r for r in rs if r.domain == "rank") or rs for rs in readings]
        signs = [_JOINTS.get(s[0], " ") for s in _SEPARATOR.findall(abbr)]
        expansion = readings[0][0].expansion
        for sign, more in zip(signs, readings[1:], strict=True):
            expansion += sign + more[0].expansion
        if len({r[0].domain for r in readings}) == 1 or all(len(r) == 1 for r in readings) or len(abbr) > 5:
            return (Reading(expansion, readings[0][0].domain, 0.8, min(r[0].known for r in readings), True),)
        return ()
    return _glued(abbr)


def _glued(abbr: str) -> tuple[Reading, ...]:
    """Two known abbreviations of one reading each, written as one; only where there is a single way to cut."""
    known = table()
    cuts = [
        (known[abbr[:i]][0], known[abbr[i:]][0])
        for i in range(2, len(abbr) - 1)
        if len(known.get(abbr[:i], ())) == 1 == len(known.get(abbr[i:], ())) and known[abbr[:i]][0].known == 2 == known[abbr[i:]][0].known
    ]
    if len(abbr) < 4 or len(cuts) != 1:
        return ()
    (a, b), = cuts
    return (Reading(f"{a.expansion} {b.expansion}", a.domain, 0.6, 0, True),)
