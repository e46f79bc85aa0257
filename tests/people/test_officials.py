"""Who holds which office in which body."""

import pytest

import vnreport
from vnreport.document import Document, Issuer
from vnreport.people import holders, is_single_office
from vnreport.pipeline import Pipeline

Rows = list[tuple[str, str, str | None]]

CASES: list[tuple[str, Rows]] = [
    ("Giám đốc Sở Nội vụ Mai Văn Thuần dự.", [("Mai Văn Thuần", "Giám đốc", "Sở Nội vụ")]),
    ("Ông Mai Văn Thuần - Giám đốc Sở Nội vụ dự.", [("Mai Văn Thuần", "Giám đốc", "Sở Nội vụ")]),
    ("Ông Mai Văn Thuần (Giám đốc Sở Nội vụ) dự.", [("Mai Văn Thuần", "Giám đốc", "Sở Nội vụ")]),
    ("Giám đốc Sở Nội vụ - ông Mai Văn Thuần dự.", [("Mai Văn Thuần", "Giám đốc", "Sở Nội vụ")]),
    (
        "Ông Từ Đức Hiền, Bí thư Đảng ủy, Chủ tịch HĐND xã Hòa Tiến dự.",
        [("Từ Đức Hiền", "Bí thư", "Đảng ủy xã Hòa Tiến"), ("Từ Đức Hiền", "Chủ tịch", "HĐND xã Hòa Tiến")],
    ),
    (
        "Có các đồng chí: Vũ Thị Lệ, Giám đốc Sở Y tế; Thượng tá Kha Văn Minh, Phó Giám đốc Công an tỉnh Nghệ An; lãnh đạo các sở.",
        [("Vũ Thị Lệ", "Giám đốc", "Sở Y tế"), ("Kha Văn Minh", "Phó Giám đốc", "Công an tỉnh Nghệ An")],
    ),
    (
        "Các Phó Chủ tịch UBND tỉnh Nghệ An: Lê Hoài An và Phạm Văn Nghĩa cùng dự.",
        [("Lê Hoài An", "Phó Chủ tịch", "UBND tỉnh Nghệ An"), ("Phạm Văn Nghĩa", "Phó Chủ tịch", "UBND tỉnh Nghệ An")],
    ),
    ("Trưởng Ban Tuyên giáo Tỉnh ủy Nghệ An Hồ Sỹ Bình dự.", [("Hồ Sỹ Bình", "Trưởng Ban", "Ban Tuyên giáo Tỉnh ủy Nghệ An")]),
    ("Ông Hồ Sỹ Bình, nguyên Giám đốc Sở Y tế dự.", [("Hồ Sỹ Bình", "nguyên Giám đốc", "Sở Y tế")]),
    (
        "Đ/c Đoàn Văn Hưng\nGiám đốc Sở Y tế\nĐ/c Lê Thị Thu\nPhó Giám đốc Sở Y tế",
        [("Đoàn Văn Hưng", "Giám đốc", "Sở Y tế"), ("Lê Thị Thu", "Phó Giám đốc", "Sở Y tế")],
    ),
    ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nVõ Minh Hoàng", [("Võ Minh Hoàng", "Phó Chủ tịch", "UBND")]),
    ("Anh Vương Ngọc Hải được bầu giữ chức Bí thư Tỉnh đoàn Hà Giang.", [("Vương Ngọc Hải", "Bí thư", "Tỉnh đoàn Hà Giang")]),
    (
        "Ông Đào Duy Khánh sinh năm 1970. Trước đây, ông là Giám đốc Sở Y tế.",
        [("Đào Duy Khánh", "Giám đốc", "Sở Y tế")],
    ),
    ("Ủy quyền của Chủ tịch UBND tỉnh, Giám đốc Sở Y tế Đào Duy Khánh trao quà.", [("Đào Duy Khánh", "Giám đốc", "Sở Y tế")]),
    ("Đ/c Lê Thị Ái, P.Trưởng phòng Tư pháp huyện Hòa Vang dự.", [("Lê Thị Ái", "Phó Trưởng phòng", "Phòng Tư pháp huyện Hòa Vang")]),
    ("Phó Giám đốc Sở Y tế (phụ trách) Tạ Thị Ánh chủ trì.", [("Tạ Thị Ánh", "Phó Giám đốc", "Sở Y tế")]),
    ("Tổ trưởng Tổ dân phố số 5 Huỳnh Thị Năm nói.", [("Huỳnh Thị Năm", "Tổ trưởng", "Tổ dân phố số 5")]),
    (
        "Ông Tạ Văn Lân - Trưởng phòng Khảo thí và Kiểm định, Sở Giáo dục và Đào tạo dự.",
        [("Tạ Văn Lân", "Trưởng phòng", "Phòng Khảo thí và Kiểm định, Sở Giáo dục và Đào tạo")],
    ),
    (
        "Bí thư T.Ư Đoàn, Chủ tịch T.Ư Hội LHTN Việt Nam Đỗ Phi Hùng dự.",
        [
            ("Đỗ Phi Hùng", "Bí thư", "T.Ư Đoàn"),
            ("Đỗ Phi Hùng", "Chủ tịch", "T.Ư Hội LHTN Việt Nam"),
        ],
    ),
    ("Giữ chức vụ Trưởng phòng Nội vụ huyện Tân Phước: ông Trần Hữu Lễ.", [("Trần Hữu Lễ", "Trưởng phòng", "Phòng Nội vụ huyện Tân Phước")]),
    ("Chủ tịch UBND các huyện, Giám đốc Sở Nội vụ Bùi Quang Phát dự.", [("Bùi Quang Phát", "Giám đốc", "Sở Nội vụ")]),
    ("Ông Trần Minh Hoàng - Bí thư phường Điện Dương.", [("Trần Minh Hoàng", "Bí thư", "Đảng ủy phường Điện Dương")]),
    ("Ông Trần Minh Hoàng, Phó Chủ tịch TP Hội An.", [("Trần Minh Hoàng", "Phó Chủ tịch", "UBND TP Hội An")]),
    (
        "Lập Hội đồng thẩm định: bà Hà Thị Minh Hạnh, Giám đốc Sở Y tế - Phó Chủ tịch Hội đồng.",
        [("Hà Thị Minh Hạnh", "Giám đốc", "Sở Y tế"), ("Hà Thị Minh Hạnh", "Phó Chủ tịch", "Hội đồng thẩm định")],
    ),
    ("Bí thư Đoàn phường Lê Thị Ngọc Giàu dự.", [("Lê Thị Ngọc Giàu", "Bí thư", "Đoàn phường")]),
    ("Tổng thống Pháp Emmanuel Macron dự.", [("Emmanuel Macron", "Tổng thống", "Pháp")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_offices(text: str, expected: Rows) -> None:
    assert [(o.name, t, o.organisation) for o in holders(text) for t in o.titles] == expected


def test_the_issuer_completes_the_body() -> None:
    doc = Document("Đồng chí Chủ tịch UBND quận Trần Bảo Quốc dự. Ông Quốc phát biểu.", engine=Pipeline())
    doc.layers["issuer"] = Issuer("quận", "Cẩm Lệ", "495", "Đà Nẵng")
    (official,) = doc.officials
    assert official.organisation == "UBND quận Cẩm Lệ"
    assert [m.text for m in official.mentions] == ["Trần Bảo Quốc", "Quốc"]


@pytest.mark.parametrize(
    ("letterhead", "body"),
    [("ỦY BAN NHÂN DÂN\nTHỊ XÃ HƯƠNG THỦY", "UBND thị xã Hương Thủy"), ("HỘI ĐỒNG NHÂN DÂN\nTHỊ XÃ HƯƠNG THỦY", "HĐND thị xã Hương Thủy")],
)
def test_a_signature_without_a_body_is_the_issuers(letterhead: str, body: str) -> None:
    text = f"{letterhead}\n-------\nSố: 12/BC\nHương Thủy, ngày 24 tháng 8 năm 2020\n\nBÁO CÁO\nTình hình"
    text += "\n\nĐã xong.\n\nCHỦ TỊCH\n\n\nNgô Văn Hiền"
    (official,) = vnreport.analyze(text).officials
    assert (official.name, official.titles, official.organisation) == ("Ngô Văn Hiền", ("Chủ tịch",), body)


def test_offsets_are_those_of_the_text() -> None:
    doc = Document("Chủ tịch UBND quận Trần Văn\nKhải dự.", engine=Pipeline())
    assert all(doc.text[e.start : e.end] == e.text for e in doc.entities)
    assert [o.name for o in doc.officials] == ["Trần Văn Khải"]


@pytest.mark.parametrize(("title", "single"), [("Chủ tịch", True), ("Trưởng Công an", True), ("Phó Trưởng ban", False), ("ủy viên", False)])
def test_single_offices(title: str, single: bool) -> None:
    assert is_single_office(title) is single
