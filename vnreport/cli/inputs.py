"""Paths, folders and globs of the command line -> documents to read."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from vnreport.reading import ReadError

SUFFIXES = (".txt", ".html", ".htm", ".docx")
"""What is taken from a folder; a file that is named is always read."""


def expand(paths: Iterable[str]) -> Iterator[str | ReadError]:
    """The files of ``paths`` in order, each once; an error where there is none. ``-`` is standard input.

    A folder stands for its texts, web pages and Word files at any depth, in the order of their names, hidden ones left out; a pattern that is no file
    is expanded (``**`` any depth).
    """
    seen: set[str] = set()
    for path in paths:
        for found in _one(path):
            if isinstance(found, str):
                if found in seen:
                    continue
                seen.add(found)
            yield found


def _one(path: str) -> Iterator[str | ReadError]:
    place = Path(path)
    if path == "-":
        yield path
    elif place.is_dir():
        files = list(_walk(path))
        yield from files
        if not files:
            yield ReadError(path, "thư mục không có tệp .txt, .html, .docx nào", "no .txt, .html or .docx file in the folder")
    elif glob.has_magic(path) and not place.exists():
        # Path.glob takes no absolute pattern.
        names = sorted(n for n in glob.glob(path, recursive=True) if Path(n).is_file())  # noqa: PTH207
        yield from names
        if not names:
            yield ReadError(path, "không có tệp nào khớp", "no file matches")
    else:
        yield path


def _walk(folder: str) -> Iterator[str]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$")):  # "~$": Word's mark of an open file
                yield str(Path(root, name))
