"""Cross-validation of the tagger over sites: what is measured on a document was learnt from other sites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from vnreport.learn.tagger import Example, fit
from vnreport.people.referee import judged, rule_spans
from vnreport.people.tagger import Model, Span, Tagged

LABELS = ("PER", "ORG")
SYSTEMS = ("rules", "tagger without rules", "tagger without copies", "tagger", "both")
"""The rules alone; the tagger that does not see them, the tagger that learnt from no multiplied documents, the tagger; what vnreport gives:
the rules with the tagger as referee."""


@dataclass(slots=True)
class Count:
    """Annotated, found, found exactly, found with any overlap."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    overlap: int = 0

    def add(self, gold: Iterable[Span], found: Iterable[Span]) -> None:
        wanted, have = sorted(gold), sorted(found)
        self.gold += len(wanted)
        self.found += len(have)
        self.exact += len(set(wanted) & set(have))
        free = list(have)
        for _, a, b in wanted:
            match = next((s for s in free if s[1] < b and a < s[2]), None)
            if match:
                free.remove(match)
                self.overlap += 1

    def score(self, hits: str = "exact") -> tuple[float, float, float]:
        """Precision, recall and F1 of ``exact`` or ``overlap``."""
        right = int(getattr(self, hits))
        precision, recall = right / self.found if self.found else 0.0, right / self.gold if self.gold else 0.0
        return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


Counts = dict[tuple[str, str], Count]
"""(System, label) -> counts."""


@dataclass(slots=True)
class Validation:
    """What cross-validation found.

    Attributes
    ----------
    total : dict of (str, str) to Count
        By system and label.
    sites : dict of str to dict
        The same for each site.
    chances : list of (float, bool)
        Confidence of each entity of the last system, and whether it is right.
    curve : list of (int, dict)
        Number of documents learnt from, and the counts of the last system.
    """

    total: Counts = field(default_factory=lambda: defaultdict(Count))
    sites: dict[str, Counts] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Count)))
    chances: list[tuple[float, bool]] = field(default_factory=list)
    curve: list[tuple[int, Counts]] = field(default_factory=list)


def calibration(chances: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and intercept of the logistic curve from chances, as logits, to being right.

    Examples
    --------
    >>> slope, intercept = calibration([(0.99, True)] * 9 + [(0.99, False)] + [(0.5, True), (0.5, False)] * 5)
    >>> round(slope, 2), abs(round(intercept, 2))
    (0.48, 0.0)
    """
    if len({right for _, right in chances}) < 2:
        return 1.0, 0.0
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    x = np.array([min(max(p, 1e-6), 1 - 1e-6) for p, _ in chances])
    curve = LogisticRegression(C=1e3).fit(np.log(x / (1 - x))[:, None], [right for _, right in chances])
    return float(curve.coef_[0, 0]), float(curve.intercept_[0])


def folds(items: Iterable[Example], number: int, given: Mapping[str, int] | None = None) -> dict[str, int]:
    """Site -> fold: as ``given``, others by turns, the largest sites first."""
    sizes: dict[str, int] = defaultdict(int)
    for e in items:
        sizes[e.site] += 1
    out = {s: f % number for s, f in (given or {}).items()}
    free = [s for s in sorted(sizes, key=lambda s: (-sizes[s], s)) if s not in out]
    return out | {s: i % number for i, s in enumerate(free)}


def found_by(system: str, e: Example, models: Mapping[str, Model]) -> dict[Span, float]:
    """What a system finds in a document, and how sure it is."""
    if system == "rules":
        return rule_spans(e.found)
    tagged = Tagged(models["tagger" if system == "both" else system], e.found)
    return judged(e.found, tagged) if system == "both" else {s: tagged.chance(s) for s in tagged.spans()}


def count(into: Counts, system: str, e: Example, found: Iterable[Span]) -> None:
    """Add a document to the counts of a system."""
    spans = list(found)
    for label in LABELS:
        into[system, label].add((s for s in e.spans if s[0] == label), (s for s in spans if s[0] == label))


def validate(
    items: Sequence[Example], more: Callable[[Example], Sequence[Example]], number: int = 5, given: Mapping[str, int] | None = None
) -> Validation:
    """Cross-validate over sites.

    Parameters
    ----------
    items : sequence of Example
        The documents.
    more : callable
        Copies of a document that are learnt from as well.
    number : int
        Folds.
    given : mapping of str to int, optional
        Folds of the sites, where they are fixed.
    """
    out = Validation()
    fold = folds(items, number, given)
    sizes = [n for n in (10, 40, 80, 160) if n < len(items) * (number - 1) / number * 0.9]
    curve: dict[int, Counts] = {n: defaultdict(Count) for n in sizes}
    for k in sorted({fold[e.site] for e in items}):
        train, test = [e for e in items if fold[e.site] != k], [e for e in items if fold[e.site] == k]
        if not train:
            continue
        models = {
            "tagger": fit([*train, *(x for e in train for x in more(e))]),
            "tagger without copies": fit(train),
            "tagger without rules": fit(train, rules=False),
        }
        for e in test:
            for system in SYSTEMS:
                found = found_by(system, e, models)
                count(out.total, system, e, found)
                count(out.sites[e.site], system, e, found)
                if system == SYSTEMS[-1]:
                    out.chances += [(p, s in e.spans) for s, p in found.items()]
        for n in sizes:
            part = train[:: max(1, len(train) // n)][:n]
            small = {"tagger": fit([*part, *(x for e in part for x in more(e))])}
            for e in test:
                count(curve[n], SYSTEMS[-1], e, found_by(SYSTEMS[-1], e, small))
    out.curve = sorted(curve.items())
    return out
