"""What the tagger knows of a token: small integer codes in parallel columns, from the marks of the tables and from what the rules found.

A column is one array with a code a token; :data:`TEMPLATES` says which columns are looked at, at which distance. Training and reading make
the columns by this one function, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING

from vnreport.people.institutions import Body
from vnreport.people.marks import HEADS, Marks
from vnreport.people.persons import Name
from vnreport.people.vocabulary import surnames, word_list

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.int32]

PAD = 3
"""Codes for "outside the text" before and after: no template looks further."""
SIZES = {
    "word": 0, "shape": 16, "name": 8, "cue": 16, "head": 16, "place": 16, "region": 8, "run": 32, "known": 17,
    "rule": 20, "rule+shape": 320, "name+run": 256, "known+name": 136, "shapes": 4096,
}  # fmt: skip
"""Columns -> number of codes; that of words is the size of the vocabulary."""
TEMPLATES: tuple[tuple[str, int], ...] = (
    *(("word", o) for o in (-2, -1, 0, 1, 2)),
    *((c, o) for c in ("shape", "name", "cue", "place") for o in (-2, -1, 0, 1, 2)),
    *(("head", o) for o in (-1, 0, 1)),
    ("known", 0), ("known", 1), ("known", -1), ("known+name", 0),
    ("region", 0),
    ("run", 0), ("run", 1), ("run", -1),
    ("rule", 0), ("rule", -1), ("rule", 1),
    ("rule+shape", 0), ("name+run", 0), ("shapes", 0),
)  # fmt: skip
RULE_COLUMNS = frozenset({"rule", "rule+shape", "known", "known+name"})
"""Columns that say what the rules found."""

_SHAPES = {c: i for i, c in enumerate("lCUmdp", 2)}
_SHAPE_CODES = {ord(c): chr(i) for c, i in _SHAPES.items()}
_IN_LOWER_CASE = {ord(c): chr(c == "l") for c in _SHAPES}
_NAMES = {"strong": 1, "weak": 2, "clan": 3}
_CUES = {"office": 1, "rank": 3, "degree": 5, "honorific": 7, "status": 9}
_HEADS = {kind: 2 * i + 1 for i, kind in enumerate(sorted(HEADS))}
_REGIONS = {"title": 1, "header": 2, "author": 3, "letterhead": 4, "caption": 5, "signature": 6, "title-repeated": 1, "residue": 7}
_ENDS = frozenset('.!?:;“"')
NEAR = 2
"""Tokens on each side of a capital or of a find of the rules that are looked at; what is further off names nothing."""
LONG = 24
"""Tokens of a sequence above which it is cut after a sign."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the tables and the rules say of one document."""

    marks: Marks
    bodies: Sequence[Body]
    people: Sequence[Name]
    closed: set[int]
    refused: set[int] = field(default_factory=set)
    regions: Sequence[tuple[str, int, int]] = ()


def _sure(confidence: float) -> int:
    """Confidence of a rule in three steps."""
    return 0 if confidence < 0.7 else 1 if confidence < 0.85 else 2


def columns(found: Found, vocabulary: Mapping[str, int]) -> dict[str, Codes]:
    """The columns of a document, padded by :data:`PAD` on both sides.

    Parameters
    ----------
    found : Found
        The document's marks and finds.
    vocabulary : mapping of str to int
        Folded words -> codes from 2 on; 0 is an unknown word, 1 is outside the text.
    """
    import numpy as np

    m = found.marks
    scan = m.scan
    n = len(scan)
    raw: dict[str, bytearray] = {c: bytearray(n + 2 * PAD) for c in ("shape", "cue", "head", "place", "region", "rule")}

    def fill(column: str, start: int, end: int, code: int, inside: int) -> None:
        into = raw[column]
        if start < end:
            into[start + PAD] = code
        for k in range(start + 1 + PAD, end + PAD):
            into[k] = inside

    get = vocabulary.get
    words = [1] * PAD + [get(w, 0) for w in scan.lower] + [1] * PAD
    shape = raw["shape"]
    shape[:PAD] = shape[n + PAD :] = b"\x01" * PAD
    shape[PAD : n + PAD] = scan.shapes.translate(_SHAPE_CODES).encode("latin-1")
    for i in _first_of_lines(m):
        shape[i + PAD] += 8
    for kind in ("level", "field"):
        table = m.levels if kind == "level" else m.fields
        for i, end in table.items():
            fill("place", i, end, 5 if kind == "level" else 7, 6 if kind == "level" else 8)
    for i, end in m.places.items():
        fill("place", i, end, 3, 4)
    for i, end in m.units.items():
        fill("place", i, end, 1, 2)
    for tokens, code in ((found.closed, 9), (found.refused, 10)):
        for i in tokens:
            raw["place"][i + PAD] = code
    for i, hits in m.heads.items():
        end, term = hits[0]
        code = _HEADS[term.kind]
        fill("head", i, end, code, code + 1)
    for i, hits in m.other.items():
        for end, term in hits:
            if term.kind in _CUES:
                fill("cue", i, end, _CUES[term.kind], _CUES[term.kind] + 1)
                break
    for i, (end, _) in m.office.items():
        fill("cue", i, end, 1, 2)
    for kind, a, b in found.regions:
        if kind in _REGIONS:
            span = scan.between(a, b)
            fill("region", span.start, span.stop, _REGIONS[kind], _REGIONS[kind])
    for base, finds in ((0, found.people), (9, found.bodies)):
        for x in finds:
            sure = _sure(x.confidence)
            fill("rule", x.start, x.end, base + 1 + sure, base + 4 + sure)
            if x.end - x.start > 1:
                raw["rule"][x.end - 1 + PAD] = base + 7 + sure
    out = dict(zip(raw, np.frombuffer(b"".join(raw.values()), np.uint8).astype(np.int32).reshape(len(raw), -1), strict=True))
    out["word"] = np.array(words, np.int32)
    shape_codes = out["shape"]
    opening = shape_codes >= 8
    for sign in _ENDS:
        opening[1:] |= out["word"][:-1] == get(sign, -1)
    out["name"], out["run"], out["known"] = _capitals(found, shape_codes, opening)
    out["rule+shape"] = out["rule"] * 16 + shape_codes
    out["known+name"] = out["known"] * 8 + out["name"]
    out["name+run"] = out["name"] * 32 + out["run"]
    out["shapes"] = shapes = shape_codes * 16
    shapes[1:] += shape_codes[:-1] * 256
    shapes[:-1] += shape_codes[1:]
    return out


def _capital(kind: Codes) -> NDArray[np.bool_]:
    """Where the shape is one with a capital."""
    capital: NDArray[np.bool_] = (kind == _SHAPES["C"]) | (kind == _SHAPES["U"]) | (kind == _SHAPES["m"])
    return capital


def _capitals(found: Found, shape: Codes, opening: NDArray[np.bool_]) -> tuple[Codes, Codes, Codes]:
    """The columns of capitalised tokens: kind of name; place in a run of capitals on one line, and its length; what else is known.

    What is known: whether the word stands in lower case elsewhere (1), is the given name of a full name (2), begins a line or sentence (4),
    and is not the first of its run (8); all plus one.
    """
    import numpy as np

    lower = found.marks.scan.lower
    name, run, known = np.zeros((3, len(shape)), np.int32)
    kind = shape & 7
    capital = _capital(kind)
    at = np.flatnonzero(capital)
    if not len(at):
        return name, run, known
    first = ~capital[at - 1] | (shape[at] >= 8)
    starts = np.flatnonzero(first)
    lengths = _lengths(starts, len(at))
    place = np.arange(len(at)) - np.repeat(starts, lengths)
    run[at] = np.where(place < 5, np.repeat(np.minimum(lengths, 5) * 5 - 4, lengths) + place, 30)
    kinds = _kinds().get
    words = [lower[i] for i in (at - PAD).tolist()]
    name[at] = [kinds(w, 6) for w in words]
    running = set(compress(lower, found.marks.scan.shapes.translate(_IN_LOWER_CASE).encode("latin-1")))
    given = given_names(found)
    known[at] = [1 + (w in running) + 2 * (w in given) for w in words]
    known[at] += 4 * opening[at] + 8 * ~first
    return name, run, known


@cache
def _kinds() -> dict[str, int]:
    """What a word may be in a name: a surname (strong 1, weak 2, clan 3), Văn or Thị (4), a middle name (5)."""
    return dict.fromkeys(word_list("middle-name"), 5) | {"văn": 4, "thị": 4} | {w: _NAMES[s] for w, s in surnames().items()}


def given_names(found: Found) -> set[str]:
    """Last syllables of the full names that the rules found."""
    lower = found.marks.scan.lower
    return {lower[p.end - 1] for p in found.people if p.end - p.start > 1}


def _first_of_lines(m: Marks) -> list[int]:
    """Tokens that begin a line."""
    scan = m.scan
    text = scan.text
    out, at = {0} if len(scan) else set(), text.find("\n")
    while at >= 0:
        out.add(scan.at(at))
        at = text.find("\n", at + 1)
    out.discard(len(scan))
    return sorted(out)


def _lengths(starts: NDArray[np.intp], end: int) -> Codes:
    """Lengths of the pieces that begin at ``starts``, the last one ending at ``end``."""
    import numpy as np

    lengths = np.empty(len(starts), np.int32)
    lengths[:-1] = starts[1:] - starts[:-1]
    lengths[-1] = end - starts[-1]
    return lengths


def sequences(columns: Mapping[str, Codes]) -> tuple[Codes, Codes]:
    """Which tokens are tagged, in order, and the lengths of the sequences that they make.

    Only capitals that may name something and finds of the rules are looked at, with the tokens around them. A sequence ends with its line,
    unless a find of the rules goes on, and a long one after a sign that ends a clause: short sequences are decoded side by side.
    """
    import numpy as np

    shape, rule = columns["shape"][PAD:-PAD], columns["rule"][PAD:-PAD]
    kind = shape & 7
    near = _capital(kind) | (rule > 0)
    known = columns["known"][PAD:-PAD] - 1
    # The first word of a sentence, alone, that is no given name and no find: "Trong", "Theo".
    near &= ~((kind == _SHAPES["C"]) & (columns["run"][PAD:-PAD] == 1) & (known & 6 == 4) & (rule == 0))
    for _ in range(NEAR):
        near[1:] |= near[:-1].copy()
        near[:-1] |= near[1:].copy()
    taken = np.flatnonzero(near).astype(np.int32)
    if not len(taken):
        return taken, taken
    outside = rule == 0  # no find of the rules runs over the place before the token
    outside[1:] |= rule[:-1] == 0
    new = (shape[taken] >= 8) & outside[taken]
    new[1:] |= taken[1:] - taken[:-1] > 1
    new[0] = True
    starts = np.flatnonzero(new)
    lengths = _lengths(starts, len(taken))
    long = np.flatnonzero(lengths > LONG)
    if len(long):
        may = (kind[np.maximum(taken - 1, 0)] == _SHAPES["p"]) & outside[taken]
        for s in long:
            first, end = starts[s], starts[s] + lengths[s]
            for k in (np.flatnonzero(may[first:end]) + first).tolist():
                if k - first >= LONG // 2:
                    new[k], first = True, k
        starts = np.flatnonzero(new)
        lengths = _lengths(starts, len(taken))
    return taken, lengths
