"""The table of bodies in which offices are held."""

from vnreport import resources
from vnreport.language.letters import fold
from vnreport.people import office_facts
from vnreport.people.vocabulary import office_bodies


def test_rows_are_folded_and_name_known_offices() -> None:
    rows = list(resources.rows("office_bodies.tsv"))
    assert len({title for title, _ in rows}) == len(rows)
    for title, bodies in rows:
        assert title == fold(title)
        assert bodies == fold(bodies)
        assert all(bodies.split("|"))
        facts = office_facts(title)
        assert facts is not None
        assert facts.head == title


def test_heads_of_bodies_are_looked_up_by_office() -> None:
    assert office_bodies()["hiệu trưởng"][0] == "trường"


def test_deputies_share_the_head_office_and_rank_below_it() -> None:
    for head, deputy in (
        ("Chủ tịch", "Phó Chủ tịch"),
        ("Trưởng phòng", "Phó phòng"),
        ("Chánh Văn phòng", "Phó Chánh Văn phòng"),
        ("Đội trưởng", "Đội phó"),
    ):
        above, below = office_facts(head), office_facts(deputy)
        assert above and below
        assert (above.head, above.deputy, below.deputy) == (below.head, False, True)
        assert above.rank > below.rank
        assert above.single
        assert not below.single


def test_what_is_no_office_has_no_facts() -> None:
    assert office_facts("nông dân") is None
