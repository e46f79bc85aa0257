"""The training data of the model that tells what an ambiguous abbreviation means: its schema, and that its texts are really different ones."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

DATA = Path(__file__).parents[2] / "data"
FOLDER = DATA / "abbreviation_contexts"
HEADER = ["abbr", "meaning", "document", "genre", "text"]
GENRES = {"post", "report", "decision", "plan", "press", "letter", "minutes", "signature", "table"}
MARKED = re.compile(r"⟦([^⟦⟧]+)⟧")
SHARED_AT_MOST = 0.6  # of the syllable trigrams of the shorter of two texts


class Row(NamedTuple):
    where: str
    abbr: str
    meaning: str
    document: str
    genre: str
    text: str


@cache
def _rows() -> tuple[Row, ...]:
    out = []
    for path in sorted(FOLDER.glob("*.tsv")):
        lines = [(n, line) for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if not line.startswith("#")]
        assert lines[0][1].split("\t") == HEADER, f"{path.name}: the header row"
        for n, line in lines[1:]:
            cells = line.split("\t")
            assert len(cells) == len(HEADER), f"{path.name}:{n}: {len(cells)} cells"
            out.append(Row(f"{path.name}:{n}", *cells))
    return tuple(out)


def _dictionary() -> dict[str, set[str]]:
    out: dict[str, set[str]] = defaultdict(set)
    for line in (DATA / "abbreviations.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            abbr, expansion = line.split("\t")[:2]
            out[abbr.rstrip(".")].add(expansion)
    return out


def _bare(word: str) -> str:
    """Base letters, with đ kept apart from d: "Ủy" is "uy"."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def _fits(abbr: str, meaning: str) -> bool:
    """Whether the letters of the abbreviation stand in the meaning in their order, the first one at its start."""
    letters, words = _bare(abbr), _bare(meaning)
    at = 0
    for c in letters:
        at = words.find(c, at) + 1
        if at == 0:
            return False
    return words[0] == letters[0]


def _trigrams(text: str) -> set[tuple[str, ...]]:
    syllables = re.findall(r"\w+", text.replace("\\n", " ").lower())
    return {tuple(syllables[i : i + 3]) for i in range(len(syllables) - 2)}


def test_the_marked_abbreviation_is_the_one_of_its_column() -> None:
    assert [r.where for r in _rows() if MARKED.findall(r.text) != [r.abbr]] == []


def test_texts_are_composed_trimmed_and_met_once() -> None:
    rows = _rows()
    assert [r.where for r in rows if any(c != c.strip() or not c or unicodedata.normalize("NFC", c) != c for c in r[1:])] == []
    assert [text for text, n in Counter(r.text for r in rows).items() if n > 1] == []


def test_genres_are_the_known_ones() -> None:
    assert {r.genre for r in _rows()} <= GENRES


def test_groups_are_well_formed_and_of_five_to_twelve_rows() -> None:
    groups = Counter(r.document for r in _rows())
    assert [g for g in groups if not re.fullmatch(r"[a-z]{2,3}-\d{2}", g)] == []
    assert {g: n for g, n in groups.items() if not 5 <= n <= 12} == {}


def test_a_meaning_is_in_the_dictionary_or_fits_the_letters() -> None:
    known = _dictionary()
    assert sorted({(r.abbr, r.meaning) for r in _rows() if r.meaning not in known[r.abbr] and not _fits(r.abbr, r.meaning)}) == []


def test_no_two_texts_share_most_of_their_trigrams() -> None:
    rows = _rows()
    trigrams = [_trigrams(r.text) for r in rows]
    met: dict[tuple[str, ...], list[int]] = defaultdict(list)
    alike = []
    for i, mine in enumerate(trigrams):
        shared = Counter(j for t in mine for j in met[t])
        alike += [(rows[i].where, rows[j].where) for j, n in shared.items() if n > SHARED_AT_MOST * min(len(mine), len(trigrams[j]))]
        for t in mine:
            met[t].append(i)
    assert alike == []


def test_the_card_states_the_counts_that_stand() -> None:
    rows = _rows()
    counts = (len(rows), len({r.abbr for r in rows}), len({(r.abbr, r.meaning) for r in rows}), len({r.document for r in rows}))
    card = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "{:,} rows, {} abbreviations, {} meanings, {} groups".format(*counts) in card
    for abbr, n in Counter(r.abbr for r in rows).items():
        assert re.search(rf"^\| {re.escape(abbr)} \| {n} \|", card, re.MULTILINE), f"{abbr}: {n} rows"


@pytest.mark.parametrize(
    ("abbr", "meaning", "fits"),
    [("CT", "chỉ thị", True), ("ĐB", "đại biểu", True), ("TU", "Tỉnh ủy", True), ("CT", "quyết định", False), ("QĐ", "đại hội quân sự", False)],
)
def test_initials_are_compared_in_their_order(abbr: str, meaning: str, fits: bool) -> None:
    assert _fits(abbr, meaning) is fits
