"""What stands for what when an annotated document is multiplied: new persons, units, departments and years, chosen by chance."""

from __future__ import annotations

import calendar
import random
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from vnreport import resources
from vnreport.language.letters import fold
from vnreport.learn.gold import Gold, Row
from vnreport.people.vocabulary import surnames
from vnreport.units.gazetteer import State, find, gazetteer

Edit = tuple[int, int, str]
"""Start and end of a piece of the text, and what stands there instead."""

_WOMEN, _MEN = frozenset({"bà", "chị", "cô", "em gái"}), frozenset({"ông", "anh", "chú", "bác"})
_TRIES = 20
_ISLANDS = frozenset({"Hoàng Sa", "Trường Sa"})
_DEPARTMENTS = {
    "sở": (
        "Tài chính", "Y tế", "Tư pháp", "Nội vụ", "Xây dựng", "Công Thương", "Giáo dục và Đào tạo", "Khoa học và Công nghệ", "Ngoại vụ",
        "Thông tin và Truyền thông", "Tài nguyên và Môi trường", "Giao thông vận tải", "Kế hoạch và Đầu tư", "Du lịch",
        "Nông nghiệp và Phát triển nông thôn", "Lao động - Thương binh và Xã hội", "Văn hóa và Thể thao",
    ),
    "phòng": (
        "Nội vụ", "Tư pháp", "Y tế", "Kinh tế", "Tài chính - Kế hoạch", "Giáo dục và Đào tạo", "Văn hóa và Thông tin", "Quản lý đô thị",
        "Tài nguyên và Môi trường", "Lao động - Thương binh và Xã hội", "Nông nghiệp và Phát triển nông thôn", "Kinh tế và Hạ tầng",
    ),
    "ban": ("Tổ chức", "Tuyên giáo", "Dân vận", "Nội chính"),
}  # fmt: skip
"""Heads -> the fields of work of departments that may stand for one another."""
_DEPARTMENT = re.compile(
    "|".join(
        rf"(?P<{head}>(?i:{head}))\s+(?:{'|'.join(sorted(map(re.escape, fields), key=len, reverse=True))})"
        for head, fields in _DEPARTMENTS.items()
    )
)
_TITLES = (
    ("Giám đốc", "Phó Giám đốc"), ("Trưởng phòng", "Phó Trưởng phòng"), ("Hiệu trưởng", "Phó Hiệu trưởng"), ("Trưởng Ban", "Phó Trưởng Ban"),
    ("Cục trưởng", "Phó Cục trưởng"), ("Bộ trưởng", "Thứ trưởng"), ("Chi cục trưởng", "Phó Chi cục trưởng"),
)  # fmt: skip
"""Offices that may stand for one another where a document names one only once."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FIXED_YEARS = re.compile(r"âm lịch|tết|kỷ niệm|kỉ niệm|lần thứ|tuổi|sinh năm|năm ngày|nhuận|khóa|khoá|nhiệm kỳ|đại hội", re.IGNORECASE)
"""What hangs on the year itself: such documents keep theirs."""


@cache
def _names() -> dict[tuple[str, str], tuple[str, ...]]:
    return {(part, gender): tuple(names.split()) for part, gender, names in resources.rows("given_names.tsv")}


@cache
def _surnames() -> tuple[list[str], list[float]]:
    rows = [(name, float(share)) for name, strength, share in resources.rows("surnames.tsv") if strength == "strong" and share]
    return [name for name, _ in rows], [share for _, share in rows]


@cache
def _syllables() -> frozenset[str]:
    """All syllables of Vietnamese names, folded."""
    return frozenset(fold(w) for names in _names().values() for w in names) | frozenset(s for s in surnames() if " " not in s)


def slips(gold: Gold, *kinds: str) -> list[Row]:
    """The inconsistencies whose kind begins so; all without ``kinds``."""
    return [r for r in gold.rows("inconsistencies") if not kinds or r.values["kind"].startswith(kinds)]


def touches(start: int, end: int, rows: list[Row]) -> bool:
    """Whether one of the rows overlaps ``[start, end)``."""
    return any(r.start < end and start < r.end for r in rows)


def like(old: str, new: str) -> str:
    """``new`` with the capitals of ``old``."""
    return new.upper() if old.isupper() and len(old) > 1 else new


def persons(gold: Gold, rng: random.Random) -> tuple[list[Edit], dict[str, str]]:
    """New names for the persons; those in slips and those with initials or foreign names keep theirs.

    Returns
    -------
    edits : list of Edit
        In every mention.
    names : dict of str to str
        Old full names -> new ones.
    """
    rows = gold.rows("persons")
    fixed = slips(gold)
    said = " ".join(fold(str(r.values.get("suggestion") or "")) for r in fixed)
    key_of: dict[int, str] = {}
    last: dict[str, str] = {}
    for r in sorted(rows, key=lambda r: r.start):
        words = fold(r.text).split()
        full = " ".join(words)
        if len(words) > 1:
            last[words[-1]] = full
        key_of[r.start] = full if len(words) > 1 else last.get(words[0], full)
    kept = {
        key_of[r.start]
        for r in rows
        if touches(r.start, r.end, fixed) or fold(r.text) in said or not set(fold(r.text).split()) <= _syllables()
    }
    new: dict[str, list[str]] = {}
    used = {w for r in rows for w in fold(r.text).split()[-1:]}
    for r in sorted(rows, key=lambda r: -len(r.text.split())):
        key = key_of[r.start]
        if key not in kept and key not in new:
            new[key] = _name(key.split(), _gender(gold, [x for x in rows if key_of[x.start] == key], key), used, rng)
    edits = []
    for r in rows:
        if names := new.get(key_of[r.start]):
            pieces = re.split(r"(\s+)", r.text)
            given = names[-len(pieces[::2]) :]
            edits.append((r.start, r.end, "".join(like(p, given[i // 2]) if i % 2 == 0 else p for i, p in enumerate(pieces))))
    named = {" ".join(r.text.split()): " ".join(new[key_of[r.start]]) for r in rows if key_of[r.start] in new and len(r.text.split()) > 1}
    return edits, {old.title(): name for old, name in named.items()} | {old: like(old, name) for old, name in named.items()}


def _gender(gold: Gold, rows: list[Row], key: str) -> str:
    before = {(gold.text[max(0, r.start - 12) : r.start].split() or [""])[-1].lower() for r in rows}
    if before & _WOMEN or " thị " in key:
        return "f"
    return "m" if before & _MEN or " văn " in key else ""


def _name(old: list[str], gender: str, used: set[str], rng: random.Random) -> list[str]:
    """A name of as many syllables; "Văn" and "Thị" stay."""
    gender = gender or rng.choice("fm")
    given = rng.choice([n for n in _names()["given", gender] if fold(n) not in used] or _names()["given", gender])
    used.add(fold(given))
    if len(old) == 1:
        return [given]
    pool = [n for n in _names()["middle", gender] if n not in ("Văn", "Thị")]
    middle = [{"văn": "Văn", "thị": "Thị"}.get(w) or rng.choice(pool) for w in old[1:-1]]
    first = rng.choices(*_surnames())[0] if old[0] in surnames() else rng.choice(pool)  # a pen name
    return [first, *middle, given]


def units(gold: Gold, rng: random.Random) -> tuple[list[Edit], dict[str, str]]:
    """New units of the same levels that existed then; nothing where a unit is not known, is a number, or a slip is about units.

    Returns
    -------
    edits : list of Edit
        Of the names; level words stay.
    names : dict of str to str
        Old names -> new ones.
    """
    rows = gold.rows("units")
    day = gold.data["meta"].get("posted")
    fixed = slips(gold)
    if not rows or not day or any(r.values["kind"].startswith(("unit-", "org-", "date-")) for r in fixed):
        return [], {}
    old: dict[str, State] = {}
    for r in sorted(rows, key=lambda r: r.values["level"] is None):
        state = old.get(r.values["name"]) or _state(r, day)
        if state is None or touches(r.start, r.end, fixed) or any(c.isdigit() for c in r.values["name"]):
            return [], {}
        old[r.values["name"]] = state
    for _ in range(_TRIES):
        if new := _moved(old, day, rng):
            break
    else:
        return [], {}
    edits = []
    for r in rows:
        match = re.search(re.escape(fold(r.values["name"])).replace(r"\ ", r"\s+"), fold(r.text))
        if match is None:
            return [], {}
        edits.append((r.start + match.start(), r.start + match.end(), like(r.text[match.start() : match.end()], new[r.values["name"]])))
    return edits, new


def _state(r: Row, day: str) -> State | None:
    """The unit that a row names, if there is just one."""
    v = r.values
    if v["province"] is None:
        return None
    if v["name"] == v["province"] and v["level"] in (None, "tỉnh", "thành phố"):
        found = [u.state for u in find(v["name"], on=day) if u.state.tier == 1]
    else:
        found = [u.state for u in find(v["name"], v["level"], day, v["province"])]
    top = min((s.tier for s in found), default=0)
    found = [s for s in found if s.tier == top]
    return found[0] if len(found) == 1 else None


def _moved(old: Mapping[str, State], day: str, rng: random.Random) -> dict[str, str]:
    """A new unit for each, inside what stands for the unit above it; empty where this choice does not work out."""
    table = gazetteer()
    into: dict[str, State] = {}
    taken = set(old)
    wanted = {}
    for state in old.values():
        for code in table.chain(state, day):
            at = table.at(code, day)
            if at is not None:
                wanted[code] = at
    for code, state in sorted(wanted.items(), key=lambda item: (item[1].tier, item[0])):
        above = table.parent(state, day) if state.tier > 1 else None
        pool = _provinces(day) if above is None else tuple(table.children(into[above.code].code, day)) if above.code in into else ()
        able = [s for s in pool if s.level == state.level and s.name not in taken and not any(c.isdigit() for c in s.name) and s.name not in _ISLANDS]
        if not able:
            return {}
        into[code] = rng.choice(able)
        taken.add(into[code].name)
    names = {name: into[state.code].name for name, state in old.items()}
    for code, state in wanted.items():  # those above, which the annotation may name
        if names.setdefault(state.name, into[code].name) != into[code].name:
            return {}
    return names


@cache
def _provinces(day: str) -> tuple[State, ...]:
    return tuple(s for s in gazetteer().states if s.tier == 1 and s.alive(day))


def offices(gold: Gold, rng: random.Random) -> tuple[list[Edit], dict[str, str], dict[tuple[str, str], str]]:
    """Other departments for those written out, and another office for a person whose office is named once.

    Returns
    -------
    edits : list of Edit
        In the names of organisations, and of the titles.
    departments : dict of str to str
        Old names -> new ones, as written.
    titles : dict of (str, str) to str
        Person and title -> new title.
    """
    fixed = slips(gold)
    edits: list[Edit] = []
    new: dict[str, str] = {}
    departments: dict[str, str] = {}
    written = {fold(a["expansion"] or "") for a in gold.data.get("abbreviations", ())}
    taken = {fold(m[0]) for m in _DEPARTMENT.finditer(gold.text)}
    bodies = gold.rows("organisations")
    for m in _DEPARTMENT.finditer(gold.text):
        head = str(m.lastgroup)
        field = m[0][len(head) :].strip()
        here = [b for b in bodies if b.start <= m.start() and m.end() <= b.end]
        follows = gold.text[m.end() : m.end() + 3]
        goes_on = re.match(r" (?:và|-) |, ", follows) and here and m.end() < here[0].end
        if not here or goes_on or touches(m.start(), m.end(), fixed) or fold(field) in written:
            continue
        key = f"{head} {fold(field)}"
        if key not in new:
            free = [f for f in _DEPARTMENTS[head] if f"{head} {fold(f)}" not in taken]
            if not free:
                continue
            new[key] = rng.choice(free)
            taken.add(f"{head} {fold(new[key])}")
        edits.append((m.end() - len(field), m.end(), new[key]))
        departments |= {f"{h} {field}": f"{h} {new[key]}" for h in (head, head.capitalize())}
    titles: dict[tuple[str, str], str] = {}
    for o in gold.data.get("officials", ()):
        for title in o["titles"]:
            pair = next((p for p in _TITLES if title in p), None)
            at = gold.text.find(title)
            if pair and gold.text.count(title) == 1 and not touches(at, at + len(title), fixed) and rng.random() < 0.5:
                other = pair[1 - pair.index(title)]
                if gold.text[max(0, at - 4) : at] != "Phó " and not any(a < at + len(title) and at < b for a, b, _ in edits):
                    edits.append((at, at + len(title), other))
                    titles[o["name"], title] = other
    return edits, departments, titles


def years(gold: Gold, rng: random.Random) -> tuple[list[Edit], int]:
    """Other years with the same calendar; nothing where holidays, anniversaries, terms or slips hang on the year.

    Returns
    -------
    edits : list of Edit
        Of the years of dates and citations.
    shift : int
        How many years later; 0 if nothing changes.
    """
    posted = gold.data["meta"].get("posted")
    if not posted or _FIXED_YEARS.search(gold.text) or slips(gold):
        return [], 0
    now = int(posted[:4])
    rows = gold.rows("dates")
    values = " ".join(str(r.values["value"]) for r in rows) + " " + posted
    used = {int(y) for y in re.findall(r"(?<!\d)\d{4}(?!\d)", values)}
    able = [k for k in (-11, -6, -5, 5, 6, 11) if 2005 <= now + k <= 2024 and all(_same_calendar(y, y + k) for y in used)]
    able = [k for k in able if all(_lives(r, posted, later(posted, k)) for r in gold.rows("units"))]
    if not able:
        return [], 0
    shift = rng.choice(able)
    places = [(r.start, r.end) for r in [*rows, *gold.rows("citations")]]
    found = [(a, m) for a, b in places for m in _YEAR.finditer(gold.text[a:b])]
    edits = {(a + m.start(), a + m.end(), str(int(m[0]) + shift)) for a, m in found}
    if any(re.search(r"(?:/|-)\d\d$", r.text) and not re.search(r"\d{4}$", r.text) and r.text.count("/") > 1 for r in rows):
        return [], 0
    return sorted(edits), shift


def _lives(r: Row, day: str, other: str) -> bool:
    """Whether the unit of a row was the same on both days, as far as it is known."""
    state = _state(r, day)
    return state is None or _state(r, other) == state


def _same_calendar(a: int, b: int) -> bool:
    return calendar.isleap(a) == calendar.isleap(b) and date(a, 1, 1).weekday() == date(b, 1, 1).weekday()


def later(value: Any, shift: int) -> Any:
    """A TIMEX3 value, ``shift`` years later."""
    return re.sub(r"(?<![\dP-])\d{4}(?!\d)", lambda m: str(int(m[0]) + shift), value) if isinstance(value, str) else value


def apart(edits: list[Edit]) -> Iterator[Edit]:
    """The edits in order, without those that overlap an earlier one."""
    end = -1
    for e in sorted(edits):
        if e[0] >= end:
            yield e
            end = e[1]
