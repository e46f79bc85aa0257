import pytest

from vnreport.language.numbers import figure, roman, spelled


@pytest.mark.parametrize(
    ("text", "value"),
    [("2.396", 2396), ("6.206,5", 6206.5), ("34,5", 34.5), ("07", 7), ("1.000.000", 1_000_000), ("34.5", 34.5), ("1.2.3", None), ("", None)],
)
def test_figures(text: str, value: float | None) -> None:
    assert figure(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ba", 3),
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi mốt", 21),
        ("chín mươi tư", 94),
        ("một trăm linh năm", 105),
        ("ba trăm hai mươi", 320),
        ("hai nghìn không trăm mười tám", 2018),
        ("hai triệu ba trăm nghìn", 2_300_000),
        ("trăm", None),
        ("hội nghị", None),
        ("", None),
    ],
)
def test_numbers_in_words(text: str, value: int | None) -> None:
    assert spelled(text) == value


@pytest.mark.parametrize(("text", "value"), [("I", 1), ("IV", 4), ("XII", 12), ("XIX", 19), ("XLV", 45), ("IIII", None), ("VX", None), ("", None)])
def test_roman_numerals(text: str, value: int | None) -> None:
    assert roman(text) == value
