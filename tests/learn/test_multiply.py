"""Multiplied documents: everything is exchanged consistently, the annotation follows, slips stay."""

from pathlib import Path
from typing import Any

import pytest

from vnreport.language.letters import fold
from vnreport.learn import exchange
from vnreport.learn.gold import Gold, load
from vnreport.learn.multiply import KINDS, copies, multiply
from vnreport.units.gazetteer import find

ROOT = Path(__file__).parents[2]
LAYERS = ("dates", "persons", "units", "organisations", "citations", "inconsistencies")
DOCUMENTS = [*load(ROOT / "tests" / "gold"), *(list(load(ROOT / "data" / "corpus"))[::4])]
SLIPPED = [g for g in DOCUMENTS if g.rows("inconsistencies")]

TEXT = """\
Huyện Lục Ngạn họp bàn

Sáng 16/5/2019, UBND huyện Lục Ngạn họp. Ông Trần Văn Khải, Phó Giám đốc Sở Y tế chủ trì; bà Lê Thị Hạnh ở xã Giáp Sơn dự.
Ông Khải đề nghị Sở Y tế hỗ trợ. TRẦN VĂN KHẢI
"""


def document(**changes: Any) -> Gold:
    data = {
        "meta": {"title": "Huyện Lục Ngạn họp bàn", "posted": "2019-05-17", "author": None},
        "issuer": {"text": "huyện Lục Ngạn", "level": "huyện", "name": "Lục Ngạn", "province": "Bắc Giang"},
        "dates": [{"text": "Sáng 16/5/2019", "nth": 0, "type": "TIME", "value": "2019-05-16TMO"}],
        "persons": [
            {"text": t, "nth": n} for t, n in (("Trần Văn Khải", 0), ("Lê Thị Hạnh", 0), ("Khải", 1), ("TRẦN VĂN KHẢI", 0))
        ],
        "officials": [{"name": "Trần Văn Khải", "titles": ["Phó Giám đốc"], "organisation": "Sở Y tế"}],
        "units": [
            {"text": "Huyện Lục Ngạn", "nth": 0, "level": "huyện", "name": "Lục Ngạn", "province": "Bắc Giang"},
            {"text": "huyện Lục Ngạn", "nth": 0, "level": "huyện", "name": "Lục Ngạn", "province": "Bắc Giang"},
            {"text": "xã Giáp Sơn", "nth": 0, "level": "xã", "name": "Giáp Sơn", "province": "Bắc Giang"},
        ],
        "organisations": [{"text": "UBND huyện Lục Ngạn", "nth": 0}, {"text": "Sở Y tế", "nth": 0}, {"text": "Sở Y tế", "nth": 1}],
        "abbreviations": [{"text": "UBND", "expansion": "Ủy ban nhân dân"}],
        "citations": [],
        "inconsistencies": [],
    }
    return Gold("lucngan-09", Path("lucngan-09"), TEXT, data | changes)


@pytest.mark.parametrize("gold", DOCUMENTS, ids=lambda g: g.id)
@pytest.mark.parametrize("seed", [0, 7])
def test_every_row_stands_in_the_new_text(gold: Gold, seed: int) -> None:
    new = multiply(gold, seed)
    for layer in LAYERS:
        assert [r.text for r in new.rows(layer)] == [r["text"] for r in new.data.get(layer) or ()]
        assert len(new.rows(layer)) == len(gold.rows(layer))
    assert all(row["text"] in new.text for row in new.data.get("abbreviations", ()))
    names = {fold(" ".join(r.text.split())) for r in new.rows("persons")}
    old = {fold(" ".join(r.text.split())) for r in gold.rows("persons")}
    for before, after in zip(gold.data.get("officials", ()), new.data.get("officials", ()), strict=True):
        assert fold(after["name"]) in names or fold(before["name"]) not in old


@pytest.mark.parametrize("gold", DOCUMENTS[::5], ids=lambda g: g.id)
def test_the_same_seed_gives_the_same_copy(gold: Gold) -> None:
    first, second = multiply(gold, 3), multiply(gold, 3)
    assert (first.text, first.data) == (second.text, second.data)


@pytest.mark.parametrize("gold", DOCUMENTS[::5], ids=lambda g: g.id)
def test_the_document_itself_is_not_changed(gold: Gold) -> None:
    before = (gold.text, repr(gold.data))
    multiply(gold, 5)
    assert (gold.text, repr(gold.data)) == before


@pytest.mark.parametrize("gold", SLIPPED, ids=lambda g: g.id)
def test_slips_keep_their_words(gold: Gold) -> None:
    new = multiply(gold, 2)
    assert [r.text for r in new.rows("inconsistencies")] == [r.text for r in gold.rows("inconsistencies")]


def test_one_person_keeps_one_name_in_every_mention() -> None:
    new = multiply(document(), 1, ["persons"])
    full, other, given, capitals = (r.text for r in new.rows("persons"))
    assert full.split()[-1] == given
    assert capitals == full.upper()
    assert full != "Trần Văn Khải"
    assert full.split()[1] == "Văn"
    assert other.split()[1] == "Thị"
    assert new.data["officials"][0]["name"] == full


@pytest.mark.parametrize("seed", range(5))
def test_a_unit_becomes_one_of_the_same_level_in_the_same_upper_unit(seed: int) -> None:
    new = multiply(document(), seed, ["units"])
    first, again, commune = (r.values for r in new.rows("units"))
    assert (first["name"], first["level"]) == (again["name"], "huyện")
    (district,) = find(first["name"], "huyện", "2019-05-17", first["province"])
    assert str(district.province).endswith(first["province"])
    assert find(commune["name"], "xã", "2019-05-17", first["name"]) or find(commune["name"], "xã", "2019-05-17", first["province"])
    assert new.data["issuer"]["name"] == first["name"]
    assert new.data["meta"]["title"] == f"Huyện {first['name']} họp bàn"


def test_departments_and_offices_are_exchanged_everywhere() -> None:
    new = multiply(document(), 4, ["offices"])
    bodies = [r.text for r in new.rows("organisations")]
    assert bodies[1] == bodies[2] != "Sở Y tế"
    assert new.data["officials"][0]["organisation"] == bodies[1]
    assert new.data["officials"][0]["titles"][0] in new.text


def test_years_move_to_one_with_the_same_calendar() -> None:
    new = multiply(document(units=[]), 1, ["dates"])
    year = int(new.data["meta"]["posted"][:4])
    assert year != 2019
    assert new.rows("dates")[0].text == f"Sáng 16/5/{year}"
    assert new.rows("dates")[0].values["value"] == f"{year}-05-16TMO"


def test_what_hangs_on_the_year_keeps_it() -> None:
    gold = document()
    anniversary = Gold(gold.id, gold.path, TEXT + "Lễ kỷ niệm 74 năm Quốc khánh.\n", gold.data)
    assert multiply(anniversary, 1, ["dates"]).text == anniversary.text


def test_units_stay_where_a_slip_is_about_them() -> None:
    slip = {"kind": "unit-level", "text": "huyện Lục Ngạn", "nth": 0, "suggestion": "thị xã", "why": "", "certainty": "certain"}
    assert multiply(document(inconsistencies=[slip]), 1, ["units"]).text == TEXT


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="weather"):
        multiply(document(), 1, ["weather"])


def test_copies_differ_from_one_another() -> None:
    texts = {g.text for g in copies([document()], 4)}
    assert len(texts) == 4


def test_all_kinds_are_exchanged_somewhere() -> None:
    for kind in KINDS:
        assert any(multiply(g, 1, [kind]).text != g.text for g in DOCUMENTS), kind


def test_a_value_moves_by_years() -> None:
    assert exchange.later("2016/2020", 5) == "2021/2025"
    assert exchange.later("2018-04-24T08:30", 11) == "2029-04-24T08:30"
    assert exchange.later("P5Y", 5) == "P5Y"
    assert exchange.later("2013/PRESENT_REF", 6) == "2019/PRESENT_REF"
