"""Amounts in figures with the words of them in brackets: "486.000.000 đồng (Bốn trăm tám mươi sáu triệu đồng)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnreport.document import Document
from vnreport.language.numbers import spelled
from vnreport.quantities.find import Written

_WORD = (
    r"(?:không|linh|lẻ|một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|nghìn|ngàn|triệu|tỷ|tỉ|chục)"
)
_WORDS = re.compile(rf"\s?\((?:bằng chữ:? |viết bằng chữ:? |số tiền bằng chữ:? )?(?P<words>{_WORD}(?:,? {_WORD})*)\b(?P<unit>[^()\d]{{0,40}})\)")


def worded(doc: Document) -> Iterator[tuple[Written, tuple[int, int], int]]:
    """Numbers in figures, the place of their words, and what the words say."""
    folded = doc.layer("scan").folded
    for w in doc.layer("numbers"):
        if w.of is not None or w.decimals or folded[w.end : w.end + 2].strip()[:1] != "(":
            continue
        m = _WORDS.match(folded, w.end)
        if m is None or (m["unit"].strip() and w.noun is not None and m["unit"].split()[0].strip(".,/") != w.noun.split()[0]):
            continue
        value = spelled(m["words"].replace(",", ""))
        if value is not None:
            yield w, m.span("words"), value
