"""Days of the year whose first year is known: "kỷ niệm 114 năm Ngày Quốc tế Phụ nữ" is of 2024."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from vnreport import resources

_LOCAL = (" tỉnh", " huyện", " quận", " thị xã", " thành phố", " tp", " xã", " phường", " khu", " quân khu")
"""After the name of a body: it is the one of a place, founded on a day of its own."""
_COUNT = re.compile(r"(?<![\d.,/])(?P<n>\d{1,3})\s+năm(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A count of years of a known day: where "N năm" stands, N, and the day with its first year and name."""

    start: int
    end: int
    count: int
    day: int
    month: int
    first: int
    name: str


@cache
def _table() -> tuple[tuple[int, int, int, str, str], ...]:
    out = []
    for when, year, word, name in resources.rows("anniversaries.tsv"):
        day, month = when.split("/")
        out.append((int(day), int(month), int(year), word, name))
    return tuple(out)


def anniversaries(folded: str) -> Iterator[Anniversary]:
    """The counts of years of known days in a folded text.

    Examples
    --------
    >>> [a] = anniversaries("gặp mặt kỷ niệm 114 năm ngày quốc tế phụ nữ")
    >>> a.count, a.first
    (114, 1910)
    """
    for m in _COUNT.finditer(folded):
        after = re.split(r"[\n;,(]", folded[m.end() : m.end() + 70], maxsplit=1)[0]
        for day, month, year, word, name in _table():
            at = after.find(word)
            local = at >= 0 and after.startswith(_LOCAL, at + len(word))
            if 0 <= at <= 40 and not local and "cơ quan" not in after and "ngành" not in after[:at]:
                yield Anniversary(m.start(), m.end(), int(m["n"]), day, month, year, name)
                break
