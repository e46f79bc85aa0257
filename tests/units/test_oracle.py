"""Our table against the lists of the General Statistics Office through time, where a copy lies beside the repository."""

from pathlib import Path

import pytest

from vnreport.language.letters import bare
from vnreport.units.gazetteer import gazetteer, shift

ORACLE = Path(__file__).resolve().parents[3] / "shared" / "reference" / "units_history.tsv"
DAYS = (
    "2006-06-01",
    "2009-01-15",
    "2012-06-01",
    "2016-06-01",
    "2018-06-01",
    "2020-06-01",
    "2022-11-01",
    "2024-06-01",
    "2025-03-01",
    "2025-07-01",
)


@pytest.fixture(scope="module")
def oracle():
    if not ORACLE.is_file():
        pytest.skip("no oracle beside the repository")
    return [line.split("\t") for line in ORACLE.read_text("utf-8").splitlines()[1:]]


def at(oracle, tier, day):
    return {r[1]: r for r in oracle if r[0] == tier and r[5] <= day and (not r[6] or day < r[6])}


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("tier", ["1", "2"])
def test_provinces_and_districts_agree(oracle, tier, day):
    g = gazetteer()
    theirs = at(oracle, tier, day)
    ours = {s.code for s in g.states if s.tier == int(tier) and s.alive(day)}
    assert len(set(theirs) ^ ours) <= 2
    for code in theirs.keys() & ours:
        states = [s for s in g.by_code[code] if s.alive(day)]
        assert theirs[code][2] in {s.level for s in states}, code
        assert theirs[code][4] in {s.parent for s in states}, code


KNOWN = {"072", "088", "447", "449", "540", "820", "850", "851", "861", "936", "937"}
"""Districts whose intervals differ, each with its reason in data/units.README.md."""


def test_every_interval_of_provinces_and_districts_agrees(oracle):
    g = gazetteer()
    merged: list[list[str]] = []  # the lists cut every province at the reform: the same unit goes on
    for row in sorted((r for r in oracle if r[0] in "12"), key=lambda r: (r[1], r[5])):
        if merged and merged[-1][1:5] == row[1:5] and merged[-1][6] == row[5]:
            merged[-1][6] = row[6]
        else:
            merged.append(list(row))
    wrong = {}
    for _, code, level, name, parent, start, end, *_ in merged:
        mine = [
            s for s in g.by_code[code] if (s.level, s.parent) == (level, parent) and bare(s.name).replace(" ", "") == bare(name).replace(" ", "")
        ]
        first, last = min((s.valid_from for s in mine), default="9999-12-31"), max((s.valid_to or "2026-12-31" for s in mine), default="")
        before = start != "2004-08-31" and first and first < shift(start, -62)  # the lists begin on that day
        if first > shift(start, 62) or before:
            wrong[code, start] = first
        if end and not shift(end, -62) <= last <= shift(end, 62):
            wrong[code, end] = last
    assert {code for code, _ in wrong} <= KNOWN, wrong


@pytest.mark.parametrize("day", ["2019-05-10", "2022-10-01", "2022-11-01", "2025-03-01", "2025-07-01", "2026-10-10"])
def test_nearly_all_communes_agree_at_the_dates_of_the_lists(oracle, day):
    g = gazetteer()
    theirs = at(oracle, "3", day)
    good = 0
    for code, row in theirs.items():
        for s in g.by_code.get(code, ()):
            name = bare(row[3].lstrip("0")).replace(" ", "")
            if s.alive(day) and (s.level, s.parent) == (row[2], row[4]) and bare(s.name).replace(" ", "") == name:
                good += 1
                break
    assert good / len(theirs) >= 0.99
