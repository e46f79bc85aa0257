"""The public functions: read, analyze, check."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import IO

from vnreport.check.config import Config
from vnreport.check.decisions import Decisions
from vnreport.check.engine import examine
from vnreport.document import DEFAULT_LAYERS, Document, Finding, UserFacts
from vnreport.pipeline import Pipeline, attach
from vnreport.reading import read as _read
from vnreport.reading import read_text as _read_text

Source = str | os.PathLike[str] | bytes | IO[bytes] | IO[str]


def read(source: Source, *, format: str | None = None, name: str | None = None) -> Document:
    """Read a document from a file, bytes or a file object.

    Parameters
    ----------
    source : str, path, bytes or file object
        A path (``str`` is always a path here), the content itself as bytes, or an open file.
    format : {"txt", "html", "docx"}, optional
        What it is; by default told from the name and the content.
    name : str, optional
        What to call it in ``Document.source``; by default the path.

    Returns
    -------
    Document
        Its layers are computed on first use.

    Raises
    ------
    vnreport.reading.ReadError
        If it cannot be read; the message says why and what to do.

    Examples
    --------
    >>> read(b"UBND qu\\xe1\\xba\\xadn").text
    'UBND quận'
    """
    return attach(_read(source, format=format, name=name))


def analyze(
    source: str | Document,
    *,
    posted: str | date | None = None,
    layers: Sequence[str] | None = None,
    facts: UserFacts | None = None,
) -> Document:
    """Find everything in a text or document.

    Parameters
    ----------
    source : str or Document
        The text itself, or a document from :func:`read`.
    posted : str or date, optional
        When it was posted (ISO 8601), over what the page says.
    layers : sequence of str, optional
        Compute these layers now; by default a layer is computed on first use.
    facts : UserFacts, optional
        Abbreviations, officials and bodies that you know beyond the built-in tables, e.g. ``Config.load().facts``.

    Examples
    --------
    >>> analyze("Ngày 12/11, quận họp.", posted="2018-11-13").dates[0].value
    '2018-11-12'
    """
    doc = attach(source if isinstance(source, Document) else _read_text(source), facts)
    if posted is not None:
        iso = posted.isoformat() if isinstance(posted, date) else date.fromisoformat(posted).isoformat()
        from dataclasses import replace

        doc = doc.replace(meta=replace(doc.meta, posted=iso))
    for name in layers or ():
        doc.layer(name)
    return doc


def check(source: str | os.PathLike[str] | Document, config: Config | None = None, *, posted: str | None = None) -> list[Finding]:
    """What does not fit in a text, a document or a file.

    Parameters
    ----------
    source : str, path or Document
        A ``str`` is the text itself; give a :class:`pathlib.Path` for a file.
    config : Config, optional
        Which rules to run; by default all.
    posted : str, optional
        When it was posted (ISO 8601), over what the page says.

    Examples
    --------
    >>> [f.name for f in check("Hội nghị đã đã kết thúc.")]
    ['doubled-word']
    """
    doc = analyze(source if isinstance(source, str | Document) else read(source), posted=posted)
    config = config or Config()
    return list(Decisions().apply(doc.source, examine(attach(doc, config.facts), config).findings, config)[0])


def analyze_many(
    sources: Iterable[str | os.PathLike[str]],
    *,
    jobs: int | None = None,
    on_error: Callable[[str | os.PathLike[str], Exception], object] | None = None,
) -> Iterator[Document]:
    """Analyse many texts or files; documents come in the order of the sources.

    Parameters
    ----------
    sources : iterable of str or path
        A ``str`` is a text, a :class:`pathlib.Path` a file.
    jobs : int, optional
        Processes; by default one for each core when there are more than a few sources. With 1 everything runs here.
    on_error : callable, optional
        Called with a source that could not be analysed and its exception; the run goes on without it. By default the exception is raised.

    Examples
    --------
    >>> [d.units[0].name for d in analyze_many(["quận Cẩm Lệ", "quận Hải Châu"])]
    ['Cẩm Lệ', 'Hải Châu']
    """
    items = list(sources)
    jobs = jobs or min(os.cpu_count() or 1, 1 + len(items) // 32)
    pool = ProcessPoolExecutor(jobs) if jobs > 1 else None
    with pool or nullcontext():
        for item, done in zip(items, pool.map(_attempt, items, chunksize=8) if pool else map(_attempt, items), strict=True):
            if not isinstance(done, Exception):
                yield Document.from_dict(done, engine=Pipeline())
            elif on_error is None:
                raise done
            else:
                on_error(item, done)


def _attempt(item: str | os.PathLike[str]) -> dict[str, object] | Exception:
    """A source analysed whole, as plain data that can travel between processes; its exception where that failed."""
    try:
        doc = analyze(item) if isinstance(item, str) else analyze(read(Path(item)))
        return doc.to_dict(layers=DEFAULT_LAYERS)
    except Exception as error:
        return error
