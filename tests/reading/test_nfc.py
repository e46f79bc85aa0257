import unicodedata

import pytest

from vnreport.reading import read_text
from vnreport.reading.nfc import compose, normalise

TEXT = "Ủy ban nhân dân quận Cẩm Lệ\n\nHội nghị tổng kết.\n"


def test_text_in_nfc_is_left_alone() -> None:
    text, positions = normalise(TEXT)
    assert text == TEXT
    assert positions.locate(TEXT.index("Hội")) == (3, 1)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_character_leads_back_to_its_source(form: str, line_end: str) -> None:
    raw = unicodedata.normalize(form, TEXT).replace("\n", line_end)
    text, positions = normalise(raw)
    assert text == TEXT
    for i, c in enumerate(text):
        source = raw[positions.offset(i)]
        assert source == unicodedata.normalize(form, c)[0] if c != "\n" else source in "\r\n"
    assert positions.locate(text.index("Hội"))[0] == 3
    assert positions.locate(text.index("Hội"))[1] == 1


def test_line_and_column_are_those_of_the_source() -> None:
    doc = read_text(unicodedata.normalize("NFD", "Cẩm Lệ\nquận Cẩm Lệ"))
    assert doc.locate(doc.text.index("Lệ", 8)) == (2, len(unicodedata.normalize("NFD", "quận Cẩm ")) + 1)


def test_nothing_else_is_rewritten() -> None:
    odd = "a  b\t\u00a0\u200b\u00adc…  \n\n\n hoà uỷ"
    assert read_text(odd).text == odd


def test_maps_compose() -> None:
    raw = unicodedata.normalize("NFD", "é ế\r\n") * 2
    middle, inner = normalise(raw)
    shifted, outer = normalise(unicodedata.normalize("NFD", middle))
    assert compose(outer, inner, len(shifted)).line_starts == inner.line_starts
