"""A line of the text with a span underlined, fit for a terminal."""

from __future__ import annotations

import unicodedata

WIDTH = 100
"""Columns that an excerpt may take."""


def cells(text: str) -> list[tuple[str, int]]:
    """What to print for each character of ``text``, and how many columns it takes.

    Control and format characters become a visible dot: they would move the cursor or not be seen at all.

    Examples
    --------
    >>> cells("a\\t\\u00ad中")
    [('a', 1), (' ', 1), ('·', 1), ('中', 2)]
    """
    out = []
    for c in text:
        category = unicodedata.category(c)
        if c.isspace() and c != "\n":
            out.append((" ", 1))
        elif category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
            out.append(("·", 1))
        elif category in ("Mn", "Me"):
            out.append((c, 0))
        else:
            out.append((c, 2 if unicodedata.east_asian_width(c) in "WF" else 1))
    return out


def line(text: str) -> str:
    """A text in one line, with nothing in it that a terminal would obey.

    Examples
    --------
    >>> line("đồng chí\\n\\x1b[31mSơn")
    'đồng chí ·[31mSơn'
    """
    if text.isprintable():
        return text
    return "".join(c for c, _ in cells(text.replace("\n", " ")))


def plain(text: str, limit: int = 60) -> str:
    """A span in one line, shortened in the middle, between words where it has some.

    Examples
    --------
    >>> plain("đồng chí\\nLê Văn Sơn", 16)
    'đồng … Sơn'
    """
    whole = line(" ".join(text.split())) or "·" * min(len(text), 3)
    if len(whole) <= limit:
        return whole
    half = limit // 2 - 1
    left, right = whole[:half], whole[-half:]
    return f"{left.rsplit(' ', 1)[0].rstrip()} … {right.split(' ', 1)[-1].lstrip()}"


def excerpt(text: str, start: int, end: int, width: int = WIDTH) -> tuple[str, str]:
    """The line around ``text[start:end]`` and the marks to print under it.

    Examples
    --------
    >>> print("\\n".join(excerpt("Hội nghị hôm nay đã đã kết thúc.", 17, 22)))
    Hội nghị hôm nay đã đã kết thúc.
                     ^~~~~
    """
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    stop = max(min(end, line_end), start)
    a, b = line_start, line_end
    if b - a > width:
        room = max(width - (stop - start), 20)
        a = max(a, min(start - room // 2, b - room))
        b = min(b, max(stop, a + room + stop - start))
        if a > line_start:  # begin with a whole word
            gap = text.find(" ", a, start)
            a = gap + 1 if gap >= 0 else a
        if b < line_end:
            gap = text.rfind(" ", stop, b)
            b = gap if gap > stop else b
    head, body, tail = cells(text[a:start].lstrip() if a == line_start else text[a:start]), cells(text[start:stop]), cells(text[stop:b])
    lead, trail = "…" if a > line_start else "", "…" if b < line_end else ""
    indent = len(lead) + sum(w for _, w in head)
    marked = max(sum(w for _, w in body), 1)
    return lead + "".join(c for c, _ in head + body + tail).rstrip() + trail, " " * indent + "^" + "~" * (marked - 1)
