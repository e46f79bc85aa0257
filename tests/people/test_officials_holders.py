"""Offices of many documents in one table, and the persons of one document with all that names them."""

import vnreport
from vnreport.document import Document
from vnreport.people import holders_table, joined, office_facts
from vnreport.people.holders import body_key


def docs(*rows: tuple[str, str | None]) -> list[Document]:
    return [vnreport.analyze(text, posted=day) for text, day in rows]


def test_two_ways_of_writing_one_body_are_one_row() -> None:
    table = holders_table(
        docs(
            ("Ông Lê Văn Nam, Chủ tịch UBND quận Cẩm Lệ dự.", "2018-04-24"),
            ("Ông Lê Văn Nam, Chủ tịch Ủy ban nhân dân quận Cẩm Lệ dự.", "2018-09-02"),
        )
    )
    assert table[["person", "first", "last", "documents"]].values.tolist() == [["Lê Văn Nam", "2018-04-24", "2018-09-02", 2]]


def test_namesakes_in_other_places_are_not_one_person() -> None:
    table = holders_table(
        docs(
            ("Ông Lê Văn Nam, Chủ tịch UBND quận Cẩm Lệ dự.", "2018-04-24"),
            ("Ông Lê Văn Nam, Bí thư Quận ủy Cẩm Lệ dự.", "2019-04-24"),
            ("Ông Lê Văn Nam, Chủ tịch UBND huyện Phú Ninh dự.", "2018-04-25"),
        )
    )
    ids = dict(zip(table["body"], table["person_id"], strict=True))
    assert ids["UBND quận Cẩm Lệ"] == ids["Quận ủy Cẩm Lệ"] != ids["UBND huyện Phú Ninh"]
    assert not any(table["overlaps"])


def test_a_former_office_is_not_held_on_that_day() -> None:
    table = holders_table(
        docs(
            ("Ông Lê Văn Nam, Chủ tịch UBND quận Cẩm Lệ dự.", "2018-04-24"),
            ("Ông Lê Văn Nam, nguyên Chủ tịch UBND quận Cẩm Lệ dự.", "2021-04-24"),
        )
    )
    assert table[["office", "first", "last", "former"]].values.tolist() == [["Chủ tịch", "2018-04-24", "2018-04-24", "2021-04-24"]]


def test_successors_do_not_overlap_and_rivals_do() -> None:
    lan, nam = "Bà Hồ Thị Lan, Chủ tịch UBND quận Cẩm Lệ dự.", "Ông Lê Văn Nam, Chủ tịch UBND quận Cẩm Lệ dự."
    after = holders_table(docs((nam, "2018-01-01"), (nam, "2018-06-01"), (lan, "2018-07-01")))
    within = holders_table(docs((nam, "2018-01-01"), (nam, "2018-06-01"), (lan, "2018-03-01")))
    assert list(after["overlaps"]) == [[], []]
    assert list(within["overlaps"]) == [["Hồ Thị Lan"], ["Lê Văn Nam"]]


def test_deputies_never_overlap() -> None:
    table = holders_table(docs(("Ông Lê Văn Nam, Phó Chủ tịch UBND quận Cẩm Lệ; bà Hồ Thị Lan, Phó Chủ tịch UBND quận Cẩm Lệ dự.", "2018-01-01")))
    assert len(table) == 2
    assert not any(table["overlaps"])


def test_documents_without_a_date_count_but_give_no_time() -> None:
    table = holders_table(docs(("Ông Lê Văn Nam, Chủ tịch UBND quận Cẩm Lệ dự.", None)))
    assert table.loc[0, ["first", "last"]].tolist() == [None, None]
    assert table.loc[0, "documents"] == 1


def test_no_documents_give_an_empty_table() -> None:
    assert holders_table([]).empty


def test_bodies_of_other_units_have_other_keys() -> None:
    assert body_key("UBND quận Cẩm Lệ", "495") != body_key("UBND quận Hải Châu", "492")
    assert body_key("Hợp tác xã Hòa An", None) != body_key("Hợp tác xã Hòa Phát", None)
    assert body_key(None, None) == ""


def test_a_name_and_its_short_form_are_one_person() -> None:
    doc = vnreport.analyze("Ông Lê Văn Sơn và ông Hồ Văn Quý dự. Ông Sơn phát biểu, ông Quý trả lời.")
    assert {p.name: [m.text for m in p.mentions] for p in joined(doc)} == {"Lê Văn Sơn": ["Lê Văn Sơn", "Sơn"], "Hồ Văn Quý": ["Hồ Văn Quý", "Quý"]}


def test_an_office_with_two_holders_names_nobody() -> None:
    text = (
        "Ông Lê Văn Sơn, Phó Chủ tịch UBND quận Cẩm Lệ; bà Hồ Thị Lan, Phó Chủ tịch UBND quận Cẩm Lệ dự. "
        "Phó Chủ tịch UBND quận Cẩm Lệ nhấn mạnh tiến độ."
    )
    assert [p.roles for p in joined(vnreport.analyze(text))] == [[], []]


def test_offices_of_a_person_come_highest_first() -> None:
    doc = vnreport.analyze("Ông Lê Văn Sơn, Chủ tịch UBND quận Cẩm Lệ, Phó Bí thư Quận ủy Cẩm Lệ và Bí thư Đảng ủy phường Hòa An dự.")
    (person,) = joined(doc)
    ranks = [office_facts(o.titles[0]) for o in person.offices]
    assert [r.rank for r in ranks if r] == sorted((r.rank for r in ranks if r), reverse=True)
