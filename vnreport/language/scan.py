"""The one scan of a text that all annotators share: its tokens with offsets, shapes and folded forms."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from vnreport.document import Document
from vnreport.language.letters import fold

_TOKEN = re.compile(
    r"([A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]++(?![^\W\d_]|['’\u0300-\u036f])"  # the plain case of the next line, tried first because it is fast
    r"|[^\W\d_]+(?:(?:[\u0300-\u036f]|['’](?=[^\W\d_]))+[^\W\d_]*)*|\d+|[^\w\s]|_)"
)


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """Tokens of a text as parallel tuples.

    A token is a syllable or word (``Krông``, ``H'leo``, ``UBND``), a run of digits, or one other sign.

    Attributes
    ----------
    folded : str
        The shadow of the whole text (lower case, one tone placement, plain dashes and apostrophes), of the same length.
    starts, ends : tuple of int
        Offsets of the tokens.
    words : tuple of str
        The tokens as written.
    lower : tuple of str
        The tokens folded.
    shapes : str
        One letter a token: ``C`` capitalised, ``U`` all capitals (two letters or more), ``l`` lower case, ``m`` mixed, ``d`` digits,
        ``p`` other sign.
    places : dict of str to list of int
        Folded forms -> indices of the tokens that have them.
    """

    text: str
    folded: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lower: tuple[str, ...]
    shapes: str
    places: dict[str, list[int]]

    def at(self, position: int) -> int:
        """Index of the first token that ends after ``position`` (the token there, or the next)."""
        return bisect_right(self.ends, position)

    def before(self, position: int) -> int:
        """Index of the last token that ends at or before ``position``; -1 if none."""
        return bisect_right(self.ends, position) - 1

    def between(self, start: int, end: int) -> range:
        """Indices of the tokens that begin in ``[start, end)``."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def where(self, words: Collection[str]) -> list[int]:
        """Indices of the tokens whose folded form is one of ``words``, in text order."""
        places = self.places
        few = words if len(words) < len(places) else places
        return sorted([i for word in few if word in words and word in places for i in places[word]])

    def line_break(self, i: int) -> bool:
        """Whether token ``i`` is the first of its line."""
        return i == 0 or "\n" in self.text[self.ends[i - 1] : self.starts[i]]

    def __len__(self) -> int:
        return len(self.starts)


@lru_cache(maxsize=65536)
def _shape(word: str) -> str:
    if word.islower():
        return "l"
    if word.isupper():
        return "U" if len(word) > 1 else "C"
    if word[0].isdigit():
        return "d"
    if not word[0].isalpha():
        return "p"
    return "C" if word[0].isupper() and word[1:].islower() else "m"


def scan(text: str) -> Scan:
    """Scan a text.

    Examples
    --------
    >>> s = scan("UBND quận 3")
    >>> s.words, s.shapes
    (('UBND', 'quận', '3'), 'Uld')
    """
    folded = fold(text)
    pieces = _TOKEN.split(text)  # what lies between, a token, what lies between, …
    bounds = tuple(accumulate(map(len, pieces)))
    starts, ends, words = bounds[:-1:2], bounds[1::2], tuple(pieces[1::2])
    lower = tuple([folded[a:b] for a, b in zip(starts, ends, strict=True)])
    places: dict[str, list[int]] = {}
    for i, word in enumerate(lower):
        if word in places:
            places[word].append(i)
        else:
            places[word] = [i]
    return Scan(text, folded, starts, ends, words, lower, "".join(map(_shape, words)), places)


def annotate(doc: Document) -> Scan:
    """The layer ``scan``."""
    return scan(doc.text)
