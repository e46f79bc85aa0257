import pytest

from vnreport.quantities import find
from vnreport.quantities.figures import like


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tiếp nhận 2.460 hồ sơ", [("2.460 hồ sơ", 2460.0, "hồ sơ")]),
        ("đạt 34,5%", [("34,5%", 34.5, "%")]),
        ("sản lượng 835,740 tấn", [("835,740 tấn", 835.74, "tấn")]),
        ("trao 03 đơn vị", [("03 đơn vị", 3.0, "đơn vị")]),
        ("trên 4,2 tỷ đồng", [("4,2 tỷ đồng", 4.2, "tỷ đồng")]),
        ("62 triệu đồng/người/năm", [("62 triệu đồng/người/năm", 62.0, "triệu đồng/người/năm")]),
        ("có 214/223 hộ", [("214/223 hộ", 214.0, "hộ")]),
        ("hai phường và mười bảy hộ dân", [("hai phường", 2.0, "phường"), ("mười bảy hộ dân", 17.0, "hộ dân")]),
        ("trong tổng số 920 người", [("920 người", 920.0, "người")]),
        ("5.400 số ca mắc", [("5.400 số ca mắc", 5400.0, "số ca mắc")]),
    ],
)
def test_a_number_has_the_words_of_its_unit(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert [(text[w.start : w.end], w.value, w.unit) for w in find(text)] == expected


@pytest.mark.parametrize(
    "text", ["quận 3", "số 12", "tháng 5", "điện thoại 0905123456", "thứ hai", "Quyết định 12/QĐ-UBND", "gọi 19001234"]
)
def test_names_dates_and_telephones_are_no_quantities(text: str) -> None:
    assert find(text) == []


def test_what_lies_outside_is_left_out() -> None:
    text = "ngày 24/4 có 24 hộ"
    assert [w.value for w in find(text, outside=[(0, 9)])] == [24.0]


@pytest.mark.parametrize(("text", "approx"), [("gần 200 hộ", -1), ("trên 200 hộ", 1), ("khoảng 200 hộ", 0), ("có 200 hộ", None)])
def test_words_before_a_number_say_how_exact_it_is(text: str, approx: int | None) -> None:
    assert find(text)[0].approx == approx


@pytest.mark.parametrize(
    ("sample", "value", "expected"),
    [("09", 8, "08"), ("2.460", 2360, "2.360"), ("34,5", 35.45, "35,5"), ("1000", 1200, "1200"), ("999", 1200, "1.200"), ("5", 12, "12")],
)
def test_a_number_is_written_like_the_sample(sample: str, value: float, expected: str) -> None:
    assert like(sample, value) == expected
