"""What stands around an abbreviation, as features: the same for training the chooser and for using it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from vnreport import resources
from vnreport.abbreviations.cues import cues
from vnreport.abbreviations.dictionary import Reading, lookup, table
from vnreport.language.letters import fold
from vnreport.language.scan import Scan

_REACH = 4  # tokens on either side whose places count
_BAG = 12  # tokens on either side whose places do not
_LINE = "¶"


@cache
def _surnames() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in resources.rows("surnames.tsv"))


@cache
def _phrases() -> frozenset[str]:
    """All runs of two to six words inside the expansions of the dictionary."""
    out: set[str] = set()
    for expansion in {r.expansion for readings in table().values() for r in readings}:
        words = [w for w in fold(expansion).replace(",", " ").replace("-", " ").split() if w]
        for i in range(len(words)):
            for j in range(i + 2, min(len(words), i + 6) + 1):
                out.add(" ".join(words[i:j]))
    return frozenset(out)


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
        i, j = scan.at(start), scan.at(end)
        if j < len(scan) and scan.starts[j] < end:
            j += 1
        dotted = scan.text[end - 1 : end] == "." or scan.text[end : end + 1] == "."
        if scan.text[end : end + 1] == ".":
            j += 1
        self._scan = scan
        self._place = start, end
        after = self._tokens(range(j, min(len(scan), j + _BAG)))
        before = self._tokens(range(i - 1, max(-1, i - 1 - _BAG), -1), back=True)
        words, shapes = [f"n1={after[0]}", f"p1={before[0]}"], []
        words += [f"n2={after[1]}", f"n12={after[0]} {after[1]}", f"p2={before[1]}", f"p21={before[1]} {before[0]}", f"pn={before[0]}_{after[0]}"]
        words += [f"n23={after[1]} {after[2]}", f"p32={before[2]} {before[1]}"]
        words += [f"n+={w}" for w in after[:_REACH]] + [f"p+={w}" for w in before[:_REACH]]
        words += [f"w={w}" for w in {*after, *before} if w.isalpha() and len(w) > 1]
        shapes += [f"ns={self._kind(j)}", f"ps={self._kind(i - 1, back=True)}", f"ns2={self._kind(j + 1)}"]
        shapes += [f"run={self._run(j)}"]
        if dotted:
            shapes.append("dot")
        line = scan.text.rfind("\n", 0, start) + 1
        close = scan.text.find("\n", end)
        whole = scan.text[line : close if close >= 0 else len(scan.text)]
        if before[0] == _LINE:
            shapes.append("first")
        if after[0] == _LINE:
            shapes.append("last")
        if len(whole) <= 300:
            if "\t" in whole or "|" in whole:
                shapes.append("table")
            if whole.isupper():
                shapes.append("capitals")
            elif len(whole) < 60:
                shapes.append("short")
        self.shapes = shapes
        self.features = [*words, *shapes]
        self._after = self._spelled(range(j, min(len(scan), j + _REACH)))
        self._before = self._spelled(range(i - 1, max(-1, i - 1 - _REACH), -1), back=True)

    def _tokens(self, indices: range, back: bool = False) -> list[str]:
        """The tokens folded, figures as one sign, ended by the line's end; padded to the reach."""
        scan, out = self._scan, []
        for k in indices:
            broken = scan.line_break(k + 1) if back and k + 1 < len(scan) else not back and scan.line_break(k)
            if broken:
                break
            out.append("0" * min(len(scan.words[k]), 4) if scan.shapes[k] == "d" else scan.lower[k])
        return out + [_LINE] * max(1, _REACH - len(out))

    def _kind(self, k: int, back: bool = False) -> str:
        """What kind of thing token ``k`` is."""
        scan = self._scan
        if not 0 <= k < len(scan):
            return _LINE
        if scan.line_break(k + 1) if back and k + 1 < len(scan) else not back and scan.line_break(k):
            return _LINE
        shape = scan.shapes[k]
        if shape == "U":
            readings = lookup(scan.words[k])
            return "A:" + readings[0].domain if readings else "U"
        if shape == "C" and scan.lower[k] in _surnames():
            return "S"
        return scan.words[k] if shape == "p" else shape

    def _run(self, k: int) -> str:
        """How many capitalised words follow each other from ``k``, and whether the first is a surname."""
        scan, n = self._scan, 0
        while n < 4 and k + n < len(scan) and scan.shapes[k + n] == "C" and not scan.line_break(k + n):
            n += 1
        return f"{n}{'S' if n and scan.lower[k] in _surnames() else ''}"

    def _spelled(self, indices: range, back: bool = False) -> list[str]:
        """The words there with known abbreviations written out, the nearest first, for comparing with phrases of the dictionary."""
        scan, out = self._scan, list[str]()
        for k in indices:
            if scan.line_break(k + 1) if back and k + 1 < len(scan) else not back and scan.line_break(k):
                break
            shape = scan.shapes[k]
            if shape == "p":
                if scan.words[k] not in "&-–,":
                    break
                continue
            readings = lookup(scan.words[k]) if shape == "U" else ()
            words = fold(readings[0].expansion).split() if len(readings) == 1 else [scan.lower[k]]
            out += reversed(words) if back else words
        return out

    def cues(self, readings: Sequence[str]) -> dict[str, list[str]]:
        """What the table of cues says for each of these folded readings."""
        return cues(self._scan, *self._place, readings)

    def phrase(self, expansion: str) -> Iterator[str]:
        """How the expansion and its neighbours make up a phrase that the dictionary knows."""
        known = _phrases()
        for n in (3, 2, 1):
            if len(self._after) >= n and f"{expansion} {' '.join(self._after[:n])}" in known:
                yield f"phrase-after={n}"
                break
        for n in (3, 2, 1):
            if len(self._before) >= n and f"{' '.join(reversed(self._before[:n]))} {expansion}" in known:
                yield f"phrase-before={n}"
                break


def general(context: Context, reading: Reading, spelled_out: bool, cued: Sequence[str] = ()) -> Iterator[str]:
    """The features that do not depend on which words the reading is made of; ``cued`` are those that :func:`cues.cues` gives it."""
    yield from cued or ("cue-none",)
    yield from context.phrase(fold(reading.expansion))
    if spelled_out:
        yield "spelled-out"
    for shape in context.shapes:
        yield f"{reading.domain}|{shape}"
