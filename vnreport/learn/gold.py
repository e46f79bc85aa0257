"""Annotated documents: a folder each, ``text.txt`` and ``gold.json``."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """An annotation with its place; ``values`` are the other columns."""

    start: int
    end: int
    text: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated document."""

    id: str
    path: Path
    text: str
    data: Mapping[str, Any]

    def rows(self, layer: str) -> list[Row]:
        """The rows of a layer that stand in the text."""
        out = []
        for row in self.data.get(layer) or ():
            wanted = unicodedata.normalize("NFC", row["text"])
            at = _occurrence(self.text, wanted, row.get("nth", 0))
            if at is not None:
                out.append(Row(at, at + len(wanted), wanted, row))
        return out


def _occurrence(text: str, wanted: str, nth: int) -> int | None:
    """Where the ``nth`` occurrence (from 0, without overlaps) of ``wanted`` begins."""
    at = -len(wanted) if wanted else -1
    for _ in range(nth + 1):
        at = text.find(wanted, at + len(wanted)) if wanted else -1
        if at < 0:
            return None
    return at


def load(folder: str | Path) -> Iterator[Gold]:
    """The annotated documents under ``folder``, by name.

    Raises
    ------
    ValueError
        If there is none, or one cannot be read.
    """
    files = sorted(Path(folder).glob("*/gold.json"))
    if not files:
        raise ValueError(f"không có tài liệu gán nhãn (*/gold.json, */text.txt) trong {folder} (no annotated documents in {folder})")
    for file in files:
        try:
            data = json.loads(file.read_text("utf-8"))
            text = (file.parent / "text.txt").read_text("utf-8")
        except (OSError, ValueError) as error:
            raise ValueError(f"{file.parent}: không đọc được tài liệu gán nhãn: {error} (cannot read the annotated document)") from error
        yield Gold(str(data.get("id") or file.parent.name), file.parent / "text.txt", text, data)
