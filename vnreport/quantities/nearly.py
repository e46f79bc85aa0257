"""Parts that the wording alone does not make a whole, but their amounts do, or nearly: what is off is then a slip of a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnreport.quantities.figures import exchanged, like
from vnreport.quantities.find import Written
from vnreport.quantities.relations import comparable

_CUE = re.compile(r"[^.;:()\d]{0,70}?(?:\b(?P<word>trong đó|gồm|bao gồm|chia ra|cụ thể|phân theo)\b(?: có| là)?:?|:|(?P<open>\())\s*")
_IN_ALL = re.compile(r"\btrong(?: tổng)?(?: số)? $")
_TURNS = re.compile(
    r"\b(?:trong đó|gồm|so với|so|tăng|giảm|lũy kế|tổng|nâng|mỗi|bình quân|riêng|tiếp tục|dự kiến|kế hoạch|cùng kỳ|mới|thêm|"
    r"trở lên|bằng \d|chiếm \d|từ)\b|[.:](?=\s)"
)
_ENDS = re.compile(r"[^.;\n,]{0,60}(?:[.;\n)]|$)")
_SIGNS = re.compile(r"[,;(]|\bvà\b|\bcòn\b|\bcùng\b")
_COMPLEMENT = re.compile(r"\b(?:chưa|không)\b")


def nearly(text: str, total: Written, parts: Sequence[Written]) -> bool:
    """Whether amounts that differ from the total show by how little they do so that nothing else was meant to be added.

    Three parts or more that make nine tenths of the total; or an exchange of two digits in one figure that would make it right.
    """
    added = sum(p.amount for p in parts)
    if len(parts) < 2 or not total.amount or abs(added - total.amount) < 1e-6 * total.amount:
        return False
    ratio = added / total.amount
    if not 0.5 <= ratio <= 2:
        return False
    return (0.9 if len(parts) > 2 else 0.93) <= ratio < 1 or by_exchange(text, total, parts, added)


def by_exchange(text: str, total: Written, parts: Sequence[Written], added: float) -> bool:
    """Whether two digits exchanged in the total or in one part make the sum right."""
    for w in (total, *parts):
        value = added / w.factor if w is total else (w.amount + total.amount - added) / w.factor
        old = text[w.start : w.number_end]
        if value > 0 and exchanged(old, like(old, value)):
            return True
    return False


def loose(text: str, folded: str, end: int, total: Written, after: Sequence[Written], first: bool) -> list[Written]:
    """The like numbers of the rest of a sentence, each in an item of its own, where they nearly make the total; else nothing.

    Without a word that announces parts ("trong đó", "gồm", a colon, "trong số" before the total) only a tenth may be missing or too much,
    and the total must be the ``first`` like number of its sentence.
    """
    if total.noun is None or total.approx is not None or total.noun == "tuổi" or "/" in (total.unit or ""):
        return []
    cue = _CUE.match(folded, total.end, min(end, total.end + 90))
    among = cue is None and bool(_IN_ALL.search(folded, max(0, total.start - 16), total.start))
    if not (cue or among or first):
        return []
    at, stop = (cue.end() if cue else total.end), end
    if cue and cue["open"]:
        closing = text.find(")", at, end)
        stop = closing if closing >= 0 else end
    chosen: list[Written] = []
    for w in after:
        if w.start >= stop:
            break
        if w.start < at or w.noun == "%":
            continue
        if w.noun is None and w.factor == 1 and w.value < 100 and not w.decimals:
            continue  # of a name: "khóm 6, 7"
        gap = folded[at : w.start]
        if chosen and re.search(r"\.\s", gap):
            break  # another sentence
        if w.of is not None or w.approx is not None or len(gap) > 120 or not comparable(total, w) or _TURNS.search(gap):
            return []
        if (chosen or not (cue or among)) and not _SIGNS.search(gap):
            return []
        chosen.append(w)
        at = w.end
    tail = _ENDS.match(folded, chosen[-1].end, end + 1) if len(chosen) > 1 else None
    if len(chosen) < 2 or not (tail or stop < end) or (tail and _TURNS.search(folded, tail.start(), tail.end() - 1)):
        return []
    if total.kind is None and (len(chosen) < 3 or any(w.noun != total.noun for w in chosen)):
        return []
    ratio = sum(w.amount for w in chosen) / (total.amount or 1)
    if by_exchange(text, total, chosen, ratio * total.amount):
        return chosen
    if len(chosen) == 2 and (cue or among) and _two_sides(folded, total, chosen, stop):
        return chosen if 0.5 <= ratio <= 1.5 else []
    if cue is None:
        low = 1.0 if among else 0.9
        return chosen if low <= ratio <= (1.15 if among else 1.1) and max(w.amount for w in chosen) < total.amount else []
    return chosen if len(chosen) > 2 and 0.85 <= ratio <= 1.15 else []


def _two_sides(folded: str, total: Written, parts: Sequence[Written], stop: int) -> bool:
    """ "19 vụ có đối tượng, 12 vụ chưa tìm ra đối tượng": the second part is what the first is not."""
    first, second = folded[total.end : parts[1].start], folded[parts[1].end : stop]
    if {"nam", "nữ"} <= set(re.findall(r"\w+", folded[total.end : parts[1].end + 12])):
        return True
    return bool(_COMPLEMENT.search(second) and not _COMPLEMENT.search(first) and set(first.split()[-2:]) & set(second.split()))
