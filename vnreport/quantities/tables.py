"""Tables in plain text: rows of cells parted by "|" or tabs, and the row that adds the others up."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from vnreport.document import Document
from vnreport.language.letters import fold
from vnreport.quantities.find import Written

_ADDS = re.compile(r"(?:tổng(?: cộng| số| toàn (?:huyện|xã|tỉnh))?|cộng|toàn (?:huyện|xã|tỉnh|thành phố)):?")
_NOT_ADDED = re.compile(r"stt|tt\b|tỷ lệ|tỉ lệ|%|đơn giá|bình quân|mức|năm|thứ|hạng|điểm")
Cell = tuple[int, int]


def columns(doc: Document) -> Iterator[tuple[Written, tuple[Written, ...]]]:
    """The figures of a total's row with those above them, for columns where every row has one."""
    text = doc.text
    if "|" not in text and "\t" not in text:
        return
    numbers = doc.layer("numbers")
    starts = [w.start for w in numbers]
    for table in _tables(text):
        for k in range(2, len(table)):
            label = next((fold(text[a:b]) for a, b in table[k][:2] if text[a:b].strip(" *")), "")
            if not _ADDS.fullmatch(label.strip(" *")):
                continue
            for c in range(1, len(table[k])):
                total = _figure(text, numbers, starts, table[k][c])
                above = [_figure(text, numbers, starts, row[c]) for row in table[:k]]
                head = fold(text[slice(*table[0][c])])
                parts = above[1:] if above[0] is None else above
                if total is None or len(parts) < 2 or (above[0] is None and _NOT_ADDED.search(head)):
                    continue
                whole = tuple(p for p in parts if p is not None)
                if len(whole) == len(parts) and 0.5 < sum(p.amount for p in whole) / (total.amount or 1) < 2:
                    yield total, whole


def _tables(text: str) -> Iterator[list[list[Cell]]]:
    """Runs of two lines or more with the same number of cells, three or more… or two; rulers ("|---|---|") are left out."""
    rows: list[list[Cell]] = []
    at = 0
    for line in [*text.split("\n"), ""]:
        sign = "\t" if "\t" in line.strip() else "|"
        cells = _cells(line, at, sign) if sign in line else []
        at += len(line) + 1
        if cells and not line.strip(" |-:\t"):
            continue
        if rows and len(cells) != len(rows[0]):
            if len(rows) > 2:
                yield rows
            rows = []
        if len(cells) > 1:
            rows.append(cells)


def _cells(line: str, at: int, sign: str) -> list[Cell]:
    body = line.strip(" ").strip("|") if sign == "|" else line
    at += line.index(body) if body else 0
    out = []
    for cell in body.split(sign):
        lead = len(cell) - len(cell.lstrip(" *"))
        out.append((at + lead, at + max(lead, len(cell.rstrip(" *")))))
        at += len(cell) + 1
    return out


def _figure(text: str, numbers: tuple[Written, ...], starts: list[int], cell: Cell) -> Written | None:
    """The number that fills a cell."""
    i = bisect_left(starts, cell[0])
    if i < len(numbers) and starts[i] == cell[0] and numbers[i].number_end == cell[1] and numbers[i].of is None:
        return numbers[i]
    return None
