"""Precision, recall and F1 of every layer against annotated documents.

A prediction counts when it overlaps an annotation and carries the value that the name of the measure says; each annotation and each
prediction counts once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vnreport.document import Document, Official
from vnreport.learn.compare import NOT_OFFICES, Place, day, full, number, pair, plain, same_body, same_value
from vnreport.learn.gold import Gold, Row, load
from vnreport.pipeline import attach
from vnreport.reading import read

_FACTUAL = ("date-", "unit-", "number-", "citation-", "name-", "title-", "org-")
_MERGED = {"citation-format": "citation-conflict", "date-anniversary": "date-conflict"}
"""Rules whose defects the annotation files under another kind."""


@dataclass(slots=True)
class Score:
    """Counts of one measure."""

    gold: int = 0
    predicted: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the predictions that are right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotations that were found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Scores:
    """Scores of all measures over some documents."""

    documents: int = 0
    measures: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))

    def to_dict(self, errors: str | None = None) -> dict[str, Any]:
        """The scores as a JSON object; ``errors`` adds what was missed and extra in measures whose names begin so."""
        out: dict[str, Any] = {
            name: {
                "gold": s.gold, "pred": s.predicted, "precision": round(s.precision, 4), "recall": round(s.recall, 4), "f1": round(s.f1, 4)
            }
            for name, s in self.measures.items()
        }  # fmt: skip
        data: dict[str, Any] = {"documents": self.documents, "measures": out}
        if errors is not None:
            data["errors"] = {name: s.misses for name, s in self.measures.items() if name.startswith(errors) and s.misses}
        return data


def evaluate(folder: str | Path) -> Scores:
    """Measure every layer against the annotated documents in ``folder`` (a folder each, ``text.txt`` and ``gold.json``).

    Raises
    ------
    ValueError
        If there are no annotated documents.
    """
    scores = Scores()
    for gold in load(folder):
        _Judge(gold, attach(read(gold.path)), scores).all()
        scores.documents += 1
    return scores


class _Judge:
    """Compares one document with its annotation."""

    def __init__(self, gold: Gold, doc: Document, scores: Scores) -> None:
        self.gold, self.doc, self.measures = gold, doc, scores.measures

    def all(self) -> None:
        self.dates()
        self.entities("persons", "PER")
        self.entities("organisations", "ORG")
        self.units()
        self.abbreviations()
        self.officials()
        self.spans(
            "citations: number",
            self.gold.rows("citations"),
            self.doc.citations,
            lambda g, p: number(g.values["number"]) == number(p.number),
        )
        self.meta()
        self.findings()

    def dates(self) -> None:
        gold, found = self.gold.rows("dates"), self.doc.dates
        self.spans("dates: span", gold, found, lambda g, p: True)
        self.spans("dates: value", gold, found, lambda g, p: same_value(day(g.values["value"]), day(p.value)))
        self.spans("dates: value+time", gold, found, lambda g, p: same_value(g.values["value"], p.value))

    def entities(self, name: str, label: str) -> None:
        gold, found = self.gold.rows(name), [e for e in self.doc.entities if e.label == label]
        self.spans(f"{name}: overlap", gold, found, lambda g, p: True)
        self.spans(f"{name}: exact", gold, found, lambda g, p: (g.start, g.end) == (p.start, p.end))

    def units(self) -> None:
        gold, found = self.gold.rows("units"), self.doc.units
        self.spans(
            "units: name+level", gold, found,
            lambda g, p: (plain(g.values["name"]), plain(g.values["level"])) == (plain(p.name), plain(p.level)),
        )  # fmt: skip
        self.spans(
            "units: linked to province", [g for g in gold if g.values.get("province")], [p for p in found if p.province],
            lambda g, p: plain(g.values["name"]) == plain(p.name) and plain(g.values["province"]) in plain(p.province),
        )  # fmt: skip

    def abbreviations(self) -> None:
        gold = {(plain(a["text"]), full(a["expansion"])) for a in self.gold.data.get("abbreviations", ())}
        found = {(plain(a.text), full(a.expansion)) for a in self.doc.abbreviations if a.expansion}
        self.sets("abbreviations: expansion", sorted(gold), sorted(found), lambda g, p: g == p)

    def officials(self) -> None:
        gold = [
            (plain(o["name"]), plain(t), o.get("organisation"))
            for o in self.gold.data.get("officials", ())
            for t in o["titles"] or [""]
            if plain(t) not in NOT_OFFICES
        ]
        found = [(plain(o.name), plain(t), o.organisation) for o in self.doc.officials for t in _offices(o)]
        self.sets("officials: name", list(dict.fromkeys(g[0] for g in gold)), list(dict.fromkeys(p[0] for p in found)), lambda g, p: g == p)
        self.sets("officials: name+title", gold, found, lambda g, p: g[:2] == p[:2])
        self.sets("officials: name+title+body", gold, found, lambda g, p: g[:2] == p[:2] and same_body(g[2], p[2]))

    def meta(self) -> None:
        for name in ("posted", "author", "title"):
            wanted = self.gold.data.get("meta", {}).get(name)
            if wanted:
                found = getattr(self.doc.meta, name)
                right = plain(str(wanted)) == plain(str(found or ""))
                self.count(f"meta: {name}", 1, int(bool(found)), int(right), [] if right else [f"{wanted!r} ≠ {found!r}"])

    def findings(self) -> None:
        gold = self.gold.rows("inconsistencies")
        found = list(self.doc.findings)
        counted = [g for g in gold if g.values.get("certainty") in ("certain", "likely") and not g.values["kind"].startswith("other")]
        hit = pair(counted, found, _same_kind)
        # A finding at a place that the annotation calls possible is neither right nor wrong.
        excused = {j for i, j in pair(gold, found, _same_kind) if not any(gold[i] is c for c in counted)}
        hits = {i for i, _ in hit}
        for area in ("factual", "abbr", "text"):
            wanted = [i for i, g in enumerate(counted) if _area(g.values["kind"]) == area]
            predicted = [j for j, p in enumerate(found) if _area(p.name) == area and j not in excused]
            self.count(f"findings: {area}", len(wanted), len(predicted), sum(i in hits for i in wanted))
        extra = {j for _, j in hit} | excused
        self.count(
            "findings", len(counted), len(found) - len(excused), len(hit),
            [f"missed: {g.values['kind']} {g.text!r}" for i, g in enumerate(counted) if i not in hits]
            + [f"extra: {p.name} {p.text!r}: {p.message.vi}" for j, p in enumerate(found) if j not in extra],
        )  # fmt: skip
        for i, g in enumerate(counted):
            self.count(f"findings/{g.values['kind'].split(':')[0]}", 1, 0, int(i in hits))
        for p in found:
            self.count(f"findings/{p.name}", 0, 1, 0)

    def spans(self, name: str, gold: Sequence[Row], found: Sequence[Any], same: Callable[[Row, Any], bool]) -> None:
        """Score spans that must overlap and be the ``same``."""
        pairs = pair(gold, found, same)
        left, right = {i for i, _ in pairs}, {j for _, j in pairs}
        misses = [f"missed: {_describe(g)}" for i, g in enumerate(gold) if i not in left]
        misses += [f"extra: {_describe(p)}" for j, p in enumerate(found) if j not in right]
        self.count(name, len(gold), len(found), len(pairs), misses)

    def sets(self, name: str, gold: Sequence[Hashable], found: Sequence[Hashable], same: Callable[[Any, Any], bool]) -> None:
        """Score rows that have no place; each prediction answers one annotation."""
        free = list(range(len(found)))
        misses = []
        for g in gold:
            j = next((j for j in free if same(g, found[j])), None)
            if j is None:
                misses.append(f"missed: {g}")
            else:
                free.remove(j)
        right = len(gold) - len(misses)
        self.count(name, len(gold), len(found), right, misses + [f"extra: {found[j]}" for j in free])

    def count(self, name: str, gold: int, predicted: int, right: int, misses: Sequence[str] = ()) -> None:
        score = self.measures[name]
        score.gold += gold
        score.predicted += predicted
        score.right += right
        score.misses += [f"{self.gold.id}: {m}" for m in misses]


def _offices(official: Official) -> list[str]:
    return [t for t in official.titles or ("",) if plain(t) not in NOT_OFFICES]


def _same_kind(gold: Row, finding: Any) -> bool:
    return gold.values["kind"].split(":")[0] in (finding.name, _MERGED.get(finding.name))


def _area(kind: str) -> str:
    return "factual" if kind.startswith(_FACTUAL) else "abbr" if kind.startswith("abbr-") else "text"


def _describe(place: Place) -> str:
    names = ("type", "value", "level", "name", "province", "number", "label")
    source = place.values if isinstance(place, Row) else {n: getattr(place, n, None) for n in names}
    values = ", ".join(f"{n}={source[n]}" for n in names if source.get(n) is not None)
    return f"{getattr(place, 'text', '')!r} {values}".strip()
