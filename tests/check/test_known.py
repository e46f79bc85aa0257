"""Officials and bodies that the user knows, held against a text."""

import pytest

import vnreport
from vnreport.check.config import Config
from vnreport.document import KnownAbbreviation, KnownBody, KnownOfficial, UserFacts

CHAIR = KnownOfficial("Lưu Thị Mỹ Hạnh", "Chủ tịch", "UBND phường Bình An")
DEPUTY = KnownOfficial("Đàm Văn Sơn", "Phó Chủ tịch", "UBND phường Bình An")
EDUCATION = KnownBody("Sở Giáo dục và Đào tạo", ("Sở GD&ĐT",))


def check(text: str, rule: str, **facts: object) -> list[tuple[str, list[str]]]:
    config = Config(select=(rule,), facts=UserFacts(**facts))  # type: ignore[arg-type]
    return [(f.text, [s.text for s in f.suggestions]) for f in vnreport.check(text, config)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bà Lưu Thị Mỹ Hằng, Chủ tịch UBND phường Bình An chủ trì.", [("Lưu Thị Mỹ Hằng", ["Lưu Thị Mỹ Hạnh"])]),
        ("Ông Đàm Văn Sơm phát biểu.", [("Đàm Văn Sơm", ["Đàm Văn Sơn"])]),
        ("Bà Lưu Thị Mỹ Hạnh, Chủ tịch UBND phường Bình An chủ trì.", []),
        ("Bà Lưu Thị Mỹ Dung phát biểu.", []),  # another syllable, no office: another person
        ("Ông Đàm Văn Sơm, Giám đốc Sở Tài chính phát biểu.", []),  # another office
        ("Bà Lưu Thị Mỹ Hằng, Chủ tịch UBND phường Hòa Minh chủ trì.", []),  # another body
    ],
)
def test_names_against_the_list(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert check(text, "name-variant", officials=(CHAIR, DEPUTY)) == expected


def test_the_name_of_the_list_is_the_right_one_of_a_pair() -> None:
    text = "Ông Đàm Văn Sơm phát biểu.\nTheo ông Đàm Văn Sơm, việc đã xong.\nÔng Đàm Văn Sơn kết luận."
    assert check(text, "name-variant", officials=(DEPUTY,)) == [("Đàm Văn Sơm", ["Đàm Văn Sơn"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông Đàm Văn Sơn, Chủ tịch UBND phường Bình An dự.", [("Chủ tịch", ["Phó Chủ tịch"])]),
        ("Bà Lưu Thị Mỹ Hạnh, Phó Chủ tịch UBND phường Bình An dự.", [("Phó Chủ tịch", ["Chủ tịch"])]),
        ("Ông Đàm Văn Sơn, Phó Chủ tịch UBND phường Bình An dự.", []),
        ("Ông Đàm Văn Sơn, nguyên Chủ tịch UBND phường Bình An dự.", []),
        ("Ông Đàm Văn Sơn được bầu làm Chủ tịch UBND phường Bình An.", []),
        ("Ông Đàm Văn Sơn, Chủ tịch UBND phường Hòa Minh dự.", []),
    ],
)
def test_offices_against_the_list(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert check(text, "title-conflict", officials=(CHAIR, DEPUTY)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở GD-ĐT báo cáo.", [("Sở GD-ĐT", ["Sở GD&ĐT"])]),
        ("Sở GD & ĐT báo cáo.", [("Sở GD & ĐT", ["Sở GD&ĐT"])]),
        ("Theo Sở Giáo dục - Đào tạo, việc đã xong.", [("Sở Giáo dục - Đào tạo", ["Sở Giáo dục và Đào tạo"])]),
        ("Sở GD&ĐT báo cáo; Sở Giáo dục và Đào tạo nêu.", []),
        ("Sở GD&ĐT báo cáo.\nSở GD-ĐT nêu.", [("Sở GD-ĐT", ["Sở GD&ĐT"])]),
        ("Phòng GD-ĐT báo cáo.", []),
    ],
)
def test_bodies_against_the_list(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert check(text, "org-variant", bodies=(EDUCATION,)) == expected


def test_nothing_is_known_by_default() -> None:
    assert check("Bà Lưu Thị Mỹ Hằng, Chủ tịch UBND phường Bình An chủ trì. Sở GD-ĐT dự.", "NAM") == []


def test_an_abbreviation_of_the_user_is_expanded_and_needs_no_explanation() -> None:
    text = "UBND quận Cẩm Lệ họp\nNgày đăng: 24/04/2018\n\nSáng 24/4, UBND quận Cẩm Lệ họp. Ban QXYZK của phường báo cáo."
    facts = UserFacts(abbreviations=(KnownAbbreviation("QXYZK", "quản lý xây dựng kè"),))
    assert "quản lý xây dựng kè" in vnreport.analyze(text, facts=facts).expanded()
    assert [f for f in vnreport.check(text, Config(select=("ABB",), facts=facts)) if f.text == "QXYZK"] == []
    assert [f.text for f in vnreport.check(text, Config(select=("ABB",)))] == ["QXYZK"]
