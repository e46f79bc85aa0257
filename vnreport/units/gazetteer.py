"""The gazetteer: every unit with its states through time, from ``data/units.tsv``.

A *state* is what a unit was for a while: level, name and parent. A code of the General Statistics Office is an identity that outlives
upgrades and renames, so a code and a date give a state; a code alone does not.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from vnreport.language.letters import bare, fold
from vnreport.resources import rows

if TYPE_CHECKING:
    import pandas as pd

TIERS: dict[str, tuple[int, ...]] = {
    "tỉnh": (1,), "thành phố": (1, 2), "quận": (2,), "huyện": (2,), "thị xã": (2,), "phường": (3,), "xã": (3,), "thị trấn": (3,),
    "đặc khu": (3,),
}  # fmt: skip
"""Level -> the tiers it occurs in (1 province, 2 district, 3 commune)."""

REFORM = "2025-07-01"
"""First day without districts (Law 72/2025/QH15 on local government)."""

ALIASES = {
    "Bà Rịa Vũng Tàu": "77", "BR - VT": "77",
    "BRVT": "77", "Thừa Thiên - Huế": "46", "TT - Huế": "46", "TT Huế": "46", "Hồ Chí Minh": "79", "HCM": "79",
    "TPHCM": "79", "Đắc Lắc": "66", "Đắk Lăk": "66", "Đăk Lăk": "66", "Đăk Lắk": "66", "Đắc Lắk": "66", "Đak Lak": "66", "Daklak": "66",
    "Đaklak": "66", "Đắc Nông": "67", "Đăk Nông": "67", "Đak Nông": "67", "Kontum": "62", "Kon Tom": "62", "Bắc Cạn": "06",
    "Qui Nhơn": "540", "Sapa": "088", "Buôn Mê Thuột": "643", "Ban Mê Thuột": "643", "Plei Ku": "622", "Phan Rang": "582",
    "Phan Rang Tháp Chàm": "582", "Đa Krông": "467", "Krông Pắk": "654", "Krông Păk": "654", "Đăk Glong": "661", "Gia Lai Kon Tum": "x15",
    "Quảng Nam Đà Nẵng": "x02", "Quảng Đà": "x02",
}  # fmt: skip
"""Other spellings of names -> code."""

_LIKELY = {"2019-05-11": "2020-02-01", "2022-10-02": "2024-11-01"}
"""Start of a gap between two lists -> when most of its changes took effect: which of two possible states is taken."""

_HIGHLAND = ("đắk", "đăk", "đắc", "đak", "dak")
"""Spellings of one first syllable."""

_Y, _I = re.compile(r"\b(?:qu|[klmhts])[yýỳỷỹỵ]\b"), re.compile(r"\b(?:qu|[klmhts])[iíìỉĩị]\b")
_Y_TO_I = {ord(y): i for y, i in zip("yýỳỷỹỵ", "iíìỉĩị", strict=True)}
_I_TO_Y = {ord(i): y for y, i in zip("yýỳỷỹỵ", "iíìỉĩị", strict=True)}
"""The letters y and i at the end of a syllable, which are written one for the other."""

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6"}


class State(NamedTuple):
    """One row of the table: what a unit was from ``valid_from`` until before ``valid_to`` (empty: open)."""

    tier: int
    code: str
    level: str
    name: str
    parent: str
    valid_from: str
    valid_to: str
    certainty: str
    successors: str
    predecessors: str

    def alive(self, on: str) -> bool:
        """Whether the state may hold on the ISO date ``on``."""
        return self.valid_from <= on and (not self.valid_to or on < self.valid_to)


def key(name: str) -> str:
    """The form of a name under which it is found: folded, hyphens as words of their own.

    Examples
    --------
    >>> key("Bà Rịa – Vũng Tàu"), key("Ea H’leo")
    ('bà rịa - vũng tàu', "ea h'leo")
    """
    return " ".join(fold(name).replace("-", " - ").split())


class Gazetteer:
    """All states, with the indexes that looking them up needs."""

    def __init__(self) -> None:
        self.states: list[State] = []
        self.by_code: dict[str, list[State]] = defaultdict(list)
        self.by_key: dict[str, list[State]] = defaultdict(list)
        for row in rows("units.tsv"):
            state = State(int(row[0]), row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8], row[9])
            self.states.append(state)
            self.by_code[state.code].append(state)
        keys = fold("\n".join(s.name for s in self.states)).replace("-", " - ").replace("  ", " ").split("\n")
        for name, state in zip(keys, self.states, strict=True):
            self.by_key[name].append(state)
        for name, code in ALIASES.items():
            self.by_key[key(name)] += [s for s in self.by_code[code] if s not in self.by_key[key(name)]]
        for name in list(self.by_key):
            first, _, rest = name.partition(" ")
            if rest and first in _HIGHLAND:
                spellings = [f"{variant} {rest}" for variant in _HIGHLAND]
                states = list(dict.fromkeys(s for k in spellings for s in self.by_key.get(k, ())))
                self.by_key.update((k, states) for k in spellings)
            if name.startswith("nông trường "):
                self.by_key[name[12:]] += self.by_key[name]
            head, _, last = name.rpartition(" ")
            if head and last in _ROMAN:  # "Hải Châu 1" for "Hải Châu I"
                self.by_key[f"{head} {_ROMAN[last]}"] += self.by_key[name]
        written = "\n".join(self.by_key) + "\n"
        for pattern, letters in ((_Y, _Y_TO_I), (_I, _I_TO_Y)):  # "Qui Nhơn", "Phú Quý", "Mĩ Đức"
            for name in {written[written.rfind("\n", 0, m.start()) + 1 : written.find("\n", m.end())] for m in pattern.finditer(written)}:
                other = pattern.sub(partial(_respell, letters), name)
                if other != name:
                    self.by_key[other] = list(dict.fromkeys(self.by_key.get(other, []) + self.by_key[name]))
        self.longest: dict[str, int] = {}
        for name in self.by_key:
            words = name.split(" ")
            self.longest[words[0]] = max(self.longest.get(words[0], 0), len(words))
        self._loose: dict[str, list[str]] | None = None

    def loose(self, name: str) -> list[str]:
        """Keys of the names that equal ``name`` without diacritics, spaces and apostrophes."""
        if self._loose is None:
            self._loose = defaultdict(list)
            for other in self.by_key:
                self._loose[_loose(other)].append(other)
        return self._loose.get(_loose(name), [])

    def near(self, name: str, levels: Iterable[str], letters: bool = False) -> list[str]:
        """Names of provinces and districts of these levels that ``name`` misses by tone marks or, unless all ``letters`` must be right, by one
        letter."""
        plain = bare(name)
        others = [plain] if letters else dict.fromkeys([*self._ends[0].get(plain[:2], ()), *self._ends[1].get(plain[-2:], ())])
        return [
            other for key in others if abs(len(key) - len(plain)) < 2
            for level, other in self._upper.get(key, ()) if level in levels and close(name, other)
        ]  # fmt: skip

    @cached_property
    def _upper(self) -> dict[str, list[tuple[str, str]]]:
        """Levels and names of provinces and districts, by the name without diacritics."""
        out: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for level, name in sorted({(s.level, s.name) for s in takewhile(lambda s: s.tier < 3, self.states) if not s.name.isdigit()}):
            out[bare(name)].append((level, name))
        return out

    @cached_property
    def _ends(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """Keys of ``_upper`` by their first and by their last two letters: one letter wrong leaves one of the ends as it is."""
        first: dict[str, list[str]] = defaultdict(list)
        last: dict[str, list[str]] = defaultdict(list)
        for key in self._upper:
            first[key[:2]].append(key)
            last[key[-2:]].append(key)
        return first, last

    def at(self, code: str, on: str) -> State | None:
        """The state of a code on a date; the nearest one before or after where it was not alive then."""
        states = self.by_code.get(code)
        if not states:
            return None
        alive = [s for s in states if s.alive(on)]
        if alive:
            newest = alive[-1]
            return newest if on >= _LIKELY.get(newest.valid_from, "") else alive[0]
        return next((s for s in reversed(states) if s.valid_to and s.valid_to <= on), states[0])

    def parent(self, state: State, on: str | None = None) -> State | None:
        """The unit above, as it was on ``on`` (or at the end of the state, if that came before)."""
        return self.at(state.parent, self._within(state, on)) if state.parent else None

    def province(self, state: State, on: str | None = None) -> State:
        """The province or central city of a state; its own former one where it no longer exists."""
        day = self._within(state, on)
        while state.parent:
            above = self.at(state.parent, day)
            if above is None:
                break
            state = above
        return state

    def chain(self, state: State, on: str | None = None) -> list[str]:
        """The codes of the state and of the units above it."""
        day, out = self._within(state, on), [state.code]
        above = self.at(state.parent, day) if state.parent else None
        while above is not None:
            out.append(above.code)
            above = self.at(above.parent, day) if above.parent else None
        return out

    @staticmethod
    def _within(state: State, on: str | None) -> str:
        """``on`` moved into the life of the state."""
        if on is None or (state.valid_to and on >= state.valid_to):
            if not state.valid_to:
                return on or dt.date.today().isoformat()
            return shift(state.valid_to, -1)
        return max(on, state.valid_from)

    def children(self, code: str, on: str) -> Iterator[State]:
        """The units right below a code on a date."""
        if self._children is None:
            self._children = sorted((s for s in self.states if s.parent), key=lambda s: s.parent)
        i = bisect_left(self._children, code, key=lambda s: s.parent)
        while i < len(self._children) and self._children[i].parent == code:
            if self._children[i].alive(on):
                yield self._children[i]
            i += 1

    _children: list[State] | None = None


@cache
def shift(day: str, days: int) -> str:
    """The ISO date some days later, or earlier; the first or last day that the calendar has where that lies beyond it.

    Examples
    --------
    >>> shift("2025-07-01", -1), shift("9999-12-31", 183)
    ('2025-06-30', '9999-12-31')
    """
    ordinal = dt.date.fromisoformat(day).toordinal() + days
    return dt.date.fromordinal(min(max(ordinal, 1), dt.date.max.toordinal())).isoformat()


def close(a: str, b: str) -> bool:
    """Whether two names differ in tone marks and diacritics only, or in one letter.

    Examples
    --------
    >>> close("Quãng Ngãi", "Quảng Ngãi"), close("Điện Bàng", "Điện Bàn"), close("Hà Nam", "Hà Nội")
    (True, True, False)
    """
    x, y = bare(a).replace("'", "").replace("’", ""), bare(b).replace("'", "").replace("’", "")
    if x == y:
        return fold(a).replace("’", "'") != fold(b)
    if min(len(x), len(y)) < 5 or abs(len(x) - len(y)) > 1 or x.count(" ") != y.count(" "):
        return False
    i = next((k for k, (p, q) in enumerate(zip(x, y, strict=False)) if p != q), min(len(x), len(y)))
    return x[i + 1 :] == y[i + 1 :] or x[i + 1 :] == y[i:] or x[i:] == y[i + 1 :]


def _respell(letters: dict[int, str], match: re.Match[str]) -> str:
    return match[0].translate(letters)


def _loose(name: str) -> str:
    return bare(name).replace(" ", "").replace("'", "").replace("-", "").replace("kr", "k")


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, read on first use."""
    return Gazetteer()


def iso(on: str | dt.date | None) -> str | None:
    """A date as ISO text."""
    return on.isoformat() if isinstance(on, dt.date) else on


@dataclass(frozen=True, slots=True)
class AdminUnit:
    """An administrative unit in one state of its life.

    Attributes
    ----------
    code : str or None
        Code of the General Statistics Office (2, 3 or 5 digits); ``None`` for a historical province without one.
    level, name : str
        Level in lower case, and the name without it.
    valid_from, valid_to : str or None
        First day of the state and first day after it; ``None`` where open.
    whole : bool or None
        On a unit that :meth:`successors` or :meth:`predecessors` gave: whether the older unit went into the newer one as a whole.
    on : str or None
        The date it was asked for: what lies above it is as it was then (else as at the end of the state).

    Examples
    --------
    >>> [unit] = find("Cẩm Lệ", level="quận")
    >>> unit.code, str(unit.parent), unit.valid_to
    ('495', 'thành phố Đà Nẵng', '2025-07-01')
    """

    code: str | None
    level: str
    name: str
    valid_from: str | None
    valid_to: str | None
    state: State
    whole: bool | None = field(default=None, compare=False)
    on: str | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.level} {self.name}"

    @property
    def parent(self) -> AdminUnit | None:
        """The unit above."""
        above = gazetteer().parent(self.state, self.on)
        return above and _unit(above, on=self.on)

    @property
    def province(self) -> AdminUnit:
        """The province or central city; the unit itself if it is one."""
        return _unit(gazetteer().province(self.state, self.on), on=self.on)

    def history(self) -> list[AdminUnit]:
        """All states of this code, the oldest first.

        Examples
        --------
        >>> [str(u) for u in get("754").history()]
        ['huyện Tân Thành', 'thị xã Phú Mỹ', 'thành phố Phú Mỹ']
        """
        return [_unit(s) for s in gazetteer().by_code[self.state.code]]

    def successors(self, on: str | dt.date | None = None) -> list[AdminUnit]:
        """The units that hold this one's area on a date (today by default); ``whole`` tells whether one alone holds all of it.

        Examples
        --------
        >>> [str(u) for u in get("20312", on="2018-01-01").successors(on="2025-08-01")]
        ['phường Cẩm Lệ']
        """
        day = iso(on) or dt.date.today().isoformat()
        g = gazetteer()
        out: dict[str, State] = {}
        todo, seen = [self.state], set()
        while todo:
            state = todo.pop(0)
            if state.alive(day):
                out.setdefault(state.code, state)
                continue
            following = [c.lstrip("~") for c in state.successors.split(",") if c]
            if not following:
                following = [s.code for s in g.by_code[state.code] if state.valid_to and s.valid_from >= state.valid_to][:1]
            if not following and state.tier == 2 and day >= REFORM:
                eve = g._within(state, None)
                todo += [s for s in g.children(state.code, eve) if s not in seen]
                seen.update(todo)
            for code in following:
                later = g.at(code, max(day if day < REFORM else REFORM, state.valid_to))
                if later and later not in seen:
                    seen.add(later)
                    todo.append(later)
        return [_unit(s, whole=len(out) == 1, on=day) for s in out.values()]

    def predecessors(self) -> list[AdminUnit]:
        """The units that this one came from, as they were on the eve: its own earlier state, and units whose area it took.

        Districts that were carved out of others without taking a whole one over are not recorded.

        Examples
        --------
        >>> [(str(u), u.whole) for u in get("20260").predecessors()]
        [('phường Khuê Trung', True), ('phường Hòa Thọ Tây', True), ('phường Hòa Thọ Đông', True)]
        """
        g, states = gazetteer(), gazetteer().by_code[self.state.code]
        earlier = [s for s in states if s.valid_to and self.state.valid_from and s.valid_from < self.state.valid_from]
        out = {s.code: s for s in earlier[-1:] if s.valid_to >= self.state.valid_from}
        for code in filter(None, self.state.predecessors.split(",")):
            former = next(s for s in g.by_code[code.lstrip("~")] if self.state.code in s.successors.replace("~", "").split(","))
            out[former.code] = former
        parts = {c[1:] for c in self.state.predecessors.split(",") if c.startswith("~")}
        return [_unit(s, whole=s.code not in parts, on=shift(s.valid_to, -1) if s.valid_to else None) for s in out.values()]

    def to_dict(self) -> dict[str, Any]:
        """The unit as plain values, with its parent, predecessors and direct successors.

        Examples
        --------
        >>> get("763", on="2018-01-01").to_dict()["successors"]
        [{'code': '769', 'level': 'thành phố', 'name': 'Thủ Đức', 'whole': True}]
        """

        def brief(unit: AdminUnit) -> dict[str, Any]:
            return {"code": unit.code, "level": unit.level, "name": unit.name}

        end = self.valid_to
        return {
            **brief(self), "valid_from": self.valid_from, "valid_to": end, "parent": self.parent and brief(self.parent),
            "predecessors": [brief(u) | {"whole": u.whole} for u in self.predecessors()],
            "successors": [brief(u) | {"whole": u.whole} for u in self.successors(on=end)] if end else [],
        }  # fmt: skip


def _unit(state: State, whole: bool | None = None, on: str | None = None) -> AdminUnit:
    code = None if state.code.startswith("x") else state.code
    return AdminUnit(code, state.level, state.name, state.valid_from or None, state.valid_to or None, state, whole, on)


def find(name: str, level: str | None = None, on: str | dt.date | None = None, within: str | None = None) -> list[AdminUnit]:
    """The units of a name.

    Parameters
    ----------
    name : str
        The name, with or without its level word; tone placement, case, dashes and apostrophes do not matter.
    level : str, optional
        "tỉnh", "thành phố", "quận", "huyện", "thị xã", "phường", "xã", "thị trấn" or "đặc khu".
    on : str or datetime.date, optional
        Only units alive on this date; without it, one state (the latest) for each code.
    within : str, optional
        Only units inside the unit of this name or code.

    Examples
    --------
    >>> [(u.code, str(u.province)) for u in find("Châu Thành", level="huyện", on="2018-01-01", within="Tiền Giang")]
    [('821', 'tỉnh Tiền Giang')]
    >>> str(find("Quận 2", on="2024-01-01")[0]) if find("Quận 2", on="2024-01-01") else "not in 2024"
    'not in 2024'
    """
    g, day = gazetteer(), iso(on)
    words = key(name)
    if level is None and words not in g.by_key:
        for word in TIERS:
            if words.startswith(word + " "):
                level, words = word, words[len(word) + 1 :]
                break
    states = [s for s in g.by_key.get(str(int(words)) if words.isdigit() else words, ()) if level is None or s.level == level.lower()]
    states = [s for s in states if s.alive(day)] if day else list({s.code: s for s in states}.values())
    if within is not None:
        inside = {within} if within in g.by_code else {u.state.code for u in find(within, on=on)}
        states = [s for s in states if inside & set(g.chain(s, day)[1:])]
    return [_unit(s, on=day) for s in states]


def get(code: str, on: str | dt.date | None = None) -> AdminUnit:
    """The unit of a code, as it was on a date (its last state by default).

    Raises
    ------
    KeyError
        If there is no such code.

    Examples
    --------
    >>> str(get("769", on="2018-06-01")), str(get("769", on="2022-06-01"))
    ('quận 2', 'thành phố Thủ Đức')
    """
    g, day = gazetteer(), iso(on)
    if code not in g.by_code:
        raise KeyError(f"không có mã đơn vị hành chính {code!r} (no unit of code {code!r})")
    state = g.at(code, day) if day else g.by_code[code][-1]
    assert state is not None
    return _unit(state, on=day)


def frame(on: str | dt.date | None = None) -> pd.DataFrame:
    """The gazetteer as a DataFrame, one row a state; only the states of a date if ``on`` is given.

    Examples
    --------
    >>> frame(on="2019-05-10").groupby("tier").size().to_dict()
    {1: 63, 2: 713, 3: 11160}
    """
    import pandas as pd

    day = iso(on)
    states: Iterable[State] = (s for s in gazetteer().states if day is None or s.alive(day))
    return pd.DataFrame(states, columns=State._fields).astype({"tier": int})
