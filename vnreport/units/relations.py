"""How the units of a text stand to one another: which is said to lie in which, and which form a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vnreport.document import Document, Unit
from vnreport.units.gazetteer import TIERS, Gazetteer, State, gazetteer, shift

_INSIDE = re.compile(r",\s*|\s*\(\s*|,?\s+(?:thuộc|của)\s+(?:địa bàn\s+)?|\s+")
_CLOSED = re.compile(r"\s*(?:[).;:]|$)")
_WINDOW = 183  # days by which a text may run ahead of a change
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


def cased(text: str, like: str) -> str:
    """``text`` with capitals as in ``like``.

    Examples
    --------
    >>> cased("thành phố Huế", "Tỉnh Huế"), cased("thành phố Huế", "TỈNH HUẾ"), cased("thành phố Huế", "tỉnh Huế")
    ('Thành phố Huế', 'THÀNH PHỐ HUẾ', 'thành phố Huế')
    """
    if like.isupper():
        return text.upper()
    return text[0].upper() + text[1:] if like[:1].isupper() else text


def descends(g: Gazetteer, name: str, above: State, day: str) -> bool:
    """Whether a unit of this name (a key) lay in the unit ``above`` on the day, soon after it or ever before."""
    soon = shift(day, _WINDOW)
    return any(
        above.code in g.chain(s, soon) or above.code in g.chain(s, s.valid_from or "2004-01-01")
        for s in g.by_key.get(name, ())
        if s.valid_from <= soon
    )
