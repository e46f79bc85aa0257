from vnreport.language.matcher import Matcher


def test_names_are_found_at_syllable_boundaries_only() -> None:
    m = Matcher([("an", "An"), ("tân an", "Tân An")])
    assert [v for _, _, v in m.all("tân an, đoan an")] == ["Tân An", "An", "An"]


def test_the_longest_of_overlapping_names_wins() -> None:
    m = Matcher([("lệ", 1), ("cẩm lệ", 2), ("cẩm", 3)])
    assert list(m.longest("cẩm lệ và lệ")) == [(0, 6, 2), (10, 12, 1)]


def test_an_empty_table_finds_nothing() -> None:
    assert list(Matcher([]).all("cẩm lệ")) == []
