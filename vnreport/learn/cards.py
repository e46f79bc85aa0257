"""The cards of the models: data, method, figures, licence, how to train again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import exp

from vnreport.learn.crossval import LABELS, SYSTEMS, Counts, Validation
from vnreport.learn.tagger import Example
from vnreport.people.features import TEMPLATES
from vnreport.people.referee import TRUST
from vnreport.people.tagger import Model


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join([*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows)])


def _scores(counts: Counts, system: str) -> list[str]:
    out = []
    for label in LABELS:
        c = counts[system, label]
        p, r, f = c.score()
        out += [f"{100 * p:.1f} / {100 * r:.1f} / **{100 * f:.1f}**", f"{100 * c.score('overlap')[2]:.1f}"]
    return out


def reliability(chances: Iterable[tuple[float, bool]]) -> list[tuple[str, int, str, str]]:
    """How often entities of each confidence are right: interval, how many, mean confidence, share that is right."""
    bounds = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)
    rows = []
    items = list(chances)
    for low, high in pairwise(bounds):
        part = [(p, right) for p, right in items if low <= p < high]
        if part:
            mean, right = sum(p for p, _ in part) / len(part), sum(r for _, r in part) / len(part)
            rows.append((f"{low:.2f} – {min(high, 1):.2f}", len(part), f"{mean:.3f}", f"{right:.3f}"))
    return rows


def tagger(items: Sequence[Example], model: Model, copies: int, found: Validation | None, size: int) -> str:
    """The card of the tagger."""
    sites = Counter(e.site for e in items)
    spans = Counter(s[0] for e in items for s in e.spans)
    characters = sum(len(e.found.marks.scan.text) for e in items)
    per, org = TRUST["PER"], TRUST["ORG"]
    head = f"""# Tagger of persons and organisations: `tagger.npz`

A linear-chain CRF over syllables with the labels O, B-PER, I-PER, B-ORG, I-ORG. Units (LOC) come from the gazetteer, not from here.

- **Data**: {len(items)} annotated documents of {len(sites)} sites, {characters:,} characters, {spans["PER"]} persons, {spans["ORG"]} organisations
  (`data/corpus`, written for vnreport, Apache-2.0; see its card), and {copies} copies of each with other names
  (`vnreport.learn.multiply`). Nothing else: no news text, no data of other projects.
- **Features** ({len(TEMPLATES)} templates, unigrams only): syllable, shape and line, kind of name, cue (office, rank, degree, form of address),
  head of a body, place (unit, level, field of work), part of the page, place in a run of capitals, given names known from full names, and what
  the rules found and how sure they were.
- **Method**: CRFsuite, L-BFGS, L1 and L2 penalty 0.1, at most 80 steps; deterministic. Written as arrays
  ({int(model.weights.any(axis=1).sum())} attributes, {size / 1024:.0f} KiB), read with numpy; decoding gives
  CRFsuite's tags (`tests/learn/test_tagger.py`).
- **Use**: the rules propose, the tagger is their referee (`vnreport/people/referee.py`): a find goes below a chance of
  {per.drop} (PER) and {org.drop} (ORG), another span takes its place from {per.swap} and {org.swap}, and what the rules do not
  have is added from {per.add} and {org.add}.
- **Licence**: Apache-2.0, as the data.
- **Train again**: `pip install 'vnreport[train]'`, then `vnreport train data/corpus --model tagger --out models`.
"""
    if found is None:
        return head + "\nNot measured.\n"
    slope, intercept = model.calibration
    bounded = [(min(max(p, 1e-6), 1 - 1e-6), right) for p, right in found.chances]
    curved = [(1 / (1 + exp(-intercept) * ((1 - p) / p) ** slope), right) for p, right in bounded]
    curve = [(n, *_scores(counts, SYSTEMS[-1])) for n, counts in found.curve]
    columns = ("PER exact P / R / F1", "PER overlap F1", "ORG exact P / R / F1", "ORG overlap F1")
    by_site = [(site, sites[site], *_scores(found.sites[site], SYSTEMS[-1])) for site in sorted(found.sites)]
    names = {
        "both": "rules with the tagger as referee (vnreport)", "rules": "rules alone", "tagger": "tagger that sees the rules' finds",
        "tagger without copies": "tagger that sees the rules' finds, learnt without the copies",
    }  # fmt: skip
    return f"""{head}
## Figures

Cross-validation over sites: every document is measured with a model that saw no document of its site. Per cent.

{table(("system", *columns), [(names.get(s, s), *_scores(found.total, s)) for s in SYSTEMS])}

### Learning curve

Rules with a referee that learnt from so many documents (and their copies):

{table(("documents", *columns), curve)}

### By site

{table(("site", "documents", *columns), by_site)}

### Confidence

The confidence of an entity is the chance that the tagger gives to just this span, put through a logistic curve (slope {slope:.2f}, intercept
{intercept:.2f} on logits) that was fitted in the cross-validation. How often entities of each confidence are right there:

{table(("confidence", "entities", "mean", "right"), reliability(curved))}

## Limits

- The documents are written, not collected: cleaner than pages are, and the writers know the conventions. Figures on other pages are lower for
  what no document here has.
- Names in other scripts, nicknames, and pen names without a place on the page that says so are often missed.
- A person inside the name of a body (a school, a street) is none.
"""
