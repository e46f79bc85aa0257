"""Numbers and bullets of lists, which Word writes by itself: "Điều 1." may stand nowhere in the text of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vnreport.reading.package import Package, parse
from vnreport.reading.styles import Style, Styles, whole

_LEVELS = 9
_BULLETS = "-–—+*•●○▪"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
    (1, "i"),
)  # fmt: skip


@dataclass(slots=True)
class _Level:
    start: int = 1
    kind: str = "decimal"
    text: str = ""
    style: str | None = None
    space: str = " "


@dataclass(slots=True)
class _List:
    """A list: the scheme of its levels, and where it begins anew."""

    scheme: str = ""
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Gives each paragraph of a list its label; paragraphs are asked for in the order of the document."""

    def __init__(self, package: Package, main: str, styles: Styles) -> None:
        self._styles = styles
        self._schemes: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        # What is being read.
        self._scheme: dict[int, _Level] = {}
        self._list, self._level, self._override = _List(), _Level(), 0
        for relation in package.relations(main):
            if relation.kind == "numbering" and relation.target in package:
                parse(package.part(relation.target), package.name, self._scheme_or_list)

    def label(self, style: str | None, list: str | None, level: int) -> str:
        """The label of the next paragraph of this style and list, with the space after it; "" where it is in none."""
        found = Style(None, list, level) if list else self._styles.list(style)
        entry = self._lists.get(found.list or "")
        scheme = self._schemes.get(entry.scheme) if entry else None
        if not entry or not scheme or found.list is None:
            return ""
        at = found.level if list else next((n for n, x in scheme.items() if x.style is not None and x.style == style), found.level)
        if at not in scheme:
            return ""
        counts = self._counts.setdefault(entry.scheme, [None] * _LEVELS)
        before = counts[at]
        counts[at] = scheme[at].start if before is None else before + 1
        if (found.list, at) not in self._begun:
            self._begun.add((found.list, at))
            counts[at] = entry.starts.get(at, counts[at])
        counts[at + 1 :] = [None] * (_LEVELS - at - 1)
        text = self._text(scheme, at, counts)
        return text + scheme[at].space if text else ""

    def _text(self, scheme: Mapping[int, _Level], at: int, counts: list[int | None]) -> str:
        level = scheme[at]
        if level.kind == "bullet":
            return level.text if level.text and level.text in _BULLETS else "•"
        text = level.text
        for n in range(_LEVELS):
            if f"%{n + 1}" in text:
                other = scheme.get(n, level)
                count = counts[n]
                text = text.replace(f"%{n + 1}", number(other.start if count is None else count, other.kind))
        return text

    def _scheme_or_list(self, tag: str, given: Mapping[str, str]) -> None:
        space, _, name = tag.partition(" ")
        value = given.get(f"{space} val", "")
        level = whole(given.get(f"{space} ilvl", ""), 0)
        if name == "abstractNum":
            self._scheme = self._schemes[given.get(f"{space} abstractNumId", "")] = {}
        elif name == "num":
            self._list = self._lists[given.get(f"{space} numId", "")] = _List()
            self._scheme = {}  # a level that a list writes anew is left as its scheme has it
        elif name == "abstractNumId":
            self._list.scheme = value
        elif name == "lvlOverride":
            self._override = level
        elif name == "startOverride":
            self._list.starts[self._override] = whole(value, 1)
        elif name == "lvl":
            self._level = _Level()
            if level < _LEVELS:
                self._scheme[level] = self._level
        elif name == "start":
            self._level.start = whole(value, 1)
        elif name == "numFmt":
            self._level.kind = value
        elif name == "lvlText":
            self._level.text = value
        elif name == "suff" and value == "nothing":
            self._level.space = ""
        elif name == "pStyle":
            self._level.style = value


def number(count: int, kind: str) -> str:
    """A number as a list writes it.

    Examples
    --------
    >>> number(4, "decimal"), number(4, "upperRoman"), number(28, "lowerLetter"), number(4, "decimalZero"), number(4, "none")
    ('4', 'IV', 'bb', '04', '')
    """
    if kind in ("none", "bullet"):
        return ""
    if kind in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        out = ""
        for value, letters in _ROMAN:
            out += letters * (count // value)
            count %= value
        return out.upper() if kind == "upperRoman" else out
    if kind in ("lowerLetter", "upperLetter") and 0 < count < 18_000:
        out = chr(97 + (count - 1) % 26) * ((count - 1) // 26 + 1)  # as Word does: …, y, z, aa, bb
        return out.upper() if kind == "upperLetter" else out
    return f"{count:02}" if kind == "decimalZero" else str(count)
