"""How the units of a text stand to one another: which is said to lie in which, and which form a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vnreport.document import Document, Unit
from vnreport.units.gazetteer import TIERS, Gazetteer, State, gazetteer

_INSIDE = re.compile(r",\s*|\s*\(\s*|,?\s+(?:thuộc|của)\s+(?:địa bàn\s+)?|\s+")
_CLOSED = re.compile(r"\s*(?:[).;:]|$)")
_NEXT = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+(?:và|cùng)\s+")


def tiers(unit: Unit, g: Gazetteer) -> set[int]:
    """The tiers that a mention can be of."""
    if unit.code:
        return {s.tier for s in g.by_code[unit.code]}
    return set(TIERS.get(unit.level or "", (1, 2, 3)))


def inside(doc: Document) -> Iterator[tuple[Unit, Unit]]:
    """Pairs (unit, the unit that the text says it lies in): "xã A, huyện B", "xã A (huyện B)", "xã A thuộc huyện B".

    The upper unit needs its level word, unless it is a province that ends the address: "huyện A, Hà Nội" may be a list.
    """
    g = gazetteer()
    units = doc.units
    for n, (child, above) in enumerate(pairwise(units)):
        gap = doc.text[child.end : above.start]
        if not child.level or len(gap) > 20 or not _INSIDE.fullmatch(gap):
            continue
        if not above.level:
            following = units[n + 2] if n + 2 < len(units) else None
            listed = following is not None and following.start - above.end < 6
            if (
                not above.code
                or len(above.code) != 2
                or listed
                or _shared(doc, child)
                or not gap.strip()
                or not _CLOSED.match(doc.text, above.end)
            ):
                continue
        if min(tiers(child, g)) > max(tiers(above, g)) and not _shared(doc, above):
            yield child, above


def _shared(doc: Document, unit: Unit) -> bool:
    """Whether the level word of the unit opens a list ("các huyện A, B")."""
    return doc.text[max(0, unit.start - 8) : unit.start].rstrip().endswith(("các", "những"))


def lists(doc: Document) -> Iterator[list[Unit]]:
    """Runs of three or more units of one level that commas or "và" part."""
    run: list[Unit] = []
    for unit in doc.units:
        if run and unit.level and unit.level == run[-1].level and _NEXT.fullmatch(doc.text[run[-1].end : unit.start]):
            run.append(unit)
            continue
        if len(run) > 2:
            yield run
        run = [unit] if unit.level else []
    if len(run) > 2:
        yield run


def descends(g: Gazetteer, name: str, above: State, level: str | None = None) -> bool:
    """Whether a unit of this name (a key) ever lay in the unit ``above``, or in one that took or gave its code."""
    return any(
        above.code in g.chain(s, None) or above.code in g.chain(s, s.valid_from or "2004-01-01")
        for s in g.by_key.get(name, ())
        if level is None or s.level == level
    )
