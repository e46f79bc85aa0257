"""Linking mentions to the gazetteer: which of the namesakes is meant.

Evidence, the strongest first: the parent written beside the mention, a parent named earlier in the sentence, a unit of that name already
identified in the text, the level, what was alive at the date of the document, the province the text is about. What stays undecided keeps
its candidates and no code.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict

from vnreport.document import Document, Unit
from vnreport.language.letters import bare, fold
from vnreport.units.cues import abroad
from vnreport.units.gazetteer import REFORM, TIERS, Gazetteer, State
from vnreport.units.mentions import HIGHLAND, Mention

_YEAR = re.compile(r"(?<![\d/.-])(?:20[0-4]\d)(?!\d)|(?<=/)20[0-4]\d(?!\d)")
_PAST = re.compile(
    r"\bcũ\b|trước đây|nguyên là|tiền thân|sáp nhập|sát nhập|hợp nhất|chia tách|tách (?:ra )?từ|trên cơ sở|hình thành từ|nhập vào|trước khi"
)


_TO_PARENT = re.compile(r"\s*(?:[,(\-–]|,?\s*(?:thuộc|của|ở|tại)|\(\s*thuộc)?\s*(?:địa bàn\s*)?")


def day_of(doc: Document) -> tuple[str, bool]:
    """The day by which units are judged, and whether the document gives it.

    Without a posting date the latest year that the text names decides which list of units applies.
    """
    if doc.meta.posted:
        return doc.meta.posted, True
    years = [int(y) for y in _YEAR.findall(doc.text)]
    recent = [y for y in years if y <= 2026]
    last = max(recent) if recent else 2024
    return (f"{last}-12-31" if last != 2025 else "2025-06-30"), False


def _spelt_otherwise(written: str, official: str) -> bool:
    """Whether both spellings of a name are right: those of the highlands vary in marks, others in i and y ("Quy Nhơn", "Qui Nhơn")."""
    a, b = (bare(name).replace("'", "").replace("’", "") for name in (written, official))
    if fold(written) == fold(official) or len(written) < 3:
        return False
    return (a == b and fold(official).split()[0] in HIGHLAND) or (a != b and a.replace("y", "i") == b.replace("y", "i"))


class Linker:
    """Resolves the mentions of one document."""

    def __init__(self, doc: Document, gazetteer: Gazetteer, mentions: list[Mention], day: str) -> None:
        self.doc, self.g, self.day, self.mentions = doc, gazetteer, day, mentions
        self._chains: dict[tuple[str, str, str], tuple[str, ...]] = {}
        self._breaks = [s.start for s in doc.sentences]
        self.provinces: Counter[str] = Counter()
        self.districts: Counter[str] = Counter()
        self.named: dict[str, Counter[str]] = defaultdict(Counter)
        self.chosen: list[State | None] = [None] * len(mentions)
        self.tied: list[list[State]] = [[] for _ in mentions]

    def chain(self, state: State) -> tuple[str, ...]:
        """Codes of the units above a state."""
        k = (state.code, state.valid_from, state.parent)
        if k not in self._chains:
            self._chains[k] = tuple(self.g.chain(state, self.day)[1:])
        return self._chains[k]

    def sentence(self, position: int) -> int:
        """Number of the sentence at a position."""
        return bisect_right(self._breaks, position)

    def run(self, passes: int = 2) -> None:
        """Choose a state for every mention: once by each mention's own evidence, then with the text's."""
        evidence = self._evidence()
        for _ in range(passes):
            totals = sum(self.provinces.values()), sum(self.districts.values())
            provinces, districts, named = Counter[str](), Counter[str](), defaultdict[str, Counter[str]](Counter)
            chosen: list[State | None] = []
            for n, mention in enumerate(self.mentions):
                state, self.tied[n] = self._choose(mention, evidence[n], chosen, totals)
                chosen.append(state)
                if state is None:
                    continue
                weight = 3 if n == 0 or mention.start < 300 else 1
                chain = self.chain(state)
                provinces[chain[-1] if chain else state.code] += weight
                if state.tier == 2:
                    districts[state.code] += weight
                elif state.tier == 3 and len(chain) == 2:
                    districts[chain[0]] += 1
                if mention.level and mention.key:
                    named[mention.key][state.code] += 1
            self.provinces, self.districts, self.named, self.chosen = provinces, districts, named, chosen

    def _evidence(self) -> list[tuple[set[str], list[int], bool]]:
        """For each mention: codes named right after it as its parent, mentions before it in its sentence, and whether the past is meant."""
        hints = self._hints()
        sentences = [self.sentence(m.start) for m in self.mentions]
        out = []
        for n, mention in enumerate(self.mentions):
            above: set[str] = set()
            hint, steps = hints[n], 0
            lowest = max(TIERS.get(mention.level or "", (3,)))  # what is said to be a huyện lies in no other huyện
            while hint is not None and steps < 3:
                said = TIERS.get(self.mentions[hint].level or "", (1, 2))
                above.update(s.code for s in self.mentions[hint].states if s.tier < lowest and s.tier in said)
                hint, steps = hints[hint], steps + 1
            before = [m for m in range(n - 1, max(-1, n - 8), -1) if sentences[m] == sentences[n]]
            out.append((above, before, bool(_PAST.search(self.doc.text, max(0, mention.start - 90), mention.end + 60))))
        return out

    def _hints(self) -> list[int | None]:
        """For each mention, the index of the mention right after it that may name its parent."""
        out: list[int | None] = []
        text = self.doc.text
        for n, mention in enumerate(self.mentions):
            m = n + 1
            while m < len(self.mentions) and self.mentions[m].group == mention.group and mention.group >= 0:
                m += 1
            last = self.mentions[m - 1]
            following = self.mentions[m] if m < len(self.mentions) else None
            gap = text[last.end : following.start] if following else None
            out.append(m if gap is not None and len(gap) <= 24 and _TO_PARENT.fullmatch(gap) else None)
        return out

    def _choose(
        self, mention: Mention, evidence: tuple[set[str], list[int], bool], chosen: list[State | None], totals: tuple[int, int]
    ) -> tuple[State | None, list[State]]:
        if not mention.states:
            return None, []
        above, indices, past = evidence
        before = [other for m in indices if (other := chosen[m]) is not None and other.tier < 3]
        best: dict[str, tuple[float, State]] = {}
        for state in mention.states:
            score = self._score(mention, state, above, before, past, totals)
            if state.code not in best or score > best[state.code][0]:
                best[state.code] = (score, state)
        top = max(score for score, _ in best.values())
        rivals = [state for score, state in best.values() if score > top - 0.5]
        return (None, rivals) if len(rivals) > 1 else (rivals[0], [])

    def _score(self, mention: Mention, state: State, above: set[str], before: list[State], past: bool, totals: tuple[int, int]) -> float:
        score = 0.0
        levels = (mention.level,) if mention.level else mention.hints
        if levels:
            if state.level in levels:
                score += 10 if mention.first < mention.name else 6 + (mention.level is None and state.tier == 1)
            elif any(state.tier in TIERS.get(x, ()) for x in levels if x):
                score += 2
            else:
                score -= 6
        else:
            score += {1: 8, 2: 3, 3: 0}[state.tier]
        chain = self.chain(state)
        if not levels and len(chain) == 2 and any(s.code == chain[0] for s in mention.states):
            score -= 6  # a seat named like its district: the district is meant
        if above and chain:
            score += 12 if above & set(chain) else -3
        if not mention.level and self.named[mention.key or ""][state.code]:
            whole = any(s.tier == 1 and s.alive(self.day) for s in mention.states)  # "Thái Nguyên" is the province, not its city
            score += 5 if state.tier == 1 or not whole else 0
        for k, other in enumerate(before):
            if other.code in chain and other.name != state.name:
                score += max(6 - k, 3)
                break
        if state.alive(self.day):
            score += 2 if past else 6
        elif state.valid_to and state.valid_to <= self.day:
            score += 3 if past else (1 if self.day >= REFORM and state.valid_to == REFORM else 0)
        top = chain[-1] if chain else state.code
        if self.provinces[top]:
            score += 2 + 2 * self.provinces[top] / totals[0]
        if len(chain) == 2 and self.districts[chain[0]]:
            score += 2 + 2 * self.districts[chain[0]] / totals[1]
        return score

    def units(self, dated: bool) -> tuple[Unit, ...]:
        """The layer."""
        out = []
        hints = self._hints()
        for n, (mention, state, tied) in enumerate(zip(self.mentions, self.chosen, self.tied, strict=True)):
            misspelt = mention.level in ("tỉnh", "thành phố", "quận", "thị xã")  # strange ones are found only where near a known name
            if not mention.states and ((not self.provinces and not misspelt) or abroad(self.doc, mention)):
                continue  # a strange name in a text about other countries
            text = self.doc.text[mention.start : mention.end]
            candidates: tuple[str, ...] = ()
            code = province = None
            status = "unknown"
            name = self._written(mention)
            pool = [state] if state else tied
            if pool:
                names = {s.name for s in pool}
                official = names.pop() if len(names) == 1 else name
                name = name if official.startswith("Nông trường") or (pool[0].tier > 1 and _spelt_otherwise(name, official)) else official
                tops = {self.g.province(s, self.day).name for s in pool}
                province = tops.pop() if len(tops) == 1 else None
            if state:
                code = None if state.code.startswith("x") else state.code
                if dated:
                    status = "current" if state.alive(self.day) else "former" if state.valid_to and state.valid_to <= self.day else "future"
            else:
                candidates = tuple(s.code for s in tied[:12])
                if not mention.states and self.provinces:
                    province = self._around(n, hints[n])
            out.append(Unit(mention.start, mention.end, text, mention.level, name, code, province, status, candidates))
        return tuple(out)

    def _around(self, n: int, hint: int | None) -> str | None:
        """The province of a name that the gazetteer lacks: of its parent, of the units before it in the sentence, or of the whole text."""
        here = self.sentence(self.mentions[n].start)
        beside = [hint] if hint is not None else []
        beside += [m for m in range(n - 1, max(-1, n - 4), -1) if self.sentence(self.mentions[m].start) == here]
        for m in beside:
            if state := self.chosen[m]:
                return self.g.province(state, self.day).name
        code, count = self.provinces.most_common(1)[0]
        top = self.g.at(code, self.day)
        return top.name if top and count * 3 > sum(self.provinces.values()) * 2 else None

    def _written(self, mention: Mention) -> str:
        """The name as written, capitals as in a name."""
        scan = self.doc.layer("scan")
        start = scan.starts[mention.name]
        name = " ".join(self.doc.text[start : mention.end].split())
        return " ".join(w[:1].upper() + w[1:].lower() if w.isupper() or w.islower() else w for w in name.split(" "))
