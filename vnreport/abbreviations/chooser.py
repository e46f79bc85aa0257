"""The trained model that chooses among the readings of an abbreviation by what stands around it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log

from vnreport import resources
from vnreport.abbreviations.context import Context, general
from vnreport.abbreviations.dictionary import Reading
from vnreport.language.letters import fold

FILE = "abbreviations.json.gz"


@dataclass(frozen=True, slots=True)
class Chooser:
    """Weights of a linear model.

    ``pairs`` are those of a context's features for each reading, by the feature and the reading's folded expansion; ``shared`` those of
    features that any reading can have; ``prior`` that of the logarithm of the reading's share; ``temperature`` divides the scores so that
    the shares it gives are as often right as they say.
    """

    pairs: Mapping[str, Mapping[str, float]]
    shared: Mapping[str, float]
    prior: float
    temperature: float

    def shares(self, context: Context, readings: Sequence[Reading], spelled_out: Sequence[bool]) -> list[float]:
        """The probability of each reading."""
        names = [fold(r.expansion) for r in readings]
        cued = context.cues(names)
        scores = dict.fromkeys(names, 0.0)
        for feature in context.features:
            for name, weight in self.pairs.get(feature, {}).items():
                if name in scores:
                    scores[name] += weight
        out = []
        for reading, name, spelled in zip(readings, names, spelled_out, strict=True):
            score = scores[name] + self.prior * log(reading.prior)
            out.append(score + sum(self.shared.get(f, 0.0) for f in general(context, reading, spelled, cued.get(name, ()))))
        top = max(out)
        shares = [exp((s - top) / self.temperature) for s in out]
        total = sum(shares)
        return [s / total for s in shares]


@cache
def chooser() -> Chooser:
    """The trained model, loaded on first use."""
    with gzip.open(resources.path("models", FILE), "rt", encoding="utf-8") as file:
        data = json.load(file)
    return Chooser(data["pairs"], data["shared"], data["prior"], data["temperature"])
