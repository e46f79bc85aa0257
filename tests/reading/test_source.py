import io
import unicodedata

import pytest

from vnreport.reading import ReadError, read
from vnreport.reading.source import MAX_BYTES, decode

TEXT = "Sáng 5/3, UBND phường Bình An họp bàn việc đường sá, trường lớp."


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_are_told_apart(codec: str) -> None:
    assert decode(TEXT.encode(codec)) == TEXT


def test_windows_1258_is_read_and_composed() -> None:
    tones = "\u0300\u0301\u0303\u0309\u0323"
    letters = [unicodedata.normalize("NFD", c) for c in TEXT]
    # Windows-1258 writes a letter and its tone mark as two characters.
    split = "".join(
        unicodedata.normalize("NFC", "".join(c for c in letter if c not in tones)) + "".join(c for c in letter if c in tones) for letter in letters
    )
    assert read(split.encode("cp1258")).text == TEXT


def test_declared_charset_of_a_page_is_used() -> None:
    page = f"<html><head><meta charset=windows-1252></head><body><p>{'café ' * 9}</p></body></html>"
    assert read(page.encode("cp1252")).text.startswith("café café")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty file"),
        (b" \r\n\t", "empty file"),
        ("\ufeff".encode(), "empty file"),
        (bytes(range(256)) * 40, "unknown encoding"),
        (b"abc\x00\x01\x02\x03\x04def" * 20, "binary"),
        (b"PK\x03\x04 and the rest of a docx", "docx"),
        (b"%PDF-1.7 and the rest", "PDF"),
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam: TCVN3".encode("latin-1"), "unknown encoding"),
    ],
)
def test_what_cannot_be_read_says_why_in_one_line(content: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as error:
        read(content, name="a.txt")
    assert reason in str(error.value)
    assert str(error.value).startswith("a.txt: ")
    assert "\n" not in str(error.value)


def test_damaged_utf8_is_told_with_its_place() -> None:
    with pytest.raises(ReadError, match="broken UTF-8 in line 3"):
        read((TEXT * 5 + "\n\n").encode() + b"\xe1 " + (TEXT * 5).encode())


def test_a_file_that_is_missing_a_folder_or_too_large(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ReadError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(ReadError, match="larger than"):
        read(b"a" * (MAX_BYTES + 1))
    with pytest.raises(ReadError, match="not a valid path"):
        read("a\x00b")


def test_file_objects_and_names(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "bài.txt"
    file.write_text(TEXT, "utf-8")
    assert read(file).source == str(file)
    assert read(str(file)).text == TEXT
    with file.open("rb") as opened:
        assert read(opened).source == str(file)
    assert read(io.StringIO(TEXT), name="x").source == "x"
    assert read(io.BytesIO(TEXT.encode())).source is None


def test_format_is_told_from_name_then_content() -> None:
    assert read(b"<p>UBND</p>").text == "UBND"
    assert read(b"<p>UBND</p>", name="a.txt").text == "<p>UBND</p>"
    assert read(b"UBND <b>x</b>", name="a.HTM").text == "UBND x"
    assert read(b"<p>UBND</p>", format="txt").text == "<p>UBND</p>"
    with pytest.raises(ReadError, match="no format"):
        read(b"x", format="odt")


@pytest.mark.parametrize("sign", "\x01\x07\x08\x1c\x1e\x1f\x7f")
@pytest.mark.parametrize("text", [TEXT, "Họp."])
def test_a_few_control_characters_stay_in_the_text_and_places_stay_right(sign: str, text: str) -> None:
    raw = f"{sign}{text}\r\n{text[:3]}{sign}{text[3:]}\r\n{text}"
    doc = read(raw.encode(), name="a.txt")
    assert doc.text == raw.replace("\r\n", "\n")
    assert doc.locate(doc.text.rindex(text)) == (3, 1)
    assert doc.locate(doc.text.index(text[3:], len(text) + 1)) == (2, 5)


def test_a_binary_file_is_told_with_the_character_and_its_place() -> None:
    with pytest.raises(ReadError, match=r"U\+0000 in line 2, column 3"):
        read("Họp\nxo\x00ng.".encode())
    with pytest.raises(ReadError, match=r"U\+0001 in line 1, column 2"):
        read(("a" + "\x01\x02" * 20).encode())


def test_a_word_file_that_is_none_is_refused_whatever_is_in_it() -> None:
    for content in (TEXT.encode(), b"<p>UBND</p>", bytes(range(1, 256))):
        with pytest.raises(ReadError, match="not a Word file: save it"):
            read(content, name="bad.DOCX")
    with pytest.raises(ReadError, match="doc/xls"):
        read(b"\xd0\xcf\x11\xe0 and the rest of a .doc", name="bad.docx")
