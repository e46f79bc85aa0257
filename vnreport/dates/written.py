"""The days that a span writes out, with the place of each part, so that a rule can repair one part and leave the rest as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vnreport.dates.patterns import number
from vnreport.language.letters import fold

_DAY = re.compile(
    r"(?<![\d/.])(?<!\d{4}-)(?P<d>\d{1,2})\s{0,3}(?:(?P<sep>[/.-])\s{0,3}(?P<m>\d{1,2})(?!\d)(?:\s{0,3}(?P=sep)\s{0,3}(?P<y>\d{4}|\d{2})(?!\d)|(?!\s{0,3}[/.-]\s{0,3}\d))|"
    r"tháng\s{0,3}(?P<m2>\d{1,2})(?!\d)(?:\s{0,3}[/-]\s{0,3}(?P<y2>\d{4}))?)(?:\s{0,3},?\s{0,3}năm\s{0,3}(?P<y3>\d{4}))?"
)
_WEEKDAY = re.compile(r"(?:thứ\s{0,3}(?P<w>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?P<cn>chủ nhật|chúa nhật))(?![^\W_])")
_WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")
WEEKDAY_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
"""Monday first."""


@dataclass(frozen=True, slots=True)
class Written:
    """A day as written: offsets in the text of its document, and its parts (``year`` ``None`` where not written)."""

    start: int
    end: int
    text: str
    day: int
    month: int
    year: int | None
    day_at: tuple[int, int]
    month_at: tuple[int, int]
    year_at: tuple[int, int] | None

    def repaired(self, day: int | None = None, month: int | None = None, year: int | None = None) -> str:
        """The text with some parts changed, zeros in front kept."""
        out = self.text
        for value, at in ((year, self.year_at), (month, self.month_at), (day, self.day_at)):  # from the right
            if value is not None and at is not None:
                a, b = at[0] - self.start, at[1] - self.start
                width = 2 if out[a] == "0" and b - a == 2 else 0
                out = out[:a] + f"{value:0{width}}" + out[b:]
        return out


def written(text: str, start: int, end: int) -> Iterator[Written]:
    """The days written out in ``text[start:end]``.

    Examples
    --------
    >>> [w] = written("Sáng 05/3/2018", 0, 14)
    >>> w.text, w.repaired(day=6, year=2019)
    ('05/3/2018', '06/3/2019')
    """
    folded = fold(text[start:end])
    for m in _DAY.finditer(folded):
        month = "m" if m["m"] else "m2"
        year = next((k for k in ("y", "y2", "y3") if m[k]), None)
        y = int(m[year]) if year else None
        yield Written(
            start + m.start(), start + m.end(), text[start + m.start() : start + m.end()], int(m["d"]), int(m[month]),
            2000 + y if y is not None and y < 100 else y, (start + m.start("d"), start + m.end("d")),
            (start + m.start(month), start + m.end(month)), (start + m.start(year), start + m.end(year)) if year else None,
        )  # fmt: skip


def weekday(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """The weekday (Monday 0) that ``text[start:end]`` writes, and where.

    Examples
    --------
    >>> weekday("Sáng thứ Ba, 5/3", 0, 16)
    (1, 5, 11)
    """
    m = _WEEKDAY.search(fold(text[start:end]))
    if not m:
        return None
    if m["cn"]:
        day = 6
    elif m["w"].isdigit():
        day = int(m["w"]) - 2
    else:
        day = _WEEKDAYS.index(m["w"].replace("bẩy", "bảy"))
    return day, start + m.start(), start + m.end()


def month_written(text: str) -> int | None:
    """The number of "tháng 13" and the like.

    Examples
    --------
    >>> month_written("tháng 13/2018")
    13
    """
    m = re.search(r"tháng\s{0,3}(\d{1,2})", fold(text))
    return number(m[1]) if m else None
