"""Patterns of paths, as in a configuration: ``*`` inside a folder, ``**`` at any depth, a name without a slash anywhere."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path


def matches(path: str, patterns: Iterable[str], root: Path | None = None) -> bool:
    """Whether ``path``, or a folder above it, fits one of the patterns.

    ``root`` is the folder that the patterns start from, that of the configuration file.

    Examples
    --------
    >>> matches("bao-cao/2019/a.txt", ["bao-cao/**"]), matches("bao-cao/2019/a.txt", ["2019"]), matches("a.txt", ["*.html"])
    (True, True, False)
    """
    chosen = list(patterns)
    if not chosen:
        return False
    relative, absolute = _relative(path, root), str(Path(path).absolute()).replace("\\", "/")
    return any(_compiled(p).match(absolute if Path(p).is_absolute() else relative) for p in chosen)


def _relative(path: str, root: Path | None) -> str:
    """``path`` from ``root``."""
    if root is not None:
        try:
            path = os.path.relpath(Path(path).absolute(), root.absolute())
        except ValueError:  # another drive of Windows
            path = str(Path(path).absolute())
    return path.replace("\\", "/").removeprefix("./")


def literal(path: str) -> str:
    """The pattern of one path.

    Examples
    --------
    >>> literal("2019/tin [1].txt"), matches("2019/tin [1].txt", [literal("2019/tin [1].txt")])
    ('2019/tin [[]1].txt', True)
    """
    return re.sub(r"[\[*?]", r"[\g<0>]", path)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    p = pattern.replace("\\", "/").removeprefix("./").rstrip("/")
    head = "" if "/" in p else "(?:.*/)?"
    out = []
    for piece in re.findall(r"\*\*/|\*\*|\*|\?|\[!?[^\]/]+\]|.", p, flags=re.S):
        if piece == "**/":
            out.append("(?:.*/)?")
        elif piece == "**":
            out.append(".*")
        elif piece == "*":
            out.append("[^/]*")
        elif piece == "?":
            out.append("[^/]")
        elif piece[0] == "[" and len(piece) > 2:
            out.append("[" + ("^" if piece[1] == "!" else "") + re.escape(piece[2 if piece[1] == "!" else 1 : -1]).replace(r"\-", "-") + "]")
        else:
            out.append(re.escape(piece))
    # A pattern that fits a folder fits everything in it.
    return re.compile(head + "".join(out) + r"(?:/.*)?\Z", re.S)
