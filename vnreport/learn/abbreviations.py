"""Training and measuring the model that chooses among the readings of an abbreviation: ``vnreport train --model abbreviations``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp, log
from pathlib import Path
from typing import Any

from vnreport import resources
from vnreport.abbreviations.chooser import FILE, Chooser, save
from vnreport.learn.abbreviation_examples import Example, gather

FOLDS = 5
PRIOR = 0.6
"""Weight of the logarithm of a reading's share. Below one, because the shares are a judgement, and documents keep to a subject."""
_RIDGE = 0.5
_SHORTENED = 0.5  # weight of an example made by shortening
_STEPS = 60
_KEPT = 0.06  # weights nearer to nought are left out of the file


def fit(examples: Sequence[Example]) -> Chooser:
    """A conditional logit: the chance of a reading among those of its abbreviation, with a ridge penalty.

    The readings' shares among the examples are an offset in training, not a feature: the examples are dealt out by meaning, so that their
    counts say nothing about how often a meaning is met. In use the dictionary's shares stand in their place.
    """
    import numpy as np
    from scipy.optimize import minimize  # type: ignore[import-untyped]
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

    met = Counter(f for e in examples for f in _names(e, e.right))
    columns = {f: k for k, f in enumerate(met)}
    counts = Counter((e.abbr, e.names[e.right]) for e in examples)
    cells: list[int] = []
    rows, firsts, offsets = [0], [], []
    for e in examples:
        firsts.append(len(rows) - 1)
        share = [counts[e.abbr, name] + 1 for name in e.names]
        offsets += [log(n / sum(share)) for n in share]
        for i in range(len(e.readings)):
            cells += [columns[f] for f in _names(e, i) if f in columns]
            rows.append(len(cells))
    x = csr_matrix((np.ones(len(cells), np.float32), np.array(cells), np.array(rows)), shape=(len(rows) - 1, len(columns)))
    transposed = x.T.tocsr()
    first, offset = np.array(firsts), np.array(offsets)
    of = np.repeat(np.arange(len(first)), np.diff(np.append(first, x.shape[0])))  # row -> example
    right = first + np.array([e.right for e in examples])
    weight = np.array([_SHORTENED if e.kind == "shortened" else 1.0 for e in examples])
    wanted = transposed @ np.bincount(right, weights=weight, minlength=x.shape[0])

    def loss(beta: Any) -> tuple[float, Any]:
        scores = x @ beta + offset
        top = np.maximum.reduceat(scores, first)
        shares = np.exp(scores - top[of])
        total = np.add.reduceat(shares, first)
        gradient = wanted - transposed @ (shares / total[of] * weight[of])
        likelihood = float((weight * (scores[right] - top - np.log(total))).sum())
        return _RIDGE / 2 * float(beta @ beta) - likelihood, _RIDGE * beta - gradient

    found = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    pairs: dict[str, dict[str, float]] = defaultdict(dict)
    shared: dict[str, float] = {}
    for (feature, name), value in zip(columns, found.x, strict=True):
        if abs(value) >= _KEPT:
            if name:
                pairs[feature][name] = round(float(value), 2)
            else:
                shared[feature] = round(float(value), 2)
    return Chooser(dict(pairs), shared, PRIOR, 1.0)


def _names(e: Example, i: int) -> Iterator[tuple[str, str]]:
    """The features of reading ``i``: those with its name, and those that any reading can have."""
    yield from ((f, e.names[i]) for f in e.features)
    yield from ((f, "") for f in e.shared[i])


@dataclass(slots=True)
class Guess:
    """What a model said of an example that it was not trained on; ``scores`` before any temperature."""

    example: Example
    scores: list[float]
    weight: float

    def best(self, temperature: float) -> tuple[bool, float]:
        """Whether the likeliest reading is the right one, and its probability."""
        i = max(range(len(self.scores)), key=self.scores.__getitem__)
        return i == self.example.right, self.share(i, temperature)

    def share(self, i: int, temperature: float) -> float:
        """The probability of reading ``i``."""
        return 1 / sum(exp((s - self.scores[i]) / temperature) for s in self.scores)


def held_out(examples: Sequence[Example]) -> list[Guess]:
    """Each written or annotated example judged by a model that saw nothing of its group (invented document, or site).

    Its weight makes a meaning count as often as the dictionary says that it is met.
    """
    from sklearn.model_selection import GroupKFold  # type: ignore[import-untyped]

    out: list[Guess] = []
    tested = [e for e in examples if e.kind != "shortened"]
    counts, totals = Counter((e.abbr, e.right) for e in tested), Counter(e.abbr for e in tested)
    for train, test in GroupKFold(FOLDS).split(examples, groups=[e.group for e in examples]):
        model = fit([examples[i] for i in train])
        for e in (examples[i] for i in test if examples[i].kind != "shortened"):
            weight = e.readings[e.right].prior * totals[e.abbr] / counts[e.abbr, e.right]
            out.append(Guess(e, model.scores(e.features, e.shared, e.readings, e.names), weight))
    return out


def calibrated(found: Sequence[Guess]) -> float:
    """The temperature under which the right readings of the held-out examples are likeliest."""

    def loss(temperature: float) -> float:
        return -sum(g.weight * log(max(g.share(g.example.right, temperature), 1e-12)) for g in found)

    return min((t / 20 for t in range(8, 61)), key=loss)


def train(folders: Iterable[Path], target: Path) -> list[Path]:
    """Train on ``data/abbreviation_contexts`` and the annotated documents in ``folders``; write model and card to ``target``, and return their paths.

    The model is cross-validated first: its temperature comes from there.
    """
    from vnreport.learn.abbreviation_card import card

    try:
        import scipy  # type: ignore[import-untyped]  # noqa: F401
        import sklearn  # type: ignore[import-untyped]  # noqa: F401
    except ImportError as error:
        raise ValueError("cần cài thêm: pip install 'vnreport[train]' (scikit-learn is needed to train)") from error
    examples = gather(resources.path("data", "abbreviation_contexts"), list(folders))
    found = held_out(examples)
    model = fit(examples)
    model = Chooser(model.pairs, model.shared, model.prior, calibrated(found))
    file, page = target / FILE, target / "abbreviations.md"
    save(model, file)
    page.write_text(card(examples, found, model, file.stat().st_size), "utf-8")
    return [file, page]
