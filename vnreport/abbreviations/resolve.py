"""What an abbreviation means here: the document's definition, its place in a document number, the genre's positions, its neighbours, the prior."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from vnreport import resources
from vnreport.abbreviations.definitions import Definition
from vnreport.abbreviations.dictionary import Reading, lookup, squeeze
from vnreport.abbreviations.find import Form
from vnreport.abbreviations.numbers import KINDS
from vnreport.document import Abbreviation
from vnreport.language.letters import fold
from vnreport.language.scan import Scan

ENOUGH = 0.5
"""Below this confidence the readings are given as candidates and none is chosen."""

_CUE = {"before": 1.2, "after": 1.2, "near": 0.4}  # what a neighbour adds to the prior of a reading
_KIND_WORD = re.compile(
    r"(quyết định|quy định|thông tư liên tịch|thông tư|thông tri|tờ trình|chỉ thị|chương trình|công điện|hợp đồng|hướng dẫn)\s+(?:số\s*)?$"
)
_SIGNATURE = {"KT": "ký thay", "TM": "thay mặt", "TL": "thừa lệnh", "TUQ": "thừa ủy quyền", "Q": "quyền"}
_CENTRAL_CITIES = ("hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "tphcm", "tp.hcm", "thành phố huế")


@cache
def _cues() -> dict[str, tuple[tuple[str, str, tuple[str, ...]], ...]]:
    out: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    for abbr, expansion, place, words in resources.rows("abbreviation_cues.tsv"):
        out.setdefault(abbr, []).append((expansion, place, tuple(words.split("|"))))
    return {abbr: tuple(rows) for abbr, rows in out.items()}


class Resolver:
    """Resolves the abbreviations of one text."""

    def __init__(self, scan: Scan, defined: Sequence[Definition]) -> None:
        self.scan = scan
        self.defined: dict[str, list[Definition]] = {}
        for d in defined:
            self.defined.setdefault(squeeze(d.abbr), []).append(d)
        city, province = scan.folded.count("thành ủy"), scan.folded.count("tỉnh ủy")
        central = any(c in scan.folded for c in _CENTRAL_CITIES) and "tỉnh" not in scan.folded
        self._city_party = city > province or (city == province and central)

    def resolve(self, form: Form) -> Abbreviation:
        """The abbreviation at ``form`` with its meaning, or its candidates."""
        if form.number is not None:
            return self._code(form)
        if defined := self.defined.get(squeeze(form.text)):
            d = defined[max(0, bisect_right(defined, form.start, key=attrgetter("start")) - 1)]
            return Abbreviation(form.start, form.end, self._written(form), _usual_case(form.text, d.expansion), "definition", 0.98)
        return self._choice(form, self._scored(form))

    def _written(self, form: Form) -> str:
        """The form as it stands: a number may be broken over a line ("NĐ-" and "CP")."""
        return self.scan.text[form.start : form.end]

    def _code(self, form: Form) -> Abbreviation:
        readings = lookup(form.text)
        if form.text == "TU":
            name = "Thành ủy" if self._city_party else "Tỉnh ủy"
            return Abbreviation(form.start, form.end, self._written(form), name, "dictionary", 0.8, ("Tỉnh ủy", "Thành ủy"))
        if form.index == 0 and form.text in KINDS:
            assert form.number is not None
            said = _KIND_WORD.search(self.scan.folded, max(0, form.number.start - 24), form.number.start)
            named = next((r.expansion for r in readings if said and fold(r.expansion) == said[1]), KINDS[form.text])
            return Abbreviation(form.start, form.end, self._written(form), named[0].upper() + named[1:], "dictionary", 0.97)
        kind = fold(KINDS.get(form.text, ""))
        bodies = [r for r in readings if fold(r.expansion) != kind and r.domain != "sign"] or list(readings)
        offices = [r for r in bodies if r.domain == "office"]
        if form.index > 0 and offices:
            bodies = offices
        if not bodies:
            return Abbreviation(form.start, form.end, self._written(form), None, None, 0.0)
        return self._choice(form, [(r, r.prior) for r in bodies], bonus=0.3)

    def _scored(self, form: Form) -> list[tuple[Reading, float]]:
        readings = lookup(form.text)
        if (signed := self._signature(form)) is not None:
            return [(Reading(signed, "sign", 1.0, 2), 1.0)]
        if form.text == "TU":
            return [(r, 0.9 if (r.expansion == "Thành ủy") == self._city_party else 0.1) for r in readings]
        if len(readings) < 2:
            return [(r, r.prior) for r in readings]
        scores = {r.expansion: r.prior for r in readings}
        shaped: list[str] = []
        named = False
        for expansion, place, words in _cues().get(form.text, ()):
            if expansion in scores and (met := self._meets(form, place, words)):
                if met in ("NAME", "PLACE"):
                    shaped.append(expansion)
                else:
                    scores[expansion] += _CUE[place]
                    named |= place == "after"
        for expansion in () if named else shaped:  # "TP Nội vụ": a known word after it says more than its capital
            scores[expansion] += _CUE["after"]
        return [(r, scores[r.expansion]) for r in readings]

    def _choice(self, form: Form, scored: list[tuple[Reading, float]], bonus: float = 0.0) -> Abbreviation:
        if not scored:
            return Abbreviation(form.start, form.end, self._written(form), None, None, 0.0)
        ranked = sorted(scored, key=lambda item: -item[1])
        total = sum(s for _, s in ranked)
        best, score = ranked[0]
        confidence = min(0.97, (score / total if len(ranked) > 1 else best.prior * 0.97) + (bonus if len(ranked) > 1 else 0.0))
        candidates = tuple(r.expansion for r, _ in ranked) if len(ranked) > 1 else ()
        # a tie that neither prior nor neighbours break is no meaning
        clear = len(ranked) == 1 or score >= 1.5 * ranked[1][1]
        chosen = best.expansion if clear and confidence >= (ENOUGH if len(ranked) > 1 and score < 0.7 else 0.3) else None
        return Abbreviation(form.start, form.end, self._written(form), chosen, "dictionary" if chosen else None, round(confidence, 3), candidates)

    def _signature(self, form: Form) -> str | None:
        """ "KT. CHỦ TỊCH": only before a title in capitals, or at the start of a line with its dot."""
        name = form.text.rstrip(".")
        if name not in _SIGNATURE:
            return None
        text = self.scan.text
        line_start = text[text.rfind("\n", 0, form.start) + 1 : form.start].strip() == ""
        dotted = form.text.endswith(".") or text[form.end : form.end + 1] == "."
        i = self.scan.at(form.end)
        while i < len(self.scan) and self.scan.words[i] == ".":
            i += 1
        capitals = i < len(self.scan) and self.scan.shapes[i] == "U"
        if dotted and capitals and (line_start or name != "Q"):
            return _SIGNATURE[name]
        return None

    def _meets(self, form: Form, place: str, words: tuple[str, ...]) -> str | None:
        """Which of the cue's words stands there."""
        folded = self.scan.folded
        if place == "near":
            around = folded[max(0, form.start - 150) : form.end + 150]
            return next((w for w in words if w in around), None)
        if place == "before":
            left = folded[max(0, form.start - 24) : form.start].rstrip()
            return next((w for w in words if left.endswith(w) and not left[: -len(w)][-1:].isalnum()), None)
        right = folded[form.end : form.end + 24].lstrip(" .")
        for w in words:
            if w == "NUMBER":
                if right[:1].isdigit() or right.startswith("số "):
                    return w
            elif w in ("NAME", "PLACE"):
                i = self.scan.at(form.end)
                while i < len(self.scan) and self.scan.words[i] == ".":
                    i += 1
                near = i < len(self.scan) and self.scan.starts[i] - form.end < 3
                if near and self.scan.shapes[i] == "C" and (w == "PLACE" or self.scan.shapes[i + 1 : i + 2] == "C"):
                    return w
            elif right.startswith(w) and not right[len(w) : len(w) + 1].isalnum():
                return w
        return None


def _usual_case(abbr: str, expansion: str) -> str:
    """The dictionary's spelling of the same phrase: a definition may stand at the start of a sentence or in capitals."""
    for r in lookup(abbr):
        if fold(r.expansion) == fold(expansion):
            return r.expansion
    return expansion.lower() if expansion.isupper() else expansion
