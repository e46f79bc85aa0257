"""The card of the model of abbreviations: data, method, figures, how to train again, limits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from vnreport.abbreviations.chooser import Chooser
from vnreport.abbreviations.resolve import ENOUGH
from vnreport.learn.abbreviation_examples import Example
from vnreport.learn.abbreviations import FOLDS, PRIOR, Guess
from vnreport.learn.cards import table

_BOUNDS = (0.0, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


def _percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


def _usual(e: Example) -> bool:
    """Whether the most frequent meaning is the right one."""
    return max(range(len(e.readings)), key=lambda i: e.readings[i].prior) == e.right


def _accuracy(guesses: Sequence[Guess], temperature: float) -> list[str]:
    """Most frequent meaning and model, each row once, then each meaning as often as it is met."""
    right = [g.best(temperature)[0] for g in guesses]
    usual = [_usual(g.example) for g in guesses]
    weights = [g.weight for g in guesses]
    total = sum(weights)
    return [
        _percent(sum(usual), len(guesses)), _percent(sum(right), len(guesses)),
        _percent(sum(w for w, ok in zip(weights, usual, strict=True) if ok), total),
        _percent(sum(w for w, ok in zip(weights, right, strict=True) if ok), total),
    ]  # fmt: skip


def card(examples: Sequence[Example], found: Sequence[Guess], model: Chooser, size: int) -> str:
    """The card as Markdown."""
    t = model.temperature
    kinds = Counter(e.kind for e in examples)
    groups = len({e.group for e in examples})
    by_kind = [(name, len(part), *_accuracy(part, t)) for name in ("written", "annotated") if (part := [g for g in found if g.example.kind == name])]
    by_abbr: dict[str, list[Guess]] = defaultdict(list)
    for g in found:
        by_abbr[g.example.abbr].append(g)
    abbrs = [(a, len(part), len(part[0].example.readings), *_accuracy(part, t)) for a, part in sorted(by_abbr.items(), key=lambda x: -len(x[1]))]
    bests = [(*g.best(t), g.weight) for g in found]
    reliable = []
    for low, high in pairwise(_BOUNDS):
        if inside := [(ok, p, w) for ok, p, w in bests if low <= p < high]:
            total = sum(w for *_, w in inside)
            reliable.append((
                f"{low:.2f} – {min(high, 1):.2f}", len(inside), f"{sum(p * w for _, p, w in inside) / total:.2f}",
                f"{sum(w for ok, _, w in inside if ok) / total:.2f}", f"{sum(ok for ok, *_ in inside) / len(inside):.2f}",
            ))  # fmt: skip
    weights = sum(map(len, model.pairs.values())) + len(model.shared)
    columns = ("most frequent meaning", "model", "most frequent, as met", "model, as met")
    return f"""# What an abbreviation means here: `abbreviations.json.gz`

A conditional logit over the readings that `data/abbreviations.tsv` has for an abbreviation. It is asked only where nothing stricter speaks: no
definition in the document, no document number, no signature block, more than one reading.

- **Data**: {kinds["written"]:,} marked passages written for vnreport (`data/abbreviation_contexts`), {kinds["annotated"]:,} ambiguous
  abbreviations of the annotated documents (`data/corpus`), and {kinds["shortened"]:,} phrases of both and of the dictionary's own expansions,
  made short in their place; {groups} groups (invented documents, sites). Nothing else: no news text, no data of other
  projects. Apache-2.0, as the project.
- **Features** of a reading: with its name, the two neighbours on each side alone and in pairs, the words within twelve, and the kind of thing that
  stands beside it (name, number, surname, sign, end of the line, another abbreviation's domain; table, heading in capitals); without its name,
  so that what is learnt of one reading serves all: which cues of `data/abbreviation_cues.tsv` stand before it, behind it and in its
  paragraph, whether the document spells it out, its domain with each of the kinds.
- **Method**: maximum likelihood with a ridge penalty (SciPy's L-BFGS; folds by scikit-learn), written as JSON: {weights:,} weights,
  {size / 1024:.0f} KiB. The shares of the readings among the examples are an offset in training only, because examples are dealt
  out by meaning; in use the logarithm of the dictionary's share takes their place, times {PRIOR}.
- **Calibration**: temperature {t:.2f}, from the held-out examples, each meaning weighted by its share in the dictionary.
- **Train again**: `pip install 'vnreport[train]'`, then `vnreport train data/corpus --model abbreviations --out models`.

## Figures

Cross-validation over groups ({FOLDS} folds): every example is judged by a model that saw nothing of its document or site. Per cent right. "As
met": each meaning weighted by its share in the dictionary, which is nearer to what a reader meets; the rows themselves over-represent rare meanings.

{table(("examples", "rows", *columns), [*by_kind, ("all", len(found), *_accuracy(found, t))])}

Sentences that were never trained on, written at one go each (`tests/abbreviations/*_sight.tsv`), right when first looked at: 119 of 128 (a model
before this one), 106 of 114, 90 of 95, 52 of 55. What was wrong in the first three was looked at afterwards; the tables are tested with every
change. Measured once, in November 2026, while half of the readings had no cues yet: 76.9 (written rows, each once) with them, 64.9 without any.

### Confidence

How often the chosen reading is right by the confidence given to it, in the cross-validation. Below {ENOUGH} no reading is chosen: the candidates
stand.

{table(("confidence", "examples", "mean, as met", "right, as met", "right, each row once"), reliable)}

### By abbreviation

{table(("abbreviation", "rows", "readings", *columns), abbrs)}

## Limits

- The passages are written, not collected, in one circle of authors; the table of cues was compiled by people who knew part of them, so that the
  cross-validation flatters the model somewhat.
- Shares of meanings are a judgement of the dictionary's authors, not counts.
- Most passages are one sentence. What a document is about counts only through the words of the paragraph, and through readings spelled out.
- Rare meanings with fewer than ten examples are mostly recognised by their cues alone.
"""
