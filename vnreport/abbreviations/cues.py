"""Which words beside an abbreviation speak for a reading: the table ``data/abbreviation_cues.tsv``, matched against a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from vnreport import resources
from vnreport.abbreviations.dictionary import lookup
from vnreport.language.letters import fold
from vnreport.language.scan import Scan

_SIDE = 44  # characters on either side in which a neighbour counts
_AROUND = 160  # characters on either side, within the paragraph, in which a topic word counts
_LEVELS = frozenset({"thành phố", "thị xã", "thị trấn", "quận", "huyện", "phường", "xã"})
_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_Index = dict[str, list[list[str]]]


class _Cues(NamedTuple):
    """The cues of a reading by their last word, by their first, by their first; and whether it wants a name or a place behind it."""

    before: _Index
    after: _Index
    near: _Index
    shapes: frozenset[str]


@cache
def _table() -> dict[str, _Cues]:
    out = {}
    for reading, *cells in resources.rows("abbreviation_cues.tsv"):
        indices: list[_Index] = []
        for cell, end in zip(cells, (-1, 0, 0), strict=True):
            index: _Index = {}
            for parts in filter(None, map(_WORD.findall, cell.split("|"))):
                index.setdefault(parts[end], []).append(parts)
            indices.append(index)
        shapes = frozenset(s for s in ("NAME", "PLACE") if indices[1].pop(s, None))
        out[reading] = _Cues(indices[0], indices[1], indices[2], shapes)
    return out


def _tokens(scan: Scan, indices: range) -> list[str]:
    """The tokens folded, a figure ("1.250", "3/4") as one NUM."""
    out: list[str] = []
    for k in indices:
        if scan.shapes[k] != "d":
            out.append(scan.lower[k])
        elif len(out) > 1 and out[-1] in ".,/" and out[-2] == "NUM" and scan.ends[k - 1] == scan.starts[k]:
            out.pop()
        else:
            out.append("NUM")
    return out


def cues(scan: Scan, start: int, end: int, readings: Iterable[str]) -> dict[str, list[str]]:
    """The features that the cues at ``[start, end)`` give to each of these folded readings.

    Examples
    --------
    >>> from vnreport.language.scan import scan
    >>> cues(scan("Phó CT UBND xã"), 4, 6, ["chủ tịch", "công trình"])
    {'chủ tịch': ['cue-before=1', 'cue-after=1', 'cue-right']}
    """
    folded = scan.folded
    line = max(folded.rfind("\n", 0, start) + 1, start - _AROUND)
    close = folded.find("\n", end, end + _AROUND)
    close = close if close >= 0 else min(len(folded), end + _AROUND)
    here, after = scan.at(start), scan.at(end + (folded[end : end + 1] == "."))
    left = _tokens(scan, range(scan.at(max(line, start - _SIDE)), here))
    right = _tokens(scan, range(after, scan.at(min(close, end + _SIDE))))
    around = [*scan.lower[scan.at(line) : here], *scan.lower[after : scan.at(close)]]
    topics = set(around)
    shapes = _shapes(scan, end, after)
    out: dict[str, list[str]] = {}
    table = _table()
    for reading in readings:
        if (known := table.get(reading)) is None:
            continue
        found = _beside(known.before, left, -1, "cue-before", "cue-left") + _beside(known.after, right, 0, "cue-after", "cue-right")
        if shapes and not known.shapes.isdisjoint(shapes):
            found.append("cue-after=shape")
        if shapes and reading in _LEVELS and named(scan, after, reading):
            found.append("unit-after")
        if words := known.near.keys() & topics:
            near = sum(len(cue) == 1 or _holds(around, cue) for word in words for cue in known.near[word])
            if near:
                found.append(f"cue-near={min(near, 3)}")
        if found:
            out[reading] = found
    return out


def _beside(index: _Index, words: Sequence[str], side: int, close: str, far: str) -> list[str]:
    """The features of the cues among the words on one side: the longest right beside the abbreviation, and whether one is further off."""
    longest, off = 0, False
    for n, word in enumerate(words):
        for cue in index.get(word, ()):
            size = len(cue)
            if side == 0:
                if n + size <= len(words) and (size == 1 or words[n : n + size] == cue):
                    longest, off = (max(longest, size), off) if n == 0 else (longest, True)
            elif n + 1 >= size and (size == 1 or words[n + 1 - size : n + 1] == cue):
                longest, off = (max(longest, size), off) if n == len(words) - 1 else (longest, True)
    return [f"{close}={min(longest, 3)}"] * (longest > 0) + [far] * off


def _holds(words: Sequence[str], cue: Sequence[str]) -> bool:
    """Whether the words of ``cue`` follow each other in ``words``."""
    first, size = cue[0], len(cue)
    return any(word == first and words[n : n + size] == cue for n, word in enumerate(words))


def _shapes(scan: Scan, end: int, i: int) -> tuple[str, ...]:
    """What stands behind: a name (two capitalised words) or a place (one)."""
    if i < len(scan) and scan.starts[i] - end < 3 and proper(scan, i):
        return ("NAME", "PLACE") if i + 1 < len(scan) and proper(scan, i + 1) else ("PLACE",)
    return ()


def named(scan: Scan, i: int, level: str) -> bool:
    """Whether the name of a unit of this level stands at token ``i``."""
    if i >= len(scan) or scan.shapes[i] not in "CUm":
        return False
    names = _units()[level]
    return any(" ".join(scan.lower[i : i + n]) in names for n in (1, 2, 3))


@cache
def _units() -> dict[str, set[str]]:
    """Level -> folded names of units."""
    out: dict[str, set[str]] = {level: set() for level in _LEVELS}
    for row in resources.rows("units.tsv"):
        if (names := out.get(row[2])) is not None:
            names.add(fold(row[3]))
    out["thành phố"].add("hcm")
    return out


def proper(scan: Scan, i: int) -> bool:
    """Whether token ``i`` is capitalised, or a word of a heading in capitals."""
    shape = scan.shapes[i]
    return shape == "C" or (shape == "U" and not lookup(scan.words[i]))
