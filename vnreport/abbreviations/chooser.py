"""The trained model that chooses among the readings of an abbreviation by what stands around it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import exp, log
from pathlib import Path

from vnreport import resources
from vnreport.abbreviations.context import Context, general
from vnreport.abbreviations.dictionary import Reading
from vnreport.language.letters import fold

FILE = "abbreviations.json.gz"


class Chooser:
    """Weights of a linear model.

    Attributes
    ----------
    pairs : mapping of str to mapping
        Weights of a context's features for each reading, by the feature and the reading's folded expansion.
    shared : mapping of str to float
        Those of features that any reading can have.
    prior : float
        That of the logarithm of the reading's share.
    temperature : float
        Divides the scores so that the shares it gives are as often right as they say.
    """

    def __init__(self, pairs: Mapping[str, Mapping[str, float]], shared: Mapping[str, float], prior: float, temperature: float) -> None:
        self.pairs = pairs
        self.shared = shared
        self.prior = prior
        self.temperature = temperature

    def shares(self, context: Context, readings: Sequence[Reading], spelled_out: Sequence[bool]) -> list[float]:
        """The probability of each reading."""
        names = [fold(r.expansion) for r in readings]
        cued = context.cues(names)
        shared = [general(context, r, spelled, cued.get(n, ())) for r, n, spelled in zip(readings, names, spelled_out, strict=True)]
        scores = self.scores(context.features, shared, readings, names)
        top = max(scores)
        shares = [exp((s - top) / self.temperature) for s in scores]
        total = sum(shares)
        return [s / total for s in shares]

    def scores(
        self, features: Iterable[str], shared: Iterable[Iterable[str]], readings: Sequence[Reading], names: Sequence[str]
    ) -> list[float]:  # fmt: skip
        """The score of each reading: its share in the dictionary, what speaks for it in particular, what would speak for any."""
        out = [self.prior * log(r.prior) + sum([self.shared.get(f, 0.0) for f in own]) for r, own in zip(readings, shared, strict=True)]
        for feature in features:
            if feature in self.pairs:
                weights = self.pairs[feature]
                for i, name in enumerate(names):
                    if name in weights:
                        out[i] += weights[name]
        return out


class _Packed(Mapping[str, Mapping[str, float]]):
    """The weights as they lie in the file (numbers of readings and hundredths, by turns); those of a feature are unpacked when it is met."""

    def __init__(self, names: Sequence[str], rows: Mapping[str, Sequence[int]]) -> None:
        self._names = names
        self._rows = rows
        self._open: dict[str, dict[str, float]] = {}

    def __getitem__(self, feature: str) -> dict[str, float]:
        if (found := self._open.get(feature)) is None:
            row = self._rows[feature]
            found = self._open[feature] = {self._names[k]: w / 100 for k, w in zip(row[::2], row[1::2], strict=True)}
        return found

    def __contains__(self, feature: object) -> bool:
        return feature in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def save(model: Chooser, path: Path) -> None:
    """Write a model as gzipped JSON, the same bytes for the same model."""
    names = sorted({name for weights in model.pairs.values() for name in weights})
    number = {name: k for k, name in enumerate(names)}
    pairs = {f: [x for name, w in sorted(weights.items()) for x in (number[name], round(100 * w))] for f, weights in sorted(model.pairs.items())}
    content = {"temperature": model.temperature, "prior": model.prior, "shared": dict(sorted(model.shared.items())), "names": names, "pairs": pairs}
    path.write_bytes(gzip.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), mtime=0))


@cache
def chooser() -> Chooser:
    """The trained model, loaded on first use."""
    data = json.loads(gzip.decompress(resources.path("models", FILE).read_bytes()))
    return Chooser(_Packed(data["names"], data["pairs"]), data["shared"], data["prior"], data["temperature"])
