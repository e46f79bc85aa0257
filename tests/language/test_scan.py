from hypothesis import given
from hypothesis import strategies as st

from vnreport.language.scan import scan


def test_names_with_apostrophes_are_one_token() -> None:
    assert scan("Ea H’leo, K'Broi").words == ("Ea", "H’leo", ",", "K'Broi")


def test_shapes_tell_capitals_figures_and_signs() -> None:
    assert scan("UBND Quận quận 12 KTXHvà .").shapes == "UCldmp"


def test_tokens_are_found_by_offset() -> None:
    s = scan("UBND quận 3\nhọp")
    assert s.at(0) == 0 and s.at(4) == 1 and s.before(4) == 0 and s.before(3) == -1
    assert list(s.between(5, 11)) == [1, 2]
    assert s.line_break(3) and not s.line_break(2)


@given(st.text())
def test_tokens_slice_back_and_stand_in_order(text: str) -> None:
    s = scan(text)
    end = 0
    for start, stop, word in zip(s.starts, s.ends, s.words, strict=True):
        assert end <= start < stop and text[start:stop] == word
        end = stop
