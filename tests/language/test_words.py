from vnreport.language.words import words


def test_words_align_with_the_text_as_it_is() -> None:
    text = "Uỷ ban  nhân dân quận\nHoà Vang tổ chức hội nghị."
    found = [text[a:b] for a, b in words(text)]
    assert "".join("".join(found).split()) == "".join(text.split())
    assert "tổ chức" in found and "hội nghị" in found


def test_a_blank_text_has_no_words() -> None:
    assert words(" \n\n ") == []
