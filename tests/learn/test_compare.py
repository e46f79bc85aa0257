import pytest

from vnreport.document import Span
from vnreport.learn.compare import day, full, number, pair, plain, same_body, same_value


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("2018-04-24", "2018-04-24", True),
        ("2018-H1", "2018-01/2018-06", True),
        ("2018-Q4", "2018-10-01/2018-12-31", True),
        ("2018", "2018-01-01/2018-12-31", True),
        ("2018-W17", "2018-04-23/2018-04-29", True),
        ("2018-W17-WE", "2018-04-28/2018-04-29", True),
        ("2018-04-31", "2018-04-31", True),
        ("2018-04-31", "2018-05-01", False),
        ("P3M", "P3M", True),
        ("P3M", "P90D", False),
        ("2018/PRESENT_REF", "2018", False),
        (None, "", True),
    ],
)
def test_values_of_dates(a: str | None, b: str | None, same: bool) -> None:
    assert same_value(a, b) is same
    assert same_value(b, a) is same


def test_day_leaves_the_time_out() -> None:
    assert day("2018-04-24T08:30/2018-04-24T10:00") == "2018-04-24/2018-04-24"
    assert day("T08:30") == "T08:30"
    assert day(None) == ""


def test_strings_are_compared_folded() -> None:
    assert plain("  UỶ BAN,  Hoà-Vang. ") == plain("ủy ban hòa vang")
    assert full("UBND TP. Đà Nẵng") == "ủy ban nhân dân thành phố đà nẵng"
    assert number("12/2018/QĐ-UBND ") == number("12/2018/qđ - ubnd")


def test_bodies_share_half_of_their_words() -> None:
    assert same_body("UBND quận Cẩm Lệ", "Ủy ban nhân dân quận Cẩm Lệ")
    assert same_body(None, "")
    assert not same_body("UBND quận", None)
    assert not same_body("Sở Y tế", "Công an quận")


def test_pairs_are_one_to_one_and_the_largest_first() -> None:
    gold = [Span(0, 10, ""), Span(10, 20, "")]
    found = [Span(0, 2, ""), Span(1, 15, ""), Span(30, 40, "")]
    assert pair(gold, found, lambda g, p: True) == [(0, 1)]
    assert sorted(pair(gold, [Span(0, 9, ""), Span(8, 20, "")], lambda g, p: True)) == [(0, 0), (1, 1)]
    assert pair(gold, found, lambda g, p: False) == []
