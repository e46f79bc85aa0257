"""What the user knows about officials and bodies, held against a document; and when two names are alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vnreport.document import Document, KnownBody, KnownOfficial, Span, UserFacts
from vnreport.language.letters import bare, fold
from vnreport.people import appointments, is_single_office


def alike(one: str, other: str) -> bool | None:
    """Whether two names differ in one syllable: ``True`` by a mark or a letter, ``False`` by more; ``None`` where they are not alike.

    Examples
    --------
    >>> alike("Đàm Văn Sơn", "Đàm Văn Sơm"), alike("Ngô Đình Vượng", "Ngô Xuân Vượng"), alike("Lê Văn Nam", "Trần Văn Nam")
    (True, False, None)
    """
    a, b = fold(one).split(), fold(other).split()
    if len(a) != len(b):
        return None
    different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(different) != 1 or a[0] != b[0]:
        return None
    return near(*different[0])


def near(x: str, y: str) -> bool:
    """Whether two different syllables, folded, are a mark or a letter apart.

    Examples
    --------
    >>> near("sơn", "sơm"), near("đình", "xuân")
    (True, False)
    """
    return bare(x) == bare(y) or _one_letter(bare(x), bare(y))


def _one_letter(a: str, b: str) -> bool:
    """Whether one letter is changed, left out or put in."""
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 2:
        return False
    if len(a) == len(b):
        return sum(p != q for p, q in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def is_listed(doc: Document, name: str) -> bool:
    """Whether the user knows an official of this name."""
    return fold(name) in _by_name(doc.facts)


def misspelt(doc: Document) -> Iterator[tuple[Span, KnownOfficial, bool]]:
    """Names that differ in one syllable from that of an official the user knows; and whether the text gives them the office as well.

    Without the office a mark or a letter may differ at most, and the name must have no other office.
    """
    if not doc.facts.officials:
        return
    names: dict[str, Span] = {}
    for e in doc.entities:
        if e.label == "PER" and e.text.count(" ") >= 2 and not e.text.isupper():
            names.setdefault(" ".join(e.text.split()), e)
    offices = {o.name: [x for x in doc.officials if x.name == o.name] for o in doc.officials}
    for name, at in names.items():
        if is_listed(doc, name):
            continue
        for known in {k: None for key in _gaps(name) for k in _by_gap(doc.facts).get(key, ())}:
            near = alike(name, known.name)
            held = offices.get(name, [])
            same = known.title and any(
                _same_body(o.organisation, known.organisation) and fold(known.title) in {fold(t) for t in o.titles} for o in held
            )
            if (same and (near or is_single_office(known.title))) or (near and not held):
                yield at, known, bool(same)
                break


def other_ranks(doc: Document) -> Iterator[tuple[Span, str, KnownOfficial]]:
    """Places that call a known head a deputy of the same body, or the other way round: the office, as written, and what is known."""
    if not doc.facts.officials:
        return
    told = set()
    for a in appointments(doc):
        for known in () if a.former else _by_name(doc.facts).get(fold(a.name), ()):
            ranks = {fold(a.title), fold(known.title)}
            if any("phó " + r in ranks for r in ranks) and _same_body(a.organisation, known.organisation) and (a.name, a.title) not in told:
                told.add((a.name, a.title))
                yield a.office, a.title, known


def other_forms(doc: Document) -> Iterator[tuple[int, int, str]]:
    """Places that write the name or a short form of a known body with other joints ("Sở GD-ĐT"), and the form that is known."""
    folded = doc.layer("scan").folded if doc.facts.bodies else ""
    for body in doc.facts.bodies:
        right = {" ".join(fold(f).split()) for f in (body.name, *body.short)}
        for form, first, pattern in _patterns(body):
            for m in pattern.finditer(folded) if first in folded else ():
                if " ".join(m[0].split()) not in right:
                    yield m.start(), m.end(), form


@cache
def _by_name(facts: UserFacts) -> dict[str, tuple[KnownOfficial, ...]]:
    out: dict[str, tuple[KnownOfficial, ...]] = {}
    for o in facts.officials:
        out[fold(o.name)] = (*out.get(fold(o.name), ()), o)
    return out


@cache
def _by_gap(facts: UserFacts) -> dict[tuple[int, tuple[str, ...]], list[KnownOfficial]]:
    """The officials by their names with one syllable left out."""
    out: dict[tuple[int, tuple[str, ...]], list[KnownOfficial]] = {}
    for o in facts.officials:
        for key in _gaps(o.name):
            out.setdefault(key, []).append(o)
    return out


def _gaps(name: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    words = fold(name).split()
    return ((i, (*words[:i], *words[i + 1 :])) for i in range(1, len(words)))


def _same_body(written: str | None, known: str) -> bool:
    """Whether a body is the one known; one that is not said may be any."""
    return not known or (written is not None and " ".join(fold(written).split()) == " ".join(fold(known).split()))


_JOINT = re.compile(r"\s+(?:và|-|&)\s+|\s*[-&,]\s*|\s+")
_BETWEEN = r"(?:\s{1,4}(?:và|-|&)\s{1,4}|\s{0,4}[-&,]\s{0,4}|\s{1,4})"


@cache
def _patterns(body: KnownBody) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Each form of a body, its first part, and a pattern of it with any joints; forms of one part have no joints to mistake."""
    out = []
    for form in (body.name, *body.short):
        parts = [p for p in _JOINT.split(fold(form).strip()) if p]
        if len(parts) > 1:
            out.append((form, parts[0], re.compile(rf"(?<![\w&-]){_BETWEEN.join(map(re.escape, parts))}(?![\w&]|-\w)")))
    return tuple(out)
