"""Persons and organisations from the rules and the tagger together.

The rules propose. The tagger, which sees their finds among its features and was trained on documents that nobody had read when the rules
were written, drops a find that it holds for wrong, puts another span in its place, and adds what it is sure of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vnreport.language.common import common_words
from vnreport.people.features import Found, given_names
from vnreport.people.tagger import Span, Tagged
from vnreport.people.vocabulary import surnames


@dataclass(frozen=True, slots=True)
class Trust:
    """When the tagger's word counts against the rules.

    Attributes
    ----------
    drop : float
        Chance below which a find of the rules goes.
    swap : float
        Chance from which another span takes the place of a find of the rules.
    add : float
        Chance from which a span is added where the rules found nothing.
    """

    drop: float
    swap: float
    add: float


TRUST = {"PER": Trust(0.05, 0.9, 0.6), "ORG": Trust(0.005, 0.95, 0.95)}
"""Chosen by cross-validation over sites; see ``models/tagger.md``."""


def rule_spans(found: Found) -> dict[Span, float]:
    """What the rules found, and how sure they are."""
    out: dict[Span, float] = {("ORG", b.start, b.end): b.confidence for b in found.bodies}
    return out | {("PER", n.start, n.end): n.confidence for n in found.people}


def judged(found: Found, tagged: Tagged, trust: Mapping[str, Trust] = TRUST) -> dict[Span, float]:
    """Persons and organisations of a document and how sure they are; none shares a token with another.

    Parameters
    ----------
    found : Found
        What tables and rules say.
    tagged : Tagged
        What the tagger says.
    trust : mapping of str to Trust
        For each label.
    """
    words = found.marks.scan.words
    rules, given = rule_spans(found), given_names(found)
    own_ground = {b.start for b in found.bodies if not b.head.key}  # names without a head, papers' above all: the data have too few
    own = [(s, p) for s in tagged.spans() if s not in rules and (p := tagged.chance(s)) >= 0.5 and _may_name(found, s, given)]
    swapped = {k for (kind, a, b), p in own if p >= trust[kind].swap for k in range(a, b)}
    out: dict[Span, float] = {}
    for span, confidence in rules.items():
        kind, a, b = span
        p = tagged.chance(span)
        if a in own_ground or (kind == "PER" and "." in words[a:b]):  # … and initials
            out[span] = confidence
        elif p >= trust[kind].drop and not any(k in swapped for k in range(a, b)):
            out[span] = tagged.confidence(p)
    taken = {k for _, a, b in out for k in range(a, b)} | found.refused
    for span, p in own:
        kind, a, b = span
        if p >= trust[kind].add and not any(k in taken for k in range(a, b)):
            out[span] = tagged.confidence(p)
    return out


def _may_name(found: Found, span: Span, given: set[str]) -> bool:
    """Whether a span may be added to what the rules found, or stand in its place."""
    kind, a, b = span
    marks = found.marks
    shapes, lower = marks.scan.shapes, marks.scan.lower
    if kind == "ORG":  # a bare head: which "Trung tâm" is meant the context says
        return not any(end >= b for end, _ in marks.heads.get(a, ()))
    if b - a == 1 and (lower[a] not in given or f"{lower[a]} {marks.lower(b)}" in common_words()):
        return False  # one syllable that no full name ends with, or that begins another word ("Hạnh | phúc")
    # No name begins with a short form ("TS Lý Thừa Ân"); a line of capitals needs a surname.
    return shapes[a] != "U" or ("C" not in shapes[a:b] and lower[a] in surnames())
