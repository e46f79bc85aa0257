"""NFC and line ends, with a map back to the source. Nothing else is rewritten."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from vnreport.document import SourceMap

_LINE_END = re.compile(r"\r\n?|\n")


def normalise(raw: str) -> tuple[str, SourceMap]:
    """The text of ``raw`` in NFC with ``\\n`` line ends, and where its characters stand in ``raw``.

    Examples
    --------
    >>> text, positions = normalise("e\\u0302\\u0301!\\r\\nb")
    >>> text, positions.offset(1), positions.locate(3)
    ('ế!\\nb', 3, (2, 1))
    """
    if "\r" not in raw and unicodedata.is_normalized("NFC", raw):
        return raw, SourceMap.identity(raw)
    lines = (0, *(m.end() for m in _LINE_END.finditer(raw)))
    pieces, text_starts, source_starts = [], [0], [0]
    length = done = 0

    def put(piece: str, source: int, drift: bool) -> None:
        nonlocal length
        if drift and length != text_starts[-1]:
            text_starts.append(length)
            source_starts.append(source)
        elif drift:
            source_starts[-1] = source
        pieces.append(piece)
        length += len(piece)

    drift = False
    for start, end, new in _changes(raw):
        put(raw[done:start], done, drift)
        put(new, start, True)
        drift, done = len(new) != end - start, end
    put(raw[done:], done, drift)
    return "".join(pieces), SourceMap(tuple(text_starts), tuple(source_starts), lines)


def compose(outer: SourceMap, inner: SourceMap, length: int) -> SourceMap:
    """The map of a text of ``length`` characters whose ``outer`` map leads to a middle text, and ``inner`` from there to the source."""
    text_starts: list[int] = []
    source_starts: list[int] = []
    for i, (t, m) in enumerate(zip(outer.text_starts, outer.source_starts, strict=True)):
        stop = outer.text_starts[i + 1] if i + 1 < len(outer.text_starts) else max(length, t + 1)
        text_starts.append(t)
        source_starts.append(inner.offset(m))
        for k in range(bisect_right(inner.text_starts, m), len(inner.text_starts)):
            at = t + inner.text_starts[k] - m
            if at >= stop:
                break
            text_starts.append(at)
            source_starts.append(inner.source_starts[k])
    return SourceMap(tuple(text_starts), tuple(source_starts), inner.line_starts)


def _changes(raw: str) -> list[tuple[int, int, str]]:
    """The places of ``raw`` to rewrite: line ends, and letters with the marks after them."""
    import regex  # 20 ms to load, and most texts need no change

    out = []
    for m in regex.finditer(r"\r\n?|\X(?<=[^\x00-\x7f])", raw):
        if raw[m.start()] == "\r":
            out.append((m.start(), m.start() + (2 if raw.startswith("\r\n", m.start()) else 1), "\n"))
        elif (new := unicodedata.normalize("NFC", m[0])) != m[0]:
            out.append((m.start(), m.end(), new))
    return out
