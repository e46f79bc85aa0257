import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnreport.language.letters import bare, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hoà Vang", "hòa vang"),
        ("UỶ BAN", "ủy ban"),
        ("quý", "quý"),  # the u belongs to qu: the mark stands where it must
        ("hoàn toàn", "hoàn toàn"),
        ("Bà Rịa – Vũng Tàu", "bà rịa - vũng tàu"),
        ("Ea H’leo", "ea h'leo"),
        ("Ðà Nẵng", "đà nẵng"),
    ],
)
def test_folding_gives_one_spelling(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_a_shadow_has_the_length_of_its_text(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_bare_letters() -> None:
    assert bare("Đắk Nông") == "dak nong"
