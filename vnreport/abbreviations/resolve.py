"""What an abbreviation means here: the document's definition, its place in a document number, the genre's positions, the trained model."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from vnreport.abbreviations.chooser import chooser
from vnreport.abbreviations.context import Context
from vnreport.abbreviations.definitions import Definition
from vnreport.abbreviations.dictionary import Dictionary, Reading, squeeze, standard
from vnreport.abbreviations.find import Form
from vnreport.abbreviations.numbers import KINDS
from vnreport.abbreviations.positions import city_party, fixed, free
from vnreport.document import Abbreviation
from vnreport.language.letters import fold
from vnreport.language.scan import Scan

ENOUGH = 0.35
"""Below this confidence the readings of an ambiguous abbreviation are given as candidates and none is chosen."""

_KIND_WORD = re.compile(
    r"(quyết định|quy định|thông tư liên tịch|thông tư|thông tri|tờ trình|chỉ thị|chương trình|công điện|hợp đồng|hướng dẫn)\s+(?:số\s*)?$"
)
_SEARCHED = 200_000  # characters in which a reading is looked for spelled out


class Resolver:
    """Resolves the abbreviations of one text."""

    def __init__(self, scan: Scan, defined: Sequence[Definition], dictionary: Dictionary | None = None, year: int | None = None) -> None:
        self.scan = scan
        self.dictionary = dictionary or standard()
        self.year = year
        self.defined: dict[str, list[Definition]] = {}
        for d in defined:
            self.defined.setdefault(squeeze(d.abbr), []).append(d)
        self._city_party: bool | None = None
        self._spelled: dict[str, bool] = {}

    def resolve(self, form: Form) -> Abbreviation:
        """The abbreviation at ``form`` with its meaning, or its candidates."""
        if form.number is not None:
            return self._code(form)
        if defined := self.defined.get(squeeze(form.text)):
            d = defined[max(0, bisect_right(defined, form.start, key=attrgetter("start")) - 1)]
            return self._one(form, self._usual(form.text, d.expansion), "definition", 0.98)
        if name := fixed(self.scan, form.start, form.end):
            return self._one(form, name, "dictionary", 0.97)
        readings = free(self.dictionary.lookup(form.text))
        if form.text == "TU":
            return self._party(form)
        if len(readings) == 1:
            sure = readings[0].prior * 0.97
            return self._one(form, readings[0].expansion, "dictionary", round(sure, 3))
        return self._chosen(form, readings)

    def _one(self, form: Form, expansion: str | None, source: str | None, confidence: float, candidates: tuple[str, ...] = ()) -> Abbreviation:
        """The text is what stands there: a number may be broken over a line ("NĐ-" and "CP")."""
        return Abbreviation(form.start, form.end, self.scan.text[form.start : form.end], expansion, source, confidence, candidates)

    def _party(self, form: Form) -> Abbreviation:
        if self._city_party is None:
            self._city_party = city_party(self.scan)
        names = ("Thành ủy", "Tỉnh ủy") if self._city_party else ("Tỉnh ủy", "Thành ủy")
        return self._one(form, names[0], "dictionary", 0.8, names)

    def _code(self, form: Form) -> Abbreviation:
        """A code of a document number: the kind first, then bodies and offices."""
        readings = self.dictionary.lookup(form.text)
        if form.text == "TU":
            return self._party(form)
        assert form.number is not None
        if form.index == 0 and form.text in KINDS and not form.number.of_court:
            said = _KIND_WORD.search(self.scan.folded, max(0, form.number.start - 24), form.number.start)
            named = next((r.expansion for r in readings if said and fold(r.expansion) == said[1]), KINDS[form.text])
            return self._one(form, named[0].upper() + named[1:], "dictionary", 0.97)
        if told := form.number.body(form.text, form.index):
            return self._one(form, told, "dictionary", 0.95)
        kind = fold(KINDS.get(form.text, ""))
        bodies = [r for r in readings if fold(r.expansion) != kind and r.domain != "sign"] or list(readings)
        offices = [r for r in bodies if r.domain == "office"]
        if form.index > 0 and offices:
            bodies = offices
        if not bodies:
            return self._one(form, None, None, 0.0)
        bodies = self._alive(bodies)
        bodies = [r for r in bodies if len(bodies) > 1 and self.spelled(r)] or bodies
        total = sum(r.prior for r in bodies)
        best = max(bodies, key=lambda r: r.prior)
        sure = best.prior * 0.97 if len(bodies) == 1 else min(0.97, best.prior / total + 0.3)
        candidates = tuple(r.expansion for r in bodies) if len(bodies) > 1 else ()
        chosen = best.expansion if len(bodies) == 1 or best.prior >= 0.4 * total else None
        return self._one(form, chosen, "dictionary" if chosen else None, round(sure, 3), candidates)

    def _alive(self, readings: Sequence[Reading]) -> list[Reading]:
        """The readings without those of bodies that did not exist when the document was posted; all where nothing remains."""
        year = self.year
        return [r for r in readings if year is None or not r.era or r.lives(year)] or list(readings)

    def _chosen(self, form: Form, readings: Sequence[Reading]) -> Abbreviation:
        """The reading that the model finds likeliest, if it is sure enough."""
        if not readings:
            return self._one(form, None, None, 0.0)
        readings = self._alive(readings)
        context = Context(self.scan, form.start, form.end)
        shares = chooser().shares(context, readings, [self.spelled(r) for r in readings])
        ranked = sorted(zip(shares, readings, strict=True), key=lambda item: -item[0])
        share, best = ranked[0]
        chosen = best.expansion if share >= ENOUGH else None
        return self._one(form, chosen, "model" if chosen else None, round(min(share, 0.99), 3), tuple(r.expansion for _, r in ranked))

    def spelled(self, reading: Reading) -> bool:
        """Whether the text spells the reading out somewhere."""
        if (found := self._spelled.get(reading.expansion)) is None:
            found = self._spelled[reading.expansion] = self.scan.folded.find(fold(reading.expansion), 0, _SEARCHED) >= 0
        return found

    def _usual(self, abbr: str, expansion: str) -> str:
        """The dictionary's spelling of the same phrase: a definition may stand at the start of a sentence, in capitals, or hold abbreviations."""
        words = [r[0].expansion if w.isupper() and len(w) > 1 and len(r := self.dictionary.lookup(w)) == 1 else w for w in expansion.split(" ")]
        if not expansion.isupper():
            expansion = " ".join(words)
        for reading in self.dictionary.lookup(abbr):
            if fold(reading.expansion) == fold(expansion):
                return reading.expansion
        return expansion.lower() if expansion.isupper() else expansion
