"""Where the tables and models are: beside the package in a checkout, inside it in an installed copy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def path(kind: str, name: str = "") -> Path:
    """The file or folder ``name`` of ``kind`` (``"data"`` or ``"models"``).

    Examples
    --------
    >>> path("data").is_dir()
    True
    """
    inside = _PACKAGE / kind
    return (inside if inside.is_dir() else _PACKAGE.parent / kind) / name


def rows(name: str) -> Iterator[list[str]]:
    """The rows of the table ``data/<name>``: tab-separated, ``#`` starts a comment line, the first row (the header) is left out."""
    lines = path("data", name).read_text("utf-8").split("\n")
    body = (line.split("\t") for line in lines if line and not line.startswith("#"))
    next(body, None)
    return body
