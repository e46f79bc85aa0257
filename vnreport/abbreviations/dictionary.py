"""The dictionary of abbreviations, users' own rows before it, and the composition of those it lacks from their parts."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vnreport import resources
from vnreport.document import UserFacts

_SEPARATOR = re.compile(r"[&\-–./,\s]+")
_LONGEST = 24  # letters and signs
_JOINTS = {"&": " và ", "-": " - ", "–": " - ", "/": "/", ",": ", "}


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of an abbreviation.

    ``prior`` is the share of this reading where the context says nothing; ``known`` is 2 where every reader of state writing knows it, 1
    where it is usual, 0 where it is rare; ``composed`` says that it was put together from parts; ``era`` are the first and the last year of
    what is meant, where that matters ("2002-2025", "2025-"), else empty.
    """

    expansion: str
    domain: str
    prior: float
    known: int
    composed: bool = False
    era: str = ""

    def lives(self, year: int) -> bool:
        """Whether what is meant existed in ``year``.

        Examples
        --------
        >>> Reading("Bộ Nông nghiệp và Môi trường", "ministry", 1.0, 2, era="2025-").lives(2018)
        False
        """
        first, _, last = self.era.partition("-")
        return int(first or 0) <= year <= int(last or 9999)


class Dictionary:
    """The readings of abbreviations: the built-in table, and rows of the user's own, which stand in place of the table's.

    Parameters
    ----------
    rows : iterable of sequences
        Each ``(abbr, expansion)`` or ``(abbr, expansion, domain)``; several rows for one abbreviation are its readings.

    Raises
    ------
    ValueError
        If a row lacks its abbreviation or expansion.

    Examples
    --------
    >>> mine = Dictionary([("GX", "giáo xứ")])
    >>> mine.lookup("GX")[0].expansion, mine.lookup("UBND")[0].expansion
    ('giáo xứ', 'Ủy ban nhân dân')
    """

    def __init__(self, rows: Iterable[Sequence[str]] = ()) -> None:
        own: dict[str, list[tuple[str, str]]] = {}
        for n, row in enumerate(rows, 1):
            cells = [c.strip() for c in row]
            if len(cells) < 2 or not cells[0] or not cells[1]:
                raise ValueError(
                    f"dòng {n}: cần chữ viết tắt và nghĩa (an abbreviation and its expansion are needed): {list(row)!r}"
                )
            own.setdefault(cells[0], []).append((cells[1], cells[2] if len(cells) > 2 and cells[2] else "own"))
        self.own: dict[str, tuple[Reading, ...]] = {
            abbr: tuple(Reading(e, domain, 1 / len(readings), 2) for e, domain in readings) for abbr, readings in own.items()
        }
        self._found: dict[str, tuple[Reading, ...]] = {}

    @classmethod
    def read(cls, *paths: str | os.PathLike[str]) -> Dictionary:
        """The dictionary with the rows of these files: UTF-8, columns ``abbr``, ``expansion`` and, if wanted, ``domain``, tab-separated.

        Lines that begin with ``#`` and a header row that begins with ``abbr`` are passed over.

        Raises
        ------
        ValueError
            If a file cannot be read or a row lacks a cell; the message names file and line.
        """
        rows: list[list[str]] = []
        for path in paths:
            try:
                lines = Path(path).read_text("utf-8-sig").splitlines()
            except (OSError, UnicodeDecodeError) as error:
                raise ValueError(f"{path}: không đọc được từ điển (cannot read the dictionary): {error}") from error
            for n, line in enumerate(lines, 1):
                cells = line.split("\t")
                if not line.strip() or line.startswith("#") or cells[0] == "abbr":
                    continue
                if len(cells) < 2 or not cells[0].strip() or not cells[1].strip():
                    raise ValueError(
                        f"{path}, dòng {n}: cần chữ viết tắt và nghĩa, cách nhau bằng dấu tab "
                        f"(line {n}: an abbreviation and its expansion, separated by a tab)"
                    )
                rows.append(cells)
        return cls(rows)

    def lookup(self, abbr: str) -> tuple[Reading, ...]:
        """The readings of an abbreviation, the likeliest first; composed from its parts where no row has it; empty if unknown."""
        if not self.own:
            return lookup(abbr)
        if (readings := self._found.get(abbr)) is None:
            readings = self._found[abbr] = self.own.get(abbr) or self.own.get(abbr.rstrip(".")) or _looked_up(abbr, self)
        return readings

    def row(self, abbr: str) -> tuple[Reading, ...]:
        """The readings of exactly this form."""
        return self.own.get(abbr) or table().get(abbr, ())


@cache
def table() -> dict[str, tuple[Reading, ...]]:
    """Abbreviation as written -> its readings, the likeliest first."""
    out: dict[str, list[Reading]] = {}
    for abbr, expansion, domain, prior, known, _source, era in resources.rows("abbreviations.tsv"):
        out.setdefault(abbr, []).append(Reading(expansion, domain, float(prior), int(known), era=era))
    return {abbr: tuple(sorted(readings, key=lambda r: -r.prior)) for abbr, readings in out.items()}


@cache
def standard() -> Dictionary:
    """The built-in dictionary."""
    return Dictionary()


@cache
def of(facts: UserFacts) -> Dictionary:
    """The dictionary with the abbreviations that the user knows, as a document carries them (``doc.facts``)."""
    return Dictionary(facts.abbreviations) if facts.abbreviations else standard()


def squeeze(abbr: str) -> str:
    """The letters alone: GD-ĐT, GD&ĐT and GDĐT are one (and T.Ư is TƯ)."""
    return _SEPARATOR.sub("", abbr)


@cache
def _squeezed() -> dict[str, tuple[Reading, ...]]:
    out: dict[str, tuple[Reading, ...]] = {}
    for abbr, readings in sorted(table().items(), key=lambda item: len(squeeze(item[0])) != len(item[0])):
        out.setdefault(squeeze(abbr), readings)  # the form without separators first
    return out


@cache
def lookup(abbr: str) -> tuple[Reading, ...]:
    """The readings of an abbreviation in the built-in dictionary, the likeliest first; empty if unknown.

    Examples
    --------
    >>> lookup("UBND")[0].expansion
    'Ủy ban nhân dân'
    >>> lookup("CCHC-CĐS")[0].expansion
    'cải cách hành chính - chuyển đổi số'
    >>> lookup("XYZW")
    ()
    """
    return _looked_up(abbr, standard())


def _looked_up(abbr: str, words: Dictionary) -> tuple[Reading, ...]:
    if len(abbr) > _LONGEST:
        return ()
    for form in (abbr, abbr.rstrip("."), abbr + ".", abbr.upper() if "/" in abbr else abbr):
        if readings := words.row(form):
            return readings
    squeezed = squeeze(abbr)
    if len(squeezed) > 2 and (readings := _squeezed().get(squeezed, ())):
        return readings
    return _composed(abbr, words)


def _composed(abbr: str, words: Dictionary) -> tuple[Reading, ...]:
    """Joined by signs (HĐND-UBND), or one known abbreviation after the other (CHBĐBP)."""
    parts = _SEPARATOR.split(abbr)
    if len(parts) > 1:
        readings = [words.row(p) or (_glued(p, words) if len(p) > 3 else ()) for p in parts]
        if not all(readings):
            return ()
        # degrees and honours stand together: TTND after GS.TS is no inspection
        if all(any(r.domain == "rank" for r in rs) for rs in readings[:2]):
            readings = [tuple(r for r in rs if r.domain == "rank") or rs for rs in readings]
        signs = [_JOINTS.get(s[0], " ") for s in _SEPARATOR.findall(abbr)]
        expansion = readings[0][0].expansion
        for sign, more in zip(signs, readings[1:], strict=True):
            expansion += sign + more[0].expansion
        if len({r[0].domain for r in readings}) == 1 or all(len(r) == 1 for r in readings) or len(abbr) > 5:
            return (Reading(expansion, readings[0][0].domain, 0.8, min(r[0].known for r in readings), True),)
        return ()
    return _glued(abbr, words)


def _glued(abbr: str, words: Dictionary) -> tuple[Reading, ...]:
    """Two known abbreviations of one reading each, written as one; only where there is a single way to cut."""
    cuts = [
        (a[0], b[0])
        for i in range(2, len(abbr) - 1)
        if len(a := words.row(abbr[:i])) == 1 == len(b := words.row(abbr[i:])) and a[0].known == 2 == b[0].known
    ]
    if len(abbr) < 4 or len(cuts) != 1:
        return ()
    first, second = cuts[0]
    return (Reading(f"{first.expansion} {second.expansion}", first.domain, 0.6, 0, True),)
