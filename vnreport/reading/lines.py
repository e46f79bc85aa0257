"""Lines of a text with their places, white space around them left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnreport.language.letters import LOWER, UPPER, fold

_LINE = re.compile(r"\S[^\n]*")
_END = re.compile(r"[.;!?,]['\"”’)\]]*$|/\.$")
_SYLLABLE = rf"(?:[{UPPER}]['’])?[{UPPER}](?:[{LOWER}]|['’](?=[{LOWER}])){{0,8}}"
NAME = rf"{_SYLLABLE}(?:[ \xa0]{_SYLLABLE}){{1,4}}"
"""Inside of a pattern: two to five capitalised syllables."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty."""

    start: int
    end: int
    text: str

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence or a clause does."""
        return _END.search(self.text) is not None


def lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not empty."""
    out = []
    for m in _LINE.finditer(text):
        body = m[0].rstrip()
        out.append(Line(m.start(), m.start() + len(body), body))
    return out


def key(text: str) -> str:
    """A text for comparing: folded, without punctuation, single spaces."""
    return " ".join(re.sub(r"[^\w\s]", " ", fold(text)).split())
