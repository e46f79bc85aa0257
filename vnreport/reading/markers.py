"""Notes to the checker in a source: ``vnreport: ignore[date-year]``.

They are taken out of a plain text before anything reads it, so that the text is the one that it was without them; in a web page they stand
in comments, which are no part of the text anyway. A marker speaks of its line, one alone on a line of the next line with text, and
``ignore-file`` of the whole file. In ``<!-- … -->`` a reason may follow it.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from vnreport.document import Marker, SourceMap

_WORD = "vnreport:"
_NOTE = r"vnreport:[ \t]{0,8}(?P<kind>ignore(?:-file)?)(?:[ \t]{0,8}\[(?P<rules>[^\]\r\n]{0,500})\]|(?![ \t]{0,8}\[|\w|-\w))"
"""Without brackets it names no rule and silences nothing; it is read so that its author can be told."""
_MARKER = re.compile(
    rf"(?:(?P<comment><!--)[ \t]{{0,8}}|(?:#|//)[ \t]{{0,8}})?{_NOTE}(?(comment)[^\r\n>]{{0,300}}?-->)"
)
_COMMENT = re.compile(rf"<!--\s{{0,8}}{_NOTE}[^>]{{0,300}}?-->")
_LINE_END = re.compile(r"\r\n?|\n")


def cut(raw: str) -> tuple[str, tuple[Marker, ...], SourceMap | None]:
    """A plain text without its markers, the markers, and where the text stands in ``raw`` (``None``: it is the same).

    Examples
    --------
    >>> text, markers, _ = cut("Quận đã đã họp.  # vnreport: ignore[doubled-word]\\n")
    >>> text, markers[0].selectors, markers[0].target
    ('Quận đã đã họp.\\n', ('doubled-word',), 1)
    """
    found = list(_MARKER.finditer(raw)) if _WORD in raw else []
    if not found:
        return raw, (), None
    lines = _line_starts(raw)
    bare = _bare(raw, lines, found)
    text_starts, source_starts, pieces = [0], [0], []
    done = length = 0
    for m in found:
        line = bisect_right(lines, m.start())
        a, b = (lines[line - 1], lines[line] if line < len(lines) else len(raw)) if line in bare else _around(raw, *m.span())
        if a > done:
            pieces.append(raw[done:a])
            length += a - done
        if b > done:
            done = b
            if text_starts[-1] == length:
                source_starts[-1] = done
            else:
                text_starts.append(length)
                source_starts.append(done)
    pieces.append(raw[done:])
    positions = SourceMap(tuple(text_starts), tuple(source_starts), tuple(lines))
    return "".join(pieces), _markers(raw, lines, bare, found), positions


def in_comments(raw: str) -> tuple[Marker, ...]:
    """The markers in the comments of a web page."""
    found = list(_COMMENT.finditer(raw)) if _WORD in raw else []
    if not found:
        return ()
    lines = list(SourceMap.identity(raw).line_starts)  # the lines of a page are those of its parser
    return _markers(raw, lines, _bare(raw, lines, found), found)


def _line_starts(raw: str) -> list[int]:
    return [0, *(m.end() for m in _LINE_END.finditer(raw))]


def _bare(raw: str, lines: list[int], found: list[re.Match[str]]) -> set[int]:
    """The lines, from 1, that hold markers and nothing else."""
    rest: dict[int, int] = {}
    for m in found:
        line = bisect_right(lines, m.start())
        if line not in rest:
            end = lines[line] if line < len(lines) else len(raw)
            rest[line] = len("".join(raw[lines[line - 1] : end].split()))
        rest[line] -= len("".join(m[0].split()))
    return {line for line, left in rest.items() if left <= 0}


def _markers(raw: str, lines: list[int], bare: set[int], found: list[re.Match[str]]) -> tuple[Marker, ...]:
    out = []
    after: dict[int, int] = {}  # line with markers alone -> the next line with text; from the end, so that a stack of them is passed once
    for m in reversed(found):
        line = bisect_right(lines, m.start())
        target: int | None = line
        if line in bare:
            if line not in after:
                target = line + 1
                while target < len(lines) and target not in bare and not raw[lines[target - 1] : lines[target]].strip():
                    target += 1
                after[line] = after.get(target, target)
            target = after[line]
        selectors = tuple(s.strip() for s in (m["rules"] or "").split(",") if s.strip())
        whole = m["kind"] == "ignore-file"
        out.append(Marker(" ".join(m[0].split()), selectors, line, m.start() - lines[line - 1] + 1, None if whole else target))
    return tuple(reversed(out))


def _around(raw: str, start: int, end: int) -> tuple[int, int]:
    """The span of a marker with the blanks before it; at the start of a line with those after it."""
    a = start
    while a and raw[a - 1] in " \t":
        a -= 1
    if a and raw[a - 1] not in "\r\n":
        return a, end
    while end < len(raw) and raw[end] in " \t":
        end += 1
    return start, end
