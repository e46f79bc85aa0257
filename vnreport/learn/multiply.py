"""More annotated documents from those there are: other names, units, offices and dates in the same sentences.

Everything is exchanged consistently: a person keeps one new name in every mention, given names alone too; a unit becomes one of the same
level that existed then, inside the unit that its own upper unit became; the rows of the annotation follow. A slip stays one: what an
``inconsistencies`` row is about is left as it is.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vnreport.learn import exchange
from vnreport.learn.gold import Gold

KINDS = ("dates", "units", "offices", "persons")
"""What can be exchanged, in the order in which it is done."""
_PLACED = ("dates", "persons", "units", "organisations", "citations", "inconsistencies")


def multiply(gold: Gold, seed: int, kinds: Iterable[str] = KINDS) -> Gold:
    """A copy of an annotated document with other names.

    Parameters
    ----------
    gold : Gold
        The document; :func:`vnreport.learn.gold.load` gives them.
    seed : int
        The same seed gives the same copy.
    kinds : iterable of str
        What to exchange: ``persons``, ``units``, ``offices`` (and departments), ``dates`` (the years).

    Returns
    -------
    Gold
        The copy. A kind that cannot be exchanged without making the document wrong is left as it is.

    Examples
    --------
    >>> from pathlib import Path
    >>> data = {"meta": {}, "persons": [{"text": "Trần Văn Khải", "nth": 0}, {"text": "Khải", "nth": 1}]}
    >>> copy = multiply(Gold("a-01", Path("a-01"), "Ông Trần Văn Khải dự. Ông Khải nói.", data), seed=1)
    >>> full, given = (r.text for r in copy.rows("persons"))
    >>> full != "Trần Văn Khải", full.endswith(given)
    (True, True)
    """
    wanted = set(kinds)
    if unknown := wanted - set(KINDS):
        raise ValueError(f"không thay được {', '.join(sorted(unknown))}; có: {', '.join(KINDS)} (cannot exchange this)")
    rng = random.Random(f"{gold.id} {seed}")
    for kind in KINDS:
        if kind in wanted:
            gold = _exchanged(gold, kind, rng)
    return gold


def copies(golds: Iterable[Gold], times: int, seed: int = 0) -> Iterator[Gold]:
    """``times`` copies of each document, each with other names."""
    for gold in golds:
        for n in range(times):
            yield multiply(gold, seed * 1000 + n)


def _exchanged(gold: Gold, kind: str, rng: random.Random) -> Gold:
    """The document with one kind exchanged; the document itself where its rows would not follow."""
    shift = 0
    titles: dict[tuple[str, str], str] = {}
    if kind == "persons":
        edits, names = exchange.persons(gold, rng)
    elif kind == "units":
        edits, names = exchange.units(gold, rng)
    elif kind == "offices":
        edits, names, titles = exchange.offices(gold, rng)
    else:
        edits, shift = exchange.years(gold, rng)
        names = {}
    edits = list(exchange.apart(edits))
    if not edits:
        return gold
    text, moved = _applied(gold.text, edits)
    data: dict[str, Any] = {**gold.data}
    for layer in _PLACED:
        rows = gold.rows(layer)
        if any(e[0] < r.start < e[1] or e[0] < r.end < e[1] for r in rows for e in edits):
            return gold
        data[layer] = []
        for r in rows:
            start, end = _shifted(r.start, moved), _shifted(r.end, moved)
            if (nth := _nth(text, start, end)) is None:
                return gold
            data[layer].append({**r.values, "text": text[start:end], "nth": nth})
    _follow(data, names, titles, kind, shift)
    if any(row["text"] not in text for row in data.get("abbreviations", ())):
        return gold
    return Gold(gold.id, gold.path, text, data)


def _applied(text: str, edits: list[exchange.Edit]) -> tuple[str, list[tuple[int, int, int]]]:
    """The new text, and for each edit its old start and end and by how much what follows it moves."""
    pieces, moved, at, by = [], [], 0, 0
    for start, end, new in edits:
        pieces += [text[at:start], new]
        by += len(new) - (end - start)
        moved.append((start, end, by))
        at = end
    return "".join([*pieces, text[at:]]), moved


def _shifted(place: int, moved: list[tuple[int, int, int]]) -> int:
    """Where a place of the old text is in the new one."""
    n = bisect_right(moved, place, key=lambda m: m[1])
    return place + (moved[n - 1][2] if n else 0)


def _nth(text: str, start: int, end: int) -> int | None:
    """The number of the occurrence ``[start, end)`` of its own words; ``None`` where counting without overlaps leaves it out."""
    words, nth, at = text[start:end], 0, 0
    while 0 <= (at := text.find(words, at)) < start:
        nth, at = nth + 1, at + len(words)
    return nth if at == start else None


def _follow(data: dict[str, Any], names: Mapping[str, str], titles: Mapping[tuple[str, str], str], kind: str, shift: int) -> None:
    """Let the parts of the annotation that have no place follow."""
    old = re.compile("|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in sorted(names, key=len, reverse=True)) or r"(?!)")

    def put(value: Any) -> Any:
        return old.sub(lambda m: names[m[0]], value) if isinstance(value, str) else value

    people = kind == "persons"
    data["officials"] = [
        {
            "name": put(o["name"]) if people else o["name"],
            "titles": [titles.get((o["name"], t), t) for t in o["titles"]],
            "organisation": o["organisation"] if people else put(o["organisation"]),
        }
        for o in data.get("officials", ())
    ]
    named = ("title", "author", "poster") if people else ("title",)
    data["meta"] = {k: put(v) if k in named else v for k, v in data["meta"].items()}
    if data.get("issuer") and not people:
        data["issuer"] = {k: put(v) for k, v in data["issuer"].items()}
    for row in data.get("inconsistencies", ()):
        row.update(suggestion=put(row.get("suggestion")), why=put(row.get("why")))
    if kind == "units":
        for row in data["units"]:
            row.update(name=names.get(row["name"], row["name"]), province=names.get(row["province"], row["province"]))
        for layer, key in (("citations", "issuer"), ("abbreviations", "expansion")):
            data[layer] = [{**row, key: put(row.get(key))} for row in data.get(layer, ())]
    if shift:
        data["meta"]["posted"] = exchange.later(data["meta"]["posted"], shift)
        title = data["meta"].get("title")
        data["meta"]["title"] = title and re.sub(r"(?<!\d)(?:19|20)\d\d(?!\d)", lambda m: str(int(m[0]) + shift), title)
        for row in data["dates"]:
            row["value"] = exchange.later(row["value"], shift)
        for row in data["citations"]:
            row["date"] = exchange.later(row["date"], shift)
            row["number"] = row["number"] and re.sub(r"(?<=/)(?:19|20)\d\d(?=/|$)", lambda m: str(int(m[0]) + shift), row["number"])
