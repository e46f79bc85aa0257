"""Styles of a Word file, as far as reading needs them: the list and the font that a paragraph has from its style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vnreport.reading.package import Package, parse


@dataclass(slots=True)
class Style:
    """A style: the one it is based on, its list with the level, its font."""

    base: str | None = None
    list: str | None = None
    level: int = 0
    font: str | None = None


class Styles:
    """The styles by their ids; ``None`` is the default of paragraphs."""

    def __init__(self, package: Package, main: str) -> None:
        self._default = self._style = Style()  # what stands before the first style is the default of the document
        self._by_id: dict[str | None, Style] = {}
        for relation in package.relations(main):
            if relation.kind == "styles" and relation.target in package:
                parse(package.part(relation.target), package.name, self._start)

    def list(self, id: str | None) -> Style:
        """The style that gives a list, this one or one that it is based on; an empty one if none does."""
        return next((s for s in self._chain(id) if s.list is not None), Style())

    def font(self, id: str | None) -> str | None:
        """The font of a style."""
        return next((s.font for s in self._chain(id) if s.font is not None), self._default.font)

    def _chain(self, id: str | None) -> Iterator[Style]:
        seen = set()
        while id not in seen and (style := self._by_id.get(id)):
            yield style
            seen.add(id)
            id = style.base

    def _start(self, tag: str, given: Mapping[str, str]) -> None:
        space, _, name = tag.partition(" ")
        value = given.get(f"{space} val", "")
        if name == "style":
            self._style = self._by_id[given.get(f"{space} styleId", "")] = Style()
            if given.get(f"{space} type") == "paragraph" and given.get(f"{space} default") in ("1", "true", "on"):
                self._by_id[None] = self._style
        elif name == "basedOn":
            self._style.base = value
        elif name == "numId" and value != "0":
            self._style.list = value
        elif name == "ilvl":
            self._style.level = whole(value, 0)
        elif name == "rFonts":
            self._style.font = given.get(f"{space} ascii", given.get(f"{space} hAnsi", self._style.font))


def whole(text: str, default: int) -> int:
    """A small whole number as the XML writes it."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else default
