"""Ministries and departments that ended: named as living bodies in a text of a later day?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from vnreport.document import Document
from vnreport.language.letters import fold
from vnreport.language.matcher import Matcher
from vnreport.resources import rows


@dataclass(frozen=True, slots=True)
class Ended:
    """A body that ended on the day ``until``, and the body that took its work over."""

    name: str
    until: str
    heir: str


@cache
def _table() -> Matcher[Ended]:
    items = []
    for name, short, until, heir in rows("body_changes.tsv"):
        body = Ended(name, until, heir)
        items += [(fold(form), body) for form in (name, *filter(None, short.split("|")))]
    return Matcher(items)


def ended(doc: Document) -> Iterator[tuple[int, int, Ended]]:
    """The places of a document that name a body of the table, as (start, end, body), in text order.

    Examples
    --------
    >>> import vnreport
    >>> [(b.heir, b.until) for _, _, b in ended(vnreport.analyze("Bộ KH&ĐT có văn bản trả lời."))]
    [('Bộ Tài chính', '2025-03-01')]
    """
    return _table().longest(doc.layer("scan").folded)
