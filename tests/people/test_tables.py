"""The tables of names, offices and bodies are well formed."""

from vnreport import resources
from vnreport.language.letters import fold


def test_surnames_are_capitalised_and_unique() -> None:
    rows = list(resources.rows("surnames.tsv"))
    assert all(len(r) == 3 and r[0][0].isupper() and r[1] in ("strong", "weak", "clan") for r in rows)
    assert len({fold(r[0]) for r in rows}) == len(rows)


def test_titles_have_their_kind_and_rank() -> None:
    kinds = {"office", "short", "rank", "degree", "honorific", "status"}
    for title, kind, single, rank, body in resources.rows("titles.tsv"):
        assert title == fold(title)
        assert kind in kinds
        assert single in ("0", "1")
        assert rank.isdigit()
        assert kind != "short" or "|" in body


def test_heads_fields_and_words_are_folded() -> None:
    classes = {"body", "group", "closed", "field", "purpose", "name"}
    assert all(r[0] == fold(r[0]) and r[1] in classes and r[2] in ("0", "1") for r in resources.rows("organisation_heads.tsv"))
    assert all(r[0] == fold(r[0]) for r in resources.rows("organisation_fields.tsv"))
    assert all(len(r) == 2 and r[1] == fold(r[1]) for r in resources.rows("people_words.tsv"))
