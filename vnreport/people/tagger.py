"""The tagger of persons and organisations: a linear-chain CRF over syllables, read with numpy in one batch.

It reads what :mod:`vnreport.people.features` says of each token, the finds of the rules among them, and gives probabilities; numpy and the
model are loaded on first use. How it is trained: :mod:`vnreport.learn.tagger`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import exp
from typing import TYPE_CHECKING

from vnreport import resources
from vnreport.people.features import PAD, TEMPLATES, Found, columns, sequences

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from vnreport.people.features import Codes

    Floats = NDArray[np.float32]

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")
FIRST = {"PER": 1, "ORG": 3}
"""Entity label -> index of its B label; the I label is the next."""


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A trained model.

    Attributes
    ----------
    vocabulary : dict of str to int
        Folded words -> codes.
    sizes : array
        Number of codes of each template.
    weights : array of shape (codes of all templates, labels)
        Weights of the states.
    transitions : array of shape (labels, labels)
        Weights from one label to the next.
    calibration : (float, float)
        Slope and intercept that make of a chance, as a logit, the share of such entities that are right.
    """

    vocabulary: dict[str, int]
    sizes: Codes
    weights: Floats
    transitions: Floats
    calibration: tuple[float, float] = (1.0, 0.0)

    def emissions(self, table: dict[str, Codes], tokens: Codes) -> Floats:
        """Scores of the labels of these tokens."""
        import numpy as np

        names = list(table)
        codes = np.concatenate([table[c] for c in names])
        size = len(table["word"])
        starts = np.array([names.index(c) * size + o + PAD for c, o in TEMPLATES])
        ids = codes.take(starts[:, None] + tokens) + (np.cumsum(self.sizes) - self.sizes)[:, None]
        return self.weights.take(ids, axis=0).sum(axis=0)  # type: ignore[no-any-return]

    def save(self, file: Path) -> None:
        """Write the model; the file holds arrays of numbers and bytes, no code."""
        import numpy as np

        words = "\n".join(sorted(self.vocabulary, key=self.vocabulary.__getitem__))
        used = np.flatnonzero(self.weights.any(axis=1))
        with file.open("wb") as out:
            np.savez_compressed(
                out, words=np.frombuffer(words.encode(), np.uint8), sizes=self.sizes, used=used.astype(np.int32), weights=self.weights[used],
                transitions=self.transitions, calibration=np.array(self.calibration),
            )  # fmt: skip


def load(file: Path) -> Model:
    """The model in a file."""
    import numpy as np

    with np.load(file, allow_pickle=False) as data:
        words = bytes(data["words"]).decode().split("\n")
        weights = np.zeros((int(data["sizes"].sum()), len(LABELS)), np.float32)
        weights[data["used"]] = data["weights"]
        slope, intercept = data["calibration"].tolist()
        return Model({w: i for i, w in enumerate(words, 2)}, data["sizes"], weights, data["transitions"], (slope, intercept))


@cache
def shipped() -> Model | None:
    """The model that comes with vnreport; ``None`` where there is none."""
    file = resources.path("models", "tagger.npz")
    return load(file) if file.exists() else None


def _packed(lengths: Codes) -> tuple[Codes, list[int]]:
    """Sequences side by side, the longest first: tokens by their place in the sequence, and where the tokens of each place end."""
    import numpy as np

    rank = np.empty(len(lengths), np.int64)
    rank[np.argsort(-lengths, kind="stable")] = np.arange(len(lengths))
    place = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    order = np.argsort(place * len(lengths) + np.repeat(rank, lengths))
    return order.astype(np.int32), np.cumsum(np.bincount(place)).tolist()


def decode(scores: Floats, transitions: Floats, lengths: Codes) -> Codes:
    """The best labels (Viterbi) of sequences of these lengths, end to end as in ``scores``.

    Examples
    --------
    >>> import numpy as np
    >>> decode(np.array([[0, 1, 0], [0, 0, 1]], np.float32), np.zeros((3, 3), np.float32), np.array([2])).tolist()
    [1, 2]
    """
    import numpy as np

    order, ends = _packed(lengths)
    packed = scores[order]
    into = np.ascontiguousarray(transitions.T)
    back = np.zeros(scores.shape, np.int64)
    state = packed[: ends[0]].copy()
    for a, b in pairwise(ends):
        paths = state[: b - a, None, :] + into
        back[a:b] = paths.argmax(axis=2)
        state[: b - a] = paths.max(axis=2) + packed[a:b]
    best = np.empty(len(scores), np.int64)
    last = state.argmax(axis=1)
    for a, b in zip(reversed([0, *ends[:-1]]), reversed(ends), strict=True):
        best[a:b] = last[: b - a]
        last[: b - a] = np.take_along_axis(back[a:b], last[: b - a, None], axis=1)[:, 0]
    out = np.empty(len(scores), np.int32)
    out[order] = best
    return out


_NORMAL = 16
"""Steps after which small numbers are made large again."""


def probabilities(scores: Floats, transitions: Floats, lengths: Codes) -> tuple[Floats, Floats]:
    """Probability of each token's label, and of the next token's label given this one's (after a sequence's last token: outside).

    Examples
    --------
    >>> import numpy as np
    >>> p, _ = probabilities(np.zeros((3, 2), np.float32), np.zeros((2, 2), np.float32), np.array([2, 1]))
    >>> p.tolist()
    [[0.5, 0.5], [0.5, 0.5], [0.5, 0.5]]
    """
    import numpy as np

    order, ends = _packed(lengths)
    size = scores.shape[1]
    packed = scores[order].astype(np.float64)
    packed = np.exp(packed - packed.max(axis=1, keepdims=True))
    into = np.exp(transitions.astype(np.float64))
    back = np.ascontiguousarray(into.T)
    bounds = list(zip([0, *ends[:-1]], ends, strict=True))
    ahead = np.zeros((len(scores), size))
    ahead[:, 0] = 1
    weighed = packed.copy()  # of a token: its state times what follows
    for step, ((a, b), (c, _)) in enumerate(zip(reversed(bounds[1:]), reversed(bounds[:-1]), strict=True), 1):
        w = weighed[a:b]
        if step % _NORMAL == 0:
            w /= w.sum(axis=1, keepdims=True)
        ahead[c : c + b - a] = w
        weighed[c : c + b - a] *= w @ back
    ending = np.ones(len(scores), bool)
    for (c, _), (a, b) in pairwise(bounds):
        ending[c : c + b - a] = False
    given = into * ahead[:, None, :]
    given[ending] = 0
    given[ending, :, 0] = 1
    given /= given.sum(axis=2, keepdims=True)
    chances = weighed / weighed.sum(axis=1, keepdims=True)
    for (c, _), (a, b) in pairwise(bounds):
        chances[a:b] = np.matmul(chances[c : c + b - a, None, :], given[c : c + b - a])[:, 0]
    out, then = np.empty_like(chances), np.empty_like(given)
    out[order], then[order] = chances, given
    return out.astype(np.float32), then.astype(np.float32)


Span = tuple[str, int, int]
"""Label, first token, token after the last."""


class Tagged:
    """A document as the tagger reads it.

    Parameters
    ----------
    model : Model
        The model.
    found : Found
        What tables and rules say of the document.
    """

    calibration = (1.0, 0.0)

    def __init__(self, model: Model, found: Found) -> None:
        self.calibration = model.calibration
        table = columns(found, model.vocabulary)
        tokens, lengths = sequences(table)
        self.tokens: list[int] = tokens.tolist()
        self.place = {t: i for i, t in enumerate(self.tokens)}
        self.labels: list[int] = []
        if self.tokens:
            chances, given = probabilities(model.emissions(table, tokens), model.transitions, lengths)
            self.labels = chances.argmax(axis=1).tolist()
            # For each entity label: that a token begins one, that it goes on after the first token, and after a later one.
            self.parts: dict[str, tuple[list[float], list[float], list[float]]] = {
                kind: (chances[:, b].tolist(), given[:, b, b + 1].tolist(), given[:, b + 1, b + 1].tolist()) for kind, b in FIRST.items()
            }

    def chance(self, span: Span) -> float:
        """Probability that the model gives to just this entity; 0 where it did not look."""
        kind, a, b = span
        i = self.place.get(a)
        if i is None or b - 1 not in self.place:
            return 0.0
        begins, second, later = self.parts[kind]
        last = i + b - a - 1
        if last == i:
            return begins[i] * (1 - second[i])
        p = begins[i] * second[i] * (1 - later[last])
        for k in range(i + 1, last):
            p *= later[k]
        return p

    def confidence(self, chance: float) -> float:
        """How often an entity of this chance is right, as measured when the model was trained."""
        slope, intercept = self.calibration
        chance = min(max(chance, 1e-6), 1 - 1e-6)
        against: float = exp(-intercept) * ((1 - chance) / chance) ** slope
        return 1 / (1 + against)

    def spans(self) -> list[Span]:
        """The entities of the likeliest label of each token."""
        out: list[Span] = []
        end = -1
        for at, label in zip(self.tokens, self.labels, strict=True):
            if not label:
                continue
            kind = "PER" if label < 3 else "ORG"
            if label in (2, 4) and at == end and out[-1][0] == kind:
                out[-1] = (kind, out[-1][1], at + 1)
            else:
                out.append((kind, at, at + 1))
            end = at + 1
        return out
