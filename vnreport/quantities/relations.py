"""What the numbers of a text say about one another, in common: the stretches that are read together, and what may be counted together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from vnreport.document import Document
from vnreport.quantities.find import Written

REACH = 40
"""How many numbers before or after one are looked at."""
LONGEST = 3000
"""Longest list in one sentence, in characters."""
BRACKETS = re.compile(r"\([^()]*\)?")
_GOES_ON = re.compile(r"(?:trong đó|gồm|bao gồm|cụ thể|chia ra)\b")
_LISTED = re.compile(r":$|\n *(?:[-+•–]|\d{1,2}[.)] )")
_MARK_BEFORE = re.compile(r"\n\d{1,2}[.)] $")
"""The mark of a list's line, which a sentence of its own may hold."""
_ITEM = re.compile(r"\d{1,2}[.)] ")
GENERIC_PERSON = frozenset({"thành viên", "người", "đồng chí", "ông (bà)", "ủy viên", "cán bộ", "đại biểu"})
_SEXES = frozenset({"nam", "nữ"})
_ANYONE = _SEXES | {"đồng", "người", "em", "cháu", "vị"}
"""First words of what persons of every kind may be counted by: "120 đảng viên, trong đó khối xã 80 đồng chí"."""
_PRIZES = frozenset("nhất nhì khuyến phụ vàng bạc hcv hcb hcđ giải huy".split())
_GENERIC = frozenset({"đơn vị", "đơn vị hành chính", "huy chương", "giải", "giải thưởng"})


def sentence_numbers(doc: Document) -> Iterator[tuple[int, int, Sequence[Written]]]:
    """Stretches of text with two numbers or more: start, end, the numbers.

    A stretch is a sentence with those that go on with it ("Trong đó, …") and with the lines of a list that it announces.
    """
    text, folded = doc.text, doc.layer("scan").folded
    numbers = doc.layer("numbers")
    starts = [w.start for w in numbers]
    stretches: list[tuple[int, int]] = []
    for s in doc.sentences:
        item = text[s.start] in "-+•–" or _ITEM.match(text, s.start) or (stretches and _MARK_BEFORE.search(text, max(0, s.start - 6), s.start))
        goes_on = _GOES_ON.match(folded, s.start) or (item and stretches and _LISTED.search(text, *stretches[-1]))
        if goes_on and stretches:
            stretches[-1] = stretches[-1][0], s.end
        else:
            stretches.append((s.start, s.end))
    for start, end in stretches:
        a, b = bisect_left(starts, start), bisect_left(starts, end)
        if b - a > 1:
            yield start, end, numbers[a:b]

def same_noun(a: Written, b: Written) -> bool:
    """Whether the two count the same thing: equal units, or one the other's head ("hộ", "hộ gia đình")."""
    if a.noun is None or b.noun is None:
        return False
    x, y = a.noun, b.noun
    return x == y or (
        a.kind != "measure" and (x.startswith(y + " ") or y.startswith(x + " ") or x.endswith(" " + y) or y.endswith(" " + x))
    )


def comparable(total: Written, part: Written) -> bool:
    """Whether ``part`` may be a part of ``total``."""
    if part.of is not None or part.noun is None or total.noun is None or part.noun == "%":
        return False
    if same_noun(total, part):
        return True
    if total.noun in GENERIC_PERSON:
        return part.kind == "person" or part.noun in _SEXES
    if total.kind == "person" and part.noun.split(" ")[0] in _ANYONE:
        return True
    if total.noun.split(" ")[0] in {"giải", "huy"} and part.noun.split(" ")[0] in _PRIZES:
        return True
    return total.noun in _GENERIC and part.kind == "count"
