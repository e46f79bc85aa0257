"""What the model of abbreviations learns from: abbreviations in their context, and phrases made short."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vnreport.abbreviations.context import Context, general
from vnreport.abbreviations.dictionary import Reading, lookup, table
from vnreport.abbreviations.find import forms
from vnreport.abbreviations.positions import fixed, free
from vnreport.language.letters import fold
from vnreport.language.scan import scan
from vnreport.learn.gold import load

_MOST = 40  # examples by shortening for one abbreviation and reading of one source
_REACH = 280  # characters on either side of a shortened phrase that are kept
_MARK = re.compile("[⟦⟧]")
_WORD = re.compile(r"\w+")
_VERBS = frozenset({"tổ chức", "thực hiện", "phát triển", "hoạt động", "tham gia", "đề nghị", "tập trung", "trực tiếp", "huy động", "phát hiện"})
"""Readings that are mostly verbs in running text, where nobody shortens them."""


@dataclass(slots=True)
class Example:
    """An abbreviation in its context: the features of the context, and its readings with the number of the right one."""

    group: str
    abbr: str
    readings: Sequence[Reading]
    right: int
    kind: str
    features: list[str]
    shared: list[list[str]]
    names: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.names = [fold(r.expansion) for r in self.readings]


def example(text: str, at: int, meaning: str, group: str, kind: str) -> Example | None:
    """The example of the abbreviation at ``at``; ``None`` if it is not found, has one reading or not this one, or stands where a rule decides."""
    scanned = scan(text)
    form = next((f for f in forms(scanned) if f.start <= at < f.end), None)
    if form is None or form.number is not None or form.text == "TU" or fixed(scanned, form.start, form.end):
        return None
    readings = free(lookup(form.text))
    names = [fold(r.expansion) for r in readings]
    if len(readings) < 2 or fold(meaning) not in names:
        return None
    context = Context(scanned, form.start, form.end)
    cued = context.cues(names)
    shared = [list(general(context, r, n in scanned.folded, cued.get(n, ()))) for r, n in zip(readings, names, strict=True)]
    return Example(group, form.text.rstrip("."), readings, names.index(fold(meaning)), kind, context.features, shared)


def gather(contexts: Path, corpora: Sequence[Path]) -> list[Example]:
    """All examples: marked passages of ``contexts``, annotated documents of ``corpora``, phrases of both and of the dictionary made short."""
    marked = list(_marked(contexts))
    out = [e for text, at, meaning, group in marked if (e := example(text, at, meaning, group, "written"))]
    out += _shortened([(group, text) for text, _, _, group in marked])
    documents = [gold for folder in corpora for gold in load(folder)]
    for gold in documents:
        group = re.sub(r"-\d+$", "", gold.id)
        meanings: dict[str, set[str]] = defaultdict(set)
        for row in gold.data.get("abbreviations") or ():
            meanings[row["text"]].add(row["expansion"])
        for form in forms(scan(gold.text)):
            said = meanings.get(form.text) or meanings.get(form.text.rstrip(".")) or set()
            if len(said) == 1 and form.number is None and (found := example(gold.text, form.start, min(said), group, "annotated")):
                out.append(found)
    out += _shortened([(re.sub(r"-\d+$", "", gold.id), gold.text) for gold in documents])
    return out + list(_shortened([("dictionary", e) for e in sorted({r.expansion for readings in table().values() for r in readings})]))


def _marked(folder: Path) -> Iterator[tuple[str, int, str, str]]:
    """Text, place, meaning and group of the passages of ``data/abbreviation_contexts``."""
    for file in sorted(folder.glob("*.tsv")):
        for line in file.read_text("utf-8").split("\n"):
            if line and not line.startswith(("#", "abbr\t")):
                _, meaning, group, _, text = line.split("\t")
                text = text.replace("\\n", "\n").replace("\\t", "\t")
                yield _MARK.sub("", text), text.index("⟦"), meaning, group


def _shortened(texts: Iterable[tuple[str, str]]) -> Iterator[Example]:
    """Spelled-out readings of ambiguous abbreviations, written short in their line."""
    spoken: dict[str, list[str]] = defaultdict(list)
    for abbr, readings in table().items():
        for r in readings if len(readings) > 1 else ():
            if r.domain != "sign" and " " in r.expansion and fold(r.expansion) not in _VERBS:
                spoken[fold(r.expansion)].append(abbr)
    made: Counter[tuple[str, str]] = Counter()
    for group, text in texts:
        for line in text.split("\n"):
            low = fold(line)
            words = list(_WORD.finditer(low))
            for i, first in enumerate(words):
                for last in words[i + 1 : i + 4]:
                    phrase = low[first.start() : last.end()]
                    for abbr in spoken.get(phrase, ()):
                        if made[abbr, phrase] < _MOST:
                            left, right = line[max(0, first.start() - _REACH) : first.start()], line[last.end() : last.end() + _REACH]
                            if found := example(left + abbr + right, len(left), phrase, group, "shortened"):
                                made[abbr, phrase] += 1
                                yield found
