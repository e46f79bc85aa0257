"""The abbreviations of many documents, counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from vnreport.abbreviations.definitions import definitions
from vnreport.abbreviations.dictionary import squeeze
from vnreport.document import Document

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ["abbr", "expansion", "count", "documents", "confidence", "source", "defined_in", "defined_as"]


def frame(documents: Iterable[Document]) -> pd.DataFrame:
    """All abbreviations of a corpus as a DataFrame, one row for each form and meaning, the most frequent first.

    Parameters
    ----------
    documents : iterable of Document
        Each is looked at once, so an iterator (``vnreport.analyze_many``) will do.

    Returns
    -------
    pandas.DataFrame
        ``abbr`` as written; ``expansion`` (``None``: the context did not decide); ``count`` of places and of ``documents``; mean ``confidence``;
        ``source``, the commonest one (``definition``, ``dictionary``, ``model``); ``defined_in``, the sources of the documents that define the
        form, and ``defined_as``, what they say it means.

    Examples
    --------
    >>> import vnreport
    >>> docs = [vnreport.analyze("UBND xã họp về giải phóng mặt bằng (GPMB)."), vnreport.analyze("UBND huyện và UBND xã.")]
    >>> frame(docs)[["abbr", "expansion", "count", "documents", "defined_as"]].values.tolist()
    [['UBND', 'Ủy ban nhân dân', 3, 2, ''], ['GPMB', 'giải phóng mặt bằng', 1, 1, 'giải phóng mặt bằng']]
    """
    import pandas as pd

    count: Counter[tuple[str, str | None]] = Counter()
    documents_with: Counter[tuple[str, str | None]] = Counter()
    sure: dict[tuple[str, str | None], float] = defaultdict(float)
    sources: dict[tuple[str, str | None], Counter[str]] = defaultdict(Counter)
    where: dict[str, dict[str, None]] = defaultdict(dict)  # in order, each once
    meant: dict[str, dict[str, None]] = defaultdict(dict)
    for number, doc in enumerate(documents, 1):
        for d in definitions(doc.text):
            where[squeeze(d.abbr)][doc.source or f"#{number}"] = None
            meant[squeeze(d.abbr)][d.expansion] = None
        met = set()
        for a in doc.abbreviations:
            key = a.text, a.expansion
            met.add(key)
            count[key] += 1
            sure[key] += a.confidence
            sources[key][a.source or ""] += 1
        documents_with.update(met)
    rows = [
        (
            key[0], key[1], n, documents_with[key], round(sure[key] / n, 3), sources[key].most_common(1)[0][0],
            "; ".join(where.get(squeeze(key[0]), ())), "; ".join(meant.get(squeeze(key[0]), ())),
        )
        for key, n in sorted(count.items(), key=lambda item: (-item[1], item[0][0], item[0][1] or ""))
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=COLUMNS)
