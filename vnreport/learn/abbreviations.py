"""Training and measuring the model that chooses among the readings of an abbreviation.

``python -m vnreport.learn.abbreviations`` writes ``models/abbreviations.json.gz`` and its card ``models/abbreviations.md``.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log
from pathlib import Path
from typing import Any

from vnreport import resources
from vnreport.abbreviations.chooser import FILE, Chooser
from vnreport.abbreviations.context import Context, general
from vnreport.abbreviations.dictionary import Reading, lookup, table
from vnreport.abbreviations.find import forms
from vnreport.abbreviations.positions import signed
from vnreport.language.letters import fold
from vnreport.language.scan import scan
from vnreport.learn.gold import load

FOLDS = 5
_SHORTENED_WEIGHT = 0.5
_SHORTENED_MOST = 12  # examples by shortening for one abbreviation and reading
_KEPT = 0.03  # weights nearer to nought are left out of the file
_MARK = re.compile("[⟦⟧]")
_VERBS = frozenset({"tổ chức", "thực hiện", "phát triển", "hoạt động", "tham gia", "đề nghị", "tập trung", "trực tiếp", "huy động", "phát hiện"})
"""Readings that are mostly verbs in running text, where nobody shortens them."""


@dataclass(slots=True)
class Example:
    """An abbreviation in its context: the features of the context, and its readings with the number of the right one."""

    group: str
    abbr: str
    readings: tuple[Reading, ...]
    right: int
    context: Context
    spelled: list[bool]
    kind: str
    weight: float = 1.0
    ruled: str | None = None
    shared: list[list[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        names = [fold(r.expansion) for r in self.readings]
        cued = self.context.cues(names)
        self.shared = [list(general(self.context, r, s, cued.get(n, ()))) for r, s, n in zip(self.readings, self.spelled, names, strict=True)]


def example(text: str, at: int, meaning: str, group: str, kind: str, weight: float = 1.0) -> Example | None:
    """The example of the abbreviation at ``at``; ``None`` if it is not found, has one reading, or the dictionary lacks the meaning."""
    scanned = scan(text)
    form = next((f for f in forms(scanned) if f.start <= at < f.end), None)
    if form is None or form.number is not None or form.text == "TU":
        return None
    readings = lookup(form.text)
    right = next((i for i, r in enumerate(readings) if fold(r.expansion) == fold(meaning)), None)
    if right is None or len(readings) < 2:
        return None
    spelled = [fold(r.expansion) in scanned.folded for r in readings]
    ruled = signed(scanned, form.start, form.end)
    return Example(group, form.text.rstrip("."), readings, right, Context(scanned, form.start, form.end), spelled, kind, weight, ruled)


def contexts(folder: Path) -> Iterator[Example]:
    """The marked passages of ``data/abbreviation_contexts``."""
    for file in sorted(folder.glob("*.tsv")):
        for line in file.read_text("utf-8").split("\n"):
            if not line or line.startswith("#") or line.startswith("abbr\t"):
                continue
            _, meaning, group, _, marked = line.split("\t")
            marked = marked.replace("\\n", "\n").replace("\\t", "\t")
            found = example(_MARK.sub("", marked), marked.index("⟦"), meaning, group, "written")
            if found:
                yield found


def annotated(folder: Path) -> Iterator[Example]:
    """The abbreviations of the annotated documents, and their spelled-out phrases made short."""
    made: Counter[tuple[str, str]] = Counter()
    spoken = _shortenings()
    for gold in load(folder):
        group = re.sub(r"-\d+$", "", gold.id)
        meanings: dict[str, set[str]] = defaultdict(set)
        for row in gold.data.get("abbreviations") or ():
            meanings[row["text"]].add(row["expansion"])
        for form in forms(scan(gold.text)):
            said = meanings.get(form.text) or meanings.get(form.text.rstrip("."))
            if said and len(said) == 1 and form.number is None and (found := example(gold.text, form.start, *said, group, "annotated")):
                yield found
        for abbr, phrase, at, line in _spelled_out(gold.text, spoken):
            if made[abbr, phrase] < _SHORTENED_MOST:
                short = line[:at] + abbr + line[at + len(phrase) :]
                if found := example(short, at, phrase, group, "shortened", _SHORTENED_WEIGHT):
                    made[abbr, phrase] += 1
                    yield found


def _shortenings() -> dict[str, list[str]]:
    """Folded reading -> the ambiguous abbreviations that have it."""
    out: dict[str, list[str]] = defaultdict(list)
    for abbr, readings in table().items():
        if len(readings) > 1:
            for r in readings:
                if r.domain != "sign" and " " in r.expansion and fold(r.expansion) not in _VERBS:
                    out[fold(r.expansion)].append(abbr)
    return out


def _spelled_out(text: str, spoken: Mapping[str, list[str]]) -> Iterator[tuple[str, str, int, str]]:
    """Abbreviation, phrase, its place in the line, the line: every phrase that could be short."""
    for line in text.split("\n"):
        low = fold(line)
        words = [m for m in re.finditer(r"\w+", low)]
        for i, first in enumerate(words):
            for n in (2, 3, 4):
                if i + n <= len(words) and (phrase := low[first.start() : words[i + n - 1].end()]) in spoken:
                    for abbr in spoken[phrase]:
                        yield abbr, phrase, first.start(), line


def fit(examples: Sequence[Example], strength: float = 1.0) -> Chooser:
    """A model of the examples: logistic regression on the difference between the right reading's features and each other's."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    rows: list[dict[str, float]] = []
    weights: list[float] = []
    for e in examples:
        if e.ruled:
            continue
        right = _vector(e, e.right)
        for i in range(len(e.readings)):
            if i != e.right:
                wrong = _vector(e, i)
                rows.append({k: right.get(k, 0.0) - wrong.get(k, 0.0) for k in {**right, **wrong}})
                weights.append(e.weight)
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform(rows)
    # each difference and its opposite: the model has no side
    from scipy.sparse import vstack

    both = vstack([x, -x])
    y = np.repeat([1, 0], x.shape[0])
    model = LogisticRegression(C=strength, fit_intercept=False, solver="liblinear", max_iter=200)
    model.fit(both, y, sample_weight=np.tile(weights, 2))
    pairs: dict[str, dict[str, float]] = defaultdict(dict)
    shared: dict[str, float] = {}
    prior = 0.0
    for name, weight in zip(vectorizer.feature_names_, model.coef_[0], strict=True):
        kind, _, rest = name.partition("\t")
        if kind == "prior":
            prior = float(weight)
        elif abs(weight) >= _KEPT:
            if kind == "shared":
                shared[rest] = round(float(weight), 3)
            else:
                feature, _, meaning = rest.partition("\t")
                pairs[feature][meaning] = round(float(weight), 2)
    return Chooser(dict(pairs), shared, max(0.15, round(prior, 3)), 1.0)


def _vector(e: Example, i: int) -> dict[str, float]:
    meaning = fold(e.readings[i].expansion)
    out = {f"pair\t{f}\t{meaning}": 1.0 for f in e.context.features}
    out |= {f"shared\t{f}": 1.0 for f in e.shared[i]}
    out["prior"] = log(e.readings[i].prior)
    return out


@dataclass(slots=True)
class Guess:
    """What a model said of an example it was not trained on."""

    example: Example
    scores: list[float]

    def shares(self, temperature: float) -> list[float]:
        top = max(self.scores)
        out = [exp((s - top) / temperature) for s in self.scores]
        return [x / sum(out) for x in out]

    def best(self, temperature: float) -> tuple[int, float]:
        """Number and probability of the likeliest reading."""
        shares = self.shares(temperature)
        i = max(range(len(shares)), key=shares.__getitem__)
        return i, shares[i]


def guesses(model: Chooser, examples: Iterable[Example]) -> list[Guess]:
    """The scores of the readings of each example."""
    out = []
    for e in examples:
        shares = model.shares(e.context, e.readings, e.spelled)
        out.append(Guess(e, [log(max(s, 1e-12)) * model.temperature for s in shares]))
    return out


def held_out(examples: Sequence[Example], strength: float = 1.0) -> list[Guess]:
    """Each written or annotated example judged by a model that saw nothing of its group."""
    import numpy as np
    from sklearn.model_selection import GroupKFold

    out: list[Guess] = []
    groups = np.array([e.group for e in examples])
    for train, test in GroupKFold(FOLDS).split(groups, groups=groups):
        model = fit([examples[i] for i in train], strength)
        out += guesses(model, [examples[i] for i in test if examples[i].kind != "shortened" and not examples[i].ruled])
    return out


def calibrated(found: Sequence[Guess]) -> float:
    """The temperature under which the held-out examples are likeliest."""
    def loss(temperature: float) -> float:
        return -sum(log(max(g.shares(temperature)[g.example.right], 1e-12)) for g in found)

    return min((t / 20 for t in range(4, 81)), key=loss)


def gather(data: Path | None = None) -> list[Example]:
    """All examples of the project's own data."""
    data = data or resources.path("data")
    out = list(contexts(data / "abbreviation_contexts"))
    if (data / "corpus").is_dir():
        out += annotated(data / "corpus")
    return out


def save(model: Chooser, path: Path) -> None:
    """Write a model as gzipped JSON, the same bytes for the same model."""
    content = {"temperature": model.temperature, "prior": model.prior, "shared": model.shared, "pairs": model.pairs}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def train(folder: Path | None = None) -> dict[str, Any]:
    """Train on the project's data, write the model and its card to ``folder`` (``models/``), and return the card's figures."""
    from vnreport.learn.abbreviation_card import card, figures

    folder = folder or resources.path("models")
    examples = gather()
    found = held_out(examples)
    temperature = calibrated(found)
    model = fit(examples)
    save(Chooser(model.pairs, model.shared, model.prior, temperature), folder / FILE)
    measured = figures(examples, found, temperature)
    (folder / "abbreviations.md").write_text(card(measured), "utf-8")
    return measured


if __name__ == "__main__":
    for name, value in train().items():
        if not isinstance(value, list | dict):
            print(name, value)
