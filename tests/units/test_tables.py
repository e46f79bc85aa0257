"""The tables of units hold together."""

import re
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from vnreport.resources import rows
from vnreport.units.gazetteer import TIERS, gazetteer

COUNTS = {"2019-05-10": (63, 713, 11160), "2022-10-01": (63, 705, 10599), "2025-03-01": (63, 696, 10035), "2025-07-01": (34, 0, 3321)}


@pytest.mark.parametrize(("day", "counts"), COUNTS.items())
def test_as_many_units_are_alive_as_the_list_of_the_day_has(day, counts):
    alive = Counter(tier for tier, _ in {(s.tier, s.code) for s in gazetteer().states if s.alive(day)})
    assert tuple(alive[t] for t in (1, 2, 3)) == counts


def test_every_row_has_the_columns_and_values_of_the_schema():
    for row in rows("units.tsv"):
        tier, code, level, name, parent, start, end, certainty, successors, predecessors = row
        assert re.fullmatch(r"\d\d|x\d\d" if tier == "1" else r"\d{3}" if tier == "2" else r"\d{5}", code)
        assert int(tier) in TIERS[level]
        assert name == name.strip() and name
        assert bool(parent) == (tier != "1")
        for day in (start, end):
            assert not day or date.fromisoformat(day)
        assert not (start and end) or start < end
        assert re.fullmatch(r"~?\|~?", certainty)
        assert all(c.lstrip("~") in gazetteer().by_code for c in f"{successors},{predecessors}".split(",") if c)


def test_successors_and_predecessors_are_one_relation():
    forth = {(s.code, c.lstrip("~"), c[0] == "~") for s in gazetteer().states for c in s.successors.split(",") if c}
    back = {(c.lstrip("~"), s.code, c[0] == "~") for s in gazetteer().states for c in s.predecessors.split(",") if c}
    assert forth == back and len(forth) > 10_000


def test_what_ends_whole_ends_in_one_unit():
    for state in gazetteer().states:
        after = [c for c in state.successors.split(",") if c]
        assert len(after) < 2 or all(c.startswith("~") for c in after)


def test_no_unit_that_lived_on_has_a_gap_in_its_life():
    for code, states in gazetteer().by_code.items():
        for earlier, later in pairwise(states):
            reused = later.tier == 1 and later.valid_from == "2025-07-01"  # a code given anew
            assert reused or later.valid_from <= earlier.valid_to or "~" in earlier.certainty + later.certainty, code


def test_every_parent_is_a_unit_one_tier_up_that_lived_at_the_time():
    g = gazetteer()
    for state in g.states:
        if not state.parent:
            continue
        assert state.parent in g.by_code
        above = g.parent(state)
        assert above is not None and above.tier < state.tier
        assert above.valid_from <= (state.valid_to or "9999")


def test_the_states_of_a_code_follow_one_another():
    for states in gazetteer().by_code.values():
        for earlier, later in pairwise(states):
            assert earlier.valid_to
            exact = not earlier.certainty.endswith("~")
            assert later.valid_from >= earlier.valid_to if exact else later.valid_from < earlier.valid_to


def test_the_facts_name_their_resolution_and_a_known_code():
    for tier, codes, day, before, after, _, source in rows("unit_facts.tsv"):
        assert tier in "12" and date.fromisoformat(day) and source
        assert before != after
        assert all(c in gazetteer().by_code for c in codes.split(","))
