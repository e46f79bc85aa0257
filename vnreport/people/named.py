"""The bodies that a document names: which one a short or common name means at a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from itertools import chain

from vnreport.language.letters import fold
from vnreport.people.marks import Marks

_GENERIC = ("ban thường", "ban chấp", "bộ chính", "ban bí")
_REACH = 80
"""Tokens over which a bare title reaches back to its body."""
_MOST = 500
"""Bodies that are looked at in each direction: farther ones are not meant."""


class NamedBodies:
    """An index over the organisations of a document.

    Parameters
    ----------
    marks : Marks
        The marks of the document.
    bodies : mapping of int to int
        Tokens of its organisations.
    """

    def __init__(self, marks: Marks, bodies: Mapping[int, int]) -> None:
        self.m = marks
        self.bodies = bodies
        self.places = sorted(bodies)
        scan = marks.scan
        self.folded = {a: " ".join(scan.folded[scan.starts[a] : scan.ends[b - 1]].split()) for a, b in bodies.items()}

    def says_more(self, a: int, heads: tuple[str, ...]) -> bool:
        """Whether the body at token ``a`` begins with one of ``heads`` and has a name of its own beyond it."""
        low = self.folded[a]
        head = max((h for h in heads if low.startswith(h.strip() + " ") or (h.endswith(" ") and low.startswith(h))), key=len, default=None)
        if head is None or low.startswith(_GENERIC):
            return False
        capitals = self.m.shape(a) == "U" and len(self.m.text(a, self.bodies[a])) > 6
        return bool(low != head.strip()) and not (capitals and len(low.split()) < 4 and self.m.text(a, self.bodies[a]).isupper())

    def nearest(self, at: int, heads: tuple[str, ...], before: bool = False, reach: int = 0) -> int | None:
        """The last body before token ``at`` (or, unless ``before``, the first after) that begins so and says more than the head.

        ``reach`` is the number of tokens to look back; 0: the whole text.
        """
        n = bisect_left(self.places, at)
        for a in reversed(self.places[max(0, n - _MOST) : n]):
            if reach and at - a > reach:
                break
            if self.says_more(a, heads):
                return a
        if before or reach:
            return None
        return next((a for a in self.places[n : n + _MOST] if self.says_more(a, heads)), None)

    def bare(self, at: int, heads: tuple[str, ...]) -> int | None:
        """The last body before token ``at`` that is called by one of ``heads`` alone."""
        n = bisect_left(self.places, at)
        return next((a for a in reversed(self.places[max(0, n - _MOST) : n]) if self.folded[a] in heads), None)

    def near(self, at: int, heads: tuple[str, ...]) -> int | None:
        """The body of a title that stands alone: before it, and near by if many kinds of bodies have the office."""
        return self.nearest(at, heads, before=True, reach=_REACH if len(heads) > 5 else 0)

    def longer(self, text: str, at: int, reach: int = 0, alone: bool = False) -> int | None:
        """The body named elsewhere in full of which ``text`` is the beginning: "Ban Chỉ đạo" of "Ban Chỉ đạo phòng, chống dịch bệnh".

        ``reach`` is the number of tokens to look back only; 0: the whole text. ``alone``: only where the text has one such name.
        """
        low, found = fold(text), dict[str, int]()
        n = bisect_left(self.places, at)
        after = [] if reach else self.places[n : n + _MOST]
        for a in chain(reversed(self.places[max(0, n - _MOST) : n]), after):
            if reach and at - a > reach:
                break
            if self.folded[a].startswith(low + " ") and not self.folded[a][len(low) :].startswith((" và ", " các ", " với ")):
                found.setdefault(self.folded[a], a)
                if not alone:
                    break
        return next(iter(found.values())) if len(found) == 1 else None
