"""Slips put into clean documents: how many are found, by kind, and what is flagged where nothing was put.

The documents are those of ``data/corpus`` whose annotation holds no inconsistency. Into each, one slip of every kind that has a place in it
is put at a place drawn at random; kinds that few documents offer (a sum, a percentage) first get a correct sentence of
``benchmarks/sentences.tsv``, in the clean document too. A slip is found when a finding of one of its rules, at severity warning or above
(kinds of mere writing: at any severity), touches it or names it as evidence.

    python benchmarks/mutations.py [--documents FOLDER] [--seed N] [--kind KIND] [--misses] [--write docs/benchmark.md]
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import slips

import vnreport
from vnreport.document import SEVERITIES, Document, Finding
from vnreport.learn.gold import Gold, load

ROOT = Path(__file__).parents[1]
FACTUAL = ("DAT", "ADM", "NAM", "NUM", "REF")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of slip: the rules that should find it, the function that puts it in, and the least severity that counts as found."""

    name: str
    rules: tuple[str, ...]
    put: Callable[[slips.Page, random.Random], slips.Slip | None]
    factual: bool = True
    least: str = "warning"


@dataclass(slots=True)
class Result:
    """Counts of one kind; ``misses`` are the slips that were not found, in their surroundings."""

    put: int = 0
    found: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)


KINDS = (
    Kind("year", ("date-year",), slips.year),
    Kind("day that does not exist", ("date-invalid",), slips.invalid_day),
    Kind("weekday", ("date-weekday",), slips.weekday),
    Kind("told as past, dated after the posting", ("date-order", "date-year"), slips.future),
    Kind("told as past, without a year", ("date-order", "date-year"), slips.future_bare),
    Kind("range that ends before it starts", ("date-order",), slips.backwards),
    Kind("anniversary count", ("date-anniversary",), slips.anniversary),
    Kind("level of a named unit", ("unit-level",), slips.level),
    Kind("level of a body", ("unit-level",), slips.generic_level),
    Kind("parent of a unit", ("unit-parent",), slips.parent),
    Kind("unit of another time", ("unit-era",), slips.era),
    Kind("letter of a unit's name", ("unit-name",), slips.unit_letter),
    Kind("letter of a person's name", ("name-variant",), slips.name_letter),
    Kind("office", ("title-conflict",), slips.office),
    Kind("short form of a body", ("org-variant",), slips.joints),
    Kind("sum", ("number-sum",), slips.total),
    Kind("percentage", ("number-percent",), slips.percent),
    Kind("count of a list", ("number-count",), slips.count),
    Kind("number of a cited document", ("citation-conflict",), slips.citation),
    Kind("form of a document number", ("citation-format",), slips.number_form),
    Kind("doubled word", ("doubled-word",), slips.doubled, False),
    Kind("tone mark", ("spelling",), slips.tone, False),
    Kind("consonant", ("spelling",), slips.consonant, False, "info"),
    Kind("glued word", ("spelling",), slips.glued, False, "info"),
    Kind("space before a comma", ("punctuation",), slips.space_before, False, "info"),
    Kind("no space after a sign", ("punctuation",), slips.no_space, False, "info"),
    Kind("bracket left open", ("punctuation",), slips.bracket, False, "info"),
    Kind("capital of an honorific", ("capitalisation",), slips.honorific, False, "info"),
    Kind("capital of a body's name", ("capitalisation",), slips.body_capital, False, "info"),
    Kind("letters of a short form exchanged", ("abbr-wrong",), slips.exchanged, False),
    Kind("script left over", ("residue",), slips.script, False),
    Kind("buttons of the page", ("residue",), slips.button, False),
    Kind("invisible character", ("residue",), slips.invisible, False),
)


def found_in(document: Document, least: str = "warning") -> list[Finding]:
    """The findings of a document at a severity or above."""
    return [f for f in vnreport.check(document) if SEVERITIES.index(f.severity) >= SEVERITIES.index(least)]


def analysed(text: str, gold: Gold) -> Document:
    """A text read as the file that it stands for."""
    return vnreport.analyze(vnreport.read(text.encode(), name=gold.path.name))


def clean(folder: Path) -> Iterator[Gold]:
    """The annotated documents without an inconsistency."""
    return (gold for gold in load(folder) if not gold.data["inconsistencies"])


def touches(finding: Finding, slip: slips.Slip) -> bool:
    """Whether a finding flags the slip or gives it as evidence."""
    return any(e.start < slip.end and slip.start < e.end for e in finding.evidence)


def run(folder: Path, seed: int, kinds: tuple[Kind, ...]) -> tuple[dict[str, Result], Counter[str], int]:
    """Results by kind, false alarms on the clean documents by rule, and the number of documents."""
    results: dict[str, Result] = defaultdict(Result)
    alarms: Counter[str] = Counter()
    documents = 0
    for gold in clean(folder):
        documents += 1
        alarms.update(f.name for f in found_in(analysed(gold.text, gold)))
        for kind in kinds:
            rng = random.Random(f"{seed} {gold.id} {kind.name}")
            slip = kind.put(slips.Page(gold), rng)
            if slip is None:
                continue
            hits = [f for f in found_in(analysed(slip.text, gold), kind.least) if f.name in kind.rules and touches(f, slip)]
            result = results[kind.name]
            result.put += 1
            result.found += bool(hits)
            result.right += any(s.text.strip() in slip.was or slip.was in s.text for f in hits for s in f.suggestions)
            if not hits:
                a, b = max(0, slip.start - 60), slip.end + 60
                result.misses.append(f"{gold.id}: {slip.was!r} -> {slip.text[slip.start : slip.end]!r} in …{slip.text[a:b]!r}")
    return results, alarms, documents


def table(results: dict[str, Result], alarms: Counter[str], documents: int, kinds: tuple[Kind, ...]) -> str:
    """The figures as a Markdown table."""
    factual = {rule for kind in KINDS if kind.factual for rule in kind.rules}
    rows = ["| slip | rules | put | found | recall | right repair offered |", "|---|---|---:|---:|---:|---:|"]
    sums = Counter[str]()
    for kind in kinds:
        r = results[kind.name]
        if not r.put:
            continue
        sums["put"] += r.put * kind.factual
        sums["found"] += r.found * kind.factual
        rows.append(f"| {kind.name} | {', '.join(kind.rules)} | {r.put} | {r.found} | {r.found / r.put:.2f} | {r.right} |")
    if sums["put"]:
        rows.append(f"| **all factual kinds** | | {sums['put']} | {sums['found']} | **{sums['found'] / sums['put']:.2f}** | |")
    false = sum(n for rule, n in alarms.items() if rule in factual)
    detail = ", ".join(f"{rule} {n}" for rule, n in alarms.most_common()) or "none"
    rows += [
        "",
        f"{documents} clean documents; findings at warning or above on them as they are: {sum(alarms.values())} ({detail}),",
        f"of factual rules {false}, that is {false / max(documents, 1):.3f} a document.",
    ]
    return "\n".join(rows)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, default=ROOT / "data" / "corpus")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", help="only kinds whose name begins so")
    parser.add_argument("--misses", action="store_true", help="list the slips that were not found")
    parser.add_argument("--write", type=Path, help="put the table into this page, between its marks")
    options = parser.parse_args()
    kinds = tuple(k for k in KINDS if not options.kind or k.name.startswith(options.kind))
    results, alarms, documents = run(options.documents, options.seed, kinds)
    text = table(results, alarms, documents, kinds)
    print(text)
    if options.misses:
        for kind in kinds:
            print(f"\n{kind.name}", *results[kind.name].misses, sep="\n  ")
    if options.write:
        begin, end = "<!-- table: python benchmarks/mutations.py --write docs/benchmark.md -->", "<!-- end of table -->"
        page = options.write.read_text("utf-8")
        head, tail = page.split(begin)[0], page.split(end)[1]
        options.write.write_text(f"{head}{begin}\n{text}\n{end}{tail}", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
