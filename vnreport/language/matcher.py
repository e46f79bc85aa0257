"""All strings of a table in one pass over a text (Aho-Corasick)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

import ahocorasick

T = TypeVar("T")


class Matcher(Generic[T]):
    """Finds the keys of a table in a text, at syllable boundaries.

    Parameters
    ----------
    items : iterable of (str, T)
        Keys as they stand in the text that will be searched (fold both or neither), with their values.

    Examples
    --------
    >>> m = Matcher([("cẩm lệ", 1), ("lệ", 2)])
    >>> list(m.longest("quận cẩm lệ"))
    [(5, 11, 1)]
    """

    def __init__(self, items: Iterable[tuple[str, T]]) -> None:
        self._automaton = ahocorasick.Automaton()
        for key, value in items:
            self._automaton.add_word(key, (len(key), value))
        self._automaton.make_automaton()

    def all(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Every occurrence ``(start, end, value)``, in order of its end."""
        if not len(self._automaton):
            return
        for last, (length, value) in self._automaton.iter(text):
            start, end = last - length + 1, last + 1
            if (start == 0 or not _inside(text[start - 1], text[start])) and (end == len(text) or not _inside(text[last], text[end])):
                yield start, end, value

    def longest(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Occurrences that do not overlap: the leftmost first, the longest of those that begin together."""
        end = -1
        for hit in sorted(self.all(text), key=lambda h: (h[0], -h[1])):
            if hit[0] >= end:
                end = hit[1]
                yield hit


def _inside(a: str, b: str) -> bool:
    """Whether no syllable boundary lies between the neighbours ``a`` and ``b``."""
    return a.isalnum() and b.isalnum()
