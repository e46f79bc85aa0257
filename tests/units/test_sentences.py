"""Single sentences with their posting dates: every unit linked as it should be, and the rules silent or right."""

from pathlib import Path

import pytest

from vnreport.check.rules.unit_era import UnitEra
from vnreport.check.rules.unit_level import UnitLevel
from vnreport.check.rules.unit_name import UnitName
from vnreport.check.rules.unit_parent import UnitParent
from vnreport.document import Document, Finding, Meta
from vnreport.pipeline import Pipeline
from vnreport.units.gazetteer import TIERS, gazetteer, key

CASES = [line.split("\t") for line in Path(__file__).with_name("sentences.tsv").read_text("utf-8").split("\n") if line and not line.startswith("#")]
RULES = (UnitEra(), UnitLevel(), UnitName(), UnitParent())


def codes(wanted):
    """The codes that "level name/unit above" may stand for, at any time."""
    full, _, above = wanted.partition("/")
    level = next(x for x in sorted(TIERS, key=len, reverse=True) if full.startswith(x + " "))
    g, out = gazetteer(), set()
    for state in g.by_key[key(full[len(level) + 1 :])]:
        chains = {c for day in (state.valid_from or "2004-01-01", None) for c in g.chain(state, day)[1:]}
        if state.level == level and (not above or any(s.name == above for c in chains for s in g.by_code[c])):
            out.add(None if state.code.startswith("x") else state.code)
    assert out, wanted
    return out


def check_link(doc, link):
    fragment, _, wanted = link.lstrip("-").partition("=")
    places = [i for i in range(len(doc.text)) if doc.text.startswith(fragment, i)]
    assert places, link
    if link.startswith("-"):
        assert not any(u.start < places[0] + len(fragment) and places[0] < u.end for u in doc.units)
        return
    unit = next(u for i in places for u in doc.units if u.start <= i and i + len(fragment) <= u.end)
    if wanted in ("?", "??"):
        assert unit.code is None
        assert unit.candidates or wanted == "??"
    else:
        assert unit.code in codes(wanted)


@pytest.mark.parametrize(("posted", "text", "links", "findings"), CASES, ids=[c[1][:40] for c in CASES])
def test_sentence(posted, text, links, findings):
    doc = Document(text.replace("\\n", "\n"), meta=Meta(posted=posted), engine=Pipeline())
    for link in filter(None, links.split(";")):
        check_link(doc, link)
    got = [f for rule in RULES for f in rule.check(doc) if isinstance(f, Finding) and f.severity != "info"]
    for wanted in filter(None, findings.split(";")):
        rules, _, place = wanted.partition(":")
        flagged, _, repair = place.partition(">")
        match = next(f for f in got if f.name.removeprefix("unit-") in rules.split("/") and (flagged in f.text or f.text in flagged))
        assert not repair or repair in [s.text for s in match.suggestions]
        got.remove(match)
    assert not got
