"""Which words beside an abbreviation speak for a reading: the table ``data/abbreviation_cues.tsv``, matched against a place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from vnreport import resources
from vnreport.language.scan import Scan

_SIDE = 44  # characters on either side in which a neighbour counts
_AROUND = 160  # characters on either side, within the paragraph, in which a topic word counts
_FIGURES = re.compile(r"\d+(?:[.,/]\d+)*")
_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_Index = dict[str, list[tuple[str, str]]]


class _Cues(NamedTuple):
    """Last word, first word, first word of a cue -> cues and the folded readings they speak for."""

    before: _Index
    after: _Index
    near: _Index


def _parts(text: str) -> list[str]:
    return _WORD.findall(text)


@cache
def _table() -> _Cues:
    out = _Cues(defaultdict(list), defaultdict(list), defaultdict(list))
    for reading, before, after, near in resources.rows("abbreviation_cues.tsv"):
        for index, cues, end in ((out.before, before, -1), (out.after, after, 0), (out.near, near, 0)):
            for cue in cues.split("|"):
                if parts := _parts(cue):
                    index[parts[end]].append((" ".join(parts), reading))
    return out


def _plain(text: str) -> str:
    """Figures as NUM, one blank between words and signs, a blank at both ends."""
    return f" {' '.join(_parts(_FIGURES.sub('NUM', text)))} "


def cues(scan: Scan, start: int, end: int, readings: Iterable[str]) -> dict[str, list[str]]:
    """The features of each folded reading that the cues at ``[start, end)`` give.

    Examples
    --------
    >>> from vnreport.language.scan import scan
    >>> cues(scan("Phó CT UBND xã"), 4, 6, ["chủ tịch"])
    {'chủ tịch': ['cue-before=1', 'cue-after=1', 'cue-right']}
    """
    table, wanted = _table(), frozenset(readings)
    folded = scan.folded
    line = max(folded.rfind("\n", 0, start) + 1, start - _AROUND)
    close = folded.find("\n", end, end + _AROUND)
    close = close if close >= 0 else min(len(folded), end + _AROUND)
    left = _plain(folded[max(line, start - _SIDE) : start])
    right = _plain(folded[end : min(close, end + _SIDE)].lstrip("."))
    found: dict[str, dict[str, None]] = {}

    def add(reading: str, feature: str) -> None:
        found.setdefault(reading, {})[feature] = None

    for cue, reading, adjacent in _hits(table.before, left, wanted, left=True):
        add(reading, f"cue-before={min(3, cue.count(' ') + 1)}" if adjacent else "cue-left")
    for cue, reading, adjacent in _hits(table.after, right, wanted, left=False):
        add(reading, f"cue-after={min(3, cue.count(' ') + 1)}" if adjacent else "cue-right")
    for reading in _shaped(scan, end, table, wanted):
        add(reading, "cue-after=shape")
    around = _plain(folded[line:start]) + _plain(folded[end:close])
    counted: dict[str, int] = {}
    for _, reading, _ in _hits(table.near, around, wanted, left=False):
        counted[reading] = counted.get(reading, 0) + 1
    for reading, n in counted.items():
        add(reading, f"cue-near={min(n, 3)}")
    return {reading: list(features) for reading, features in found.items()}


def _hits(index: _Index, text: str, wanted: frozenset[str], left: bool) -> Iterator[tuple[str, str, bool]]:
    """Cue, reading, and whether it is right beside the abbreviation."""
    words = text.split()
    at = 0
    for n, word in enumerate(words):
        at = text.index(f" {word} ", at)
        for cue, reading in index.get(word, ()):
            if reading not in wanted:
                continue
            if left and text.endswith(f" {cue} ", 0, at + len(word) + 2):
                yield cue, reading, n == len(words) - 1
            elif not left and text.startswith(f" {cue} ", at):
                yield cue, reading, n == 0


def _shaped(scan: Scan, end: int, table: _Cues, wanted: frozenset[str]) -> Iterator[str]:
    """Readings that want a name (two capitalised words) or a place (one) behind them."""
    i = scan.at(end)
    if i < len(scan) and scan.words[i] == ".":
        i += 1
    if i < len(scan) and scan.starts[i] - end < 3 and scan.shapes[i] == "C":
        for shape in ("NAME", "PLACE") if scan.shapes[i + 1 : i + 2] == "C" else ("PLACE",):
            yield from (reading for _, reading in table.after.get(shape, ()) if reading in wanted)

