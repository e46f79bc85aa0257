"""What stands around an abbreviation, as features: the same for training the chooser and for using it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from vnreport import resources
from vnreport.abbreviations.cues import cues, proper
from vnreport.abbreviations.dictionary import Reading, lookup
from vnreport.language.letters import fold
from vnreport.language.scan import Scan

_BAG = 12  # tokens on either side that count
_LONG = 300  # characters on either side in which the ends of the line are looked for
_LINE = "¶"


@cache
def _surnames() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in resources.rows("surnames.tsv"))


class Context:
    """The surroundings of the abbreviation at ``[start, end)``.

    Attributes
    ----------
    features : list of str
        What stands around it, whatever its readings are.
    shapes : list of str
        Those of them that say what kind of thing stands there (a name, a number, a line's end), not which word.
    """

    def __init__(self, scan: Scan, start: int, end: int) -> None:
        self._scan = scan
        self._place = start, end
        dotted = scan.text[end - 1 : end] == "." or scan.text[end : end + 1] == "."
        i, j = scan.at(start), scan.at(end + (scan.text[end : end + 1] == "."))
        line, close = scan.text.rfind("\n", max(0, start - _LONG), start), scan.text.find("\n", end, end + _LONG)
        low = max(i - _BAG, scan.at(line) if line >= 0 else 0)
        high = min(j + _BAG, scan.at(close) if close >= 0 else len(scan))
        after = [self._word(k) for k in range(j, high)]
        before = [self._word(k) for k in range(i - 1, low - 1, -1)]
        bag = dict.fromkeys(w for w in (*after, *before) if len(w) > 1 and w[0] != "0" and w.isalpha())
        after += [_LINE] * (2 - len(after)) if high < j + _BAG else ()
        before += [_LINE] * (2 - len(before)) if low > i - _BAG else ()
        next1, next2, last1, last2 = after[0], after[1], before[0], before[1]
        words = [f"n1={next1}", f"p1={last1}", f"n2={next2}", f"n12={next1} {next2}", f"p2={last2}", f"p21={last2} {last1}"]
        words += ["w=" + w for w in bag]
        shapes = [f"ns={self._kind(j, low, high)}", f"ps={self._kind(i - 1, low, high)}", f"ns2={self._kind(j + 1, low, high)}", self._run(j, high)]
        if dotted:
            shapes.append("dot")
        if low == i:
            shapes.append("first")
        if high == j:
            shapes.append("last")
        whole = scan.text[line + 1 : close if close >= 0 else len(scan.text)] if (line >= 0 or start < _LONG) else ""
        if 0 < len(whole) <= _LONG:
            if "\t" in whole or "|" in whole:
                shapes.append("table")
            if whole.isupper():
                shapes.append("capitals")
            elif len(whole) < 60:
                shapes.append("short")
        self.shapes = shapes
        self.features = [*words, *shapes]

    def _word(self, k: int) -> str:
        """Token ``k`` folded, figures as one sign."""
        scan = self._scan
        return "0" * min(len(scan.words[k]), 4) if scan.shapes[k] == "d" else scan.lower[k]

    def _kind(self, k: int, low: int, high: int) -> str:
        """What kind of thing token ``k`` is, if it is in the line."""
        if not low <= k < high:
            return _LINE
        scan = self._scan
        shape = scan.shapes[k]
        if shape == "U":
            if readings := lookup(scan.words[k]):
                return "A:" + readings[0].domain
            shape = "C"  # a word of a heading
        if shape == "C" and scan.lower[k] in _surnames():
            return "S"
        return scan.words[k] if shape == "p" else shape

    def _run(self, k: int, high: int) -> str:
        """How many capitalised words follow each other from ``k``, and whether the first is a surname."""
        scan, n = self._scan, 0
        while n < 4 and k + n < high and proper(scan, k + n):
            n += 1
        return f"run={n}{'S' if n and scan.lower[k] in _surnames() else ''}"

    def cues(self, readings: Sequence[str]) -> dict[str, list[str]]:
        """What the table of cues says for each of these folded readings."""
        return cues(self._scan, *self._place, readings)


def general(context: Context, reading: Reading, spelled_out: bool, cued: Sequence[str] = ()) -> Iterator[str]:
    """The features that do not depend on which words the reading is made of; ``cued`` are those that :func:`cues.cues` gives it."""
    yield from cued or ("cue-none",)
    if spelled_out:
        yield "spelled-out"
    for shape in context.shapes:
        yield f"{reading.domain}|{shape}"
