"""How offices are told: appointments, lists, signatures, bodies that the context names."""

import pytest

import vnreport
from vnreport.people import holders

Rows = list[tuple[str, str, str | None]]


def rows(text: str) -> Rows:
    return [(o.name, t, o.organisation) for o in holders(text) for t in o.titles]


BODIES: list[tuple[str, Rows]] = [
    (
        "Sáng nay, Trường THPT Lương Văn Can khai giảng. Cô Hiệu trưởng Vũ Thị Nhàn đánh trống.",
        [("Vũ Thị Nhàn", "Hiệu trưởng", "Trường THPT Lương Văn Can")],
    ),
    (
        "Trung tâm Y tế huyện Hòa Vang tập huấn. Bà Vũ Thị Nhàn, Giám đốc Trung tâm cho biết thêm.",
        [("Vũ Thị Nhàn", "Giám đốc", "Trung tâm Y tế huyện Hòa Vang")],
    ),
    (
        "Bệnh viện Đa khoa Hòa Phát mở cửa. Ông Trần Văn Khải, Giám đốc bệnh viện cho biết thêm.",
        [("Trần Văn Khải", "Giám đốc", "Bệnh viện Đa khoa Hòa Phát")],
    ),
    (
        "Hạt Kiểm lâm huyện Hòa Vang cấp cây giống. Ông Trần Văn Khải, Hạt trưởng hướng dẫn cách trồng.",
        [("Trần Văn Khải", "Hạt trưởng", "Hạt Kiểm lâm huyện Hòa Vang")],
    ),
    ("Bà Hồ Thị Lệ, Trưởng trạm Y tế xã Hòa Tiến dự.", [("Hồ Thị Lệ", "Trưởng trạm", "Trạm Y tế xã Hòa Tiến")]),
    ("Ông Trần Văn Khải, trưởng ấp 5, kể lại.", [("Trần Văn Khải", "trưởng ấp", "Ấp 5")]),
    ("Ông Trần Văn Khải, Bí thư Chi bộ thôn Phú Túc dự.", [("Trần Văn Khải", "Bí thư", "Chi bộ thôn Phú Túc")]),
    ("Ông Trần Văn Khải, Trưởng ban giám khảo nhận xét.", [("Trần Văn Khải", "Trưởng ban", "Ban giám khảo")]),
    ("Đồng chí Trần Anh Dũng, Phó Thủ tướng Chính phủ dự.", [("Trần Anh Dũng", "Phó Thủ tướng", "Chính phủ")]),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies_from_the_context(text: str, expected: Rows) -> None:
    assert rows(text) == expected


COMING: list[tuple[str, Rows]] = [
    (
        "Ông Đặng Phước Lành, Trưởng Ban Tổ chức Huyện ủy Hòa Vang công bố quyết định điều động ông Hồ Văn Quý giữ chức "
        "Chánh Thanh tra huyện Hòa Vang.",
        [("Đặng Phước Lành", "Trưởng Ban", "Ban Tổ chức Huyện ủy Hòa Vang"), ("Hồ Văn Quý", "Chánh Thanh tra", "Thanh tra huyện Hòa Vang")],
    ),
    (
        "Năm 2015, ông Hồ Văn Quý được Chủ tịch Đặng Phước Lành cất nhắc làm Giám đốc Sở Nội vụ.",
        [("Đặng Phước Lành", "Chủ tịch", None), ("Hồ Văn Quý", "Giám đốc", "Sở Nội vụ")],
    ),
    (
        "Đại hội bầu bà Hồ Thị Lệ, sinh năm 1974, Phó Bí thư Đảng ủy xã Hòa Tiến, làm Chủ tịch HĐND xã Hòa Tiến.",
        [("Hồ Thị Lệ", "Phó Bí thư", "Đảng ủy xã Hòa Tiến"), ("Hồ Thị Lệ", "Chủ tịch", "HĐND xã Hòa Tiến")],
    ),
    ("Thừa ủy quyền của Chủ tịch nước, đồng chí Trần Văn Khải trao huân chương.", []),
    (
        "Các ông Hồ Văn Quý, Lê Văn Tình được bầu làm Phó Giám đốc Sở Nội vụ.",
        [("Hồ Văn Quý", "Phó Giám đốc", "Sở Nội vụ"), ("Lê Văn Tình", "Phó Giám đốc", "Sở Nội vụ")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), COMING)
def test_who_comes_into_an_office(text: str, expected: Rows) -> None:
    assert rows(text) == expected


def test_an_office_after_a_colon_is_that_of_the_person_before_it() -> None:
    text = "Thành lập Ban Chỉ đạo chuyển đổi số huyện Hòa Vang:\n1. Ông Hồ Văn Quý, Phó Chủ tịch UBND huyện Hòa Vang: Trưởng ban.\n"
    assert ("Hồ Văn Quý", "Trưởng ban", "Ban Chỉ đạo chuyển đổi số huyện Hòa Vang") in rows(text)


def test_a_plural_office_heads_a_list() -> None:
    text = "Các Ủy viên UBND huyện Hòa Vang:\n- Ông Hồ Văn Quý, Trưởng phòng Tư pháp;\n- Bà Lê Thị Tình, Trưởng phòng Nội vụ.\nCuộc họp kết thúc."
    members = [name for name, title, body in rows(text) if title == "Ủy viên" and body == "UBND huyện Hòa Vang"]
    assert members == ["Hồ Văn Quý", "Lê Thị Tình"]


def test_signers_side_by_side_have_the_offices_above_them() -> None:
    text = "Kế hoạch phối hợp.\n\nĐỒN TRƯỞNG                    HẠT TRƯỞNG\nTrần Văn Khải          Hồ Văn Quý\n"
    assert [(n, t) for n, t, _ in rows(text)] == [("Trần Văn Khải", "Đồn trưởng"), ("Hồ Văn Quý", "Hạt trưởng")]


def test_one_listed_after_a_chairman_is_of_the_same_body() -> None:
    text = "Phân công: ông Hồ Văn Quý, Chủ tịch UBND huyện Hòa Vang; ông Lê Văn Tình, Phó Chủ tịch."
    assert rows(text)[1] == ("Lê Văn Tình", "Phó Chủ tịch", "UBND huyện Hòa Vang")


def test_the_code_is_that_of_the_unit_of_the_body() -> None:
    doc = vnreport.analyze("Ông Hồ Văn Quý, Chủ tịch UBND huyện Hòa Vang dự.", posted="2018-01-01")
    assert [o.code for o in doc.officials] == ["497"]
    assert doc.to_frame("officials").loc[0, "unit_code"] == "497"


COMMITTEE = "Thành lập Ban Chỉ đạo chuyển đổi số xã Hòa Tiến, gồm các ông, bà:\n"
BOARD = "Ban Chỉ đạo chuyển đổi số xã Hòa Tiến"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("- Trưởng ban: Hồ Văn Quý - Chủ tịch UBND xã\n- Phó ban: Lê Thị Mận - Trưởng Công an xã\n", ["Trưởng ban", "Phó ban"]),
        ("1. Trưởng ban\nÔng Hồ Văn Quý, Chủ tịch UBND xã.\n2. Ủy viên\n- Bà Lê Thị Mận, Trưởng Công an xã.\n", ["Trưởng ban", "Ủy viên"]),
        ("1. Ông Hồ Văn Quý - Chủ tịch UBND xã làm Trưởng ban;\n2. Bà Lê Thị Mận - Trưởng Công an xã làm ủy viên.\n", ["Trưởng ban", "ủy viên"]),
        ("3. Các thành viên: Ông Hồ Văn Quý, Phó Chủ tịch UBND xã; bà Lê Thị Mận, Trưởng Công an xã.\n", ["thành viên", "thành viên"]),
    ],
)
def test_lists_of_a_committee(lines: str, expected: list[str]) -> None:
    found = {name: title for name, title, body in rows(COMMITTEE + lines) if body == BOARD}
    assert [found.get("Hồ Văn Quý"), found.get("Lê Thị Mận")] == expected


def test_bodies_may_be_named_with_the_last_of_a_list() -> None:
    text = "Dự có: Hồ Văn Quý - Bí thư; Lê Thị Mận - Phó Bí thư Đảng ủy xã Hòa Tiến."
    assert rows(text) == [("Hồ Văn Quý", "Bí thư", "Đảng ủy xã Hòa Tiến"), ("Lê Thị Mận", "Phó Bí thư", "Đảng ủy xã Hòa Tiến")]
