"""Notes to the checker are no part of the text, and the places of the rest stay right."""


import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnreport
from tests.limits import within
from vnreport.reading import read, read_text
from vnreport.reading.markers import cut

NOTE = "vnreport: ignore[doubled-word]"


@pytest.mark.parametrize(
    ("source", "text", "targets"),
    [
        (f"Họp xong. {NOTE}\nVề.", "Họp xong.\nVề.", [1]),
        (f"Họp xong.  # {NOTE}", "Họp xong.", [1]),
        (f"Họp xong. <!-- {NOTE} trích nguyên văn -->\nVề.", "Họp xong.\nVề.", [1]),
        (f"Họp {NOTE} xong.", "Họp xong.", [1]),
        (f"{NOTE} Họp xong.", "Họp xong.", [1]),
        (f"Họp.\n{NOTE}\nXong.\n", "Họp.\nXong.\n", [3]),
        (f"Họp.\r\n// {NOTE}\r\n\r\nXong.\r\n", "Họp.\n\nXong.\n", [4]),
        (f"{NOTE}\n  # {NOTE}  \nXong.", "Xong.", [3, 3]),
        (f"Họp. {NOTE} {NOTE}\n", "Họp.\n", [1, 1]),
        (f"Họp.\n{NOTE}", "Họp.\n", [3]),
        ("Họp.\nvnreport: ignore-file[TXT]\nXong.", "Họp.\nXong.", [None]),
        ("Họp. # vnreport: ignore\nXong.", "Họp.\nXong.", [1]),
        ("Họp.\n<!-- vnreport: ignore-file -->\nXong.", "Họp.\nXong.", [None]),
        ("Họp. // vnreport: ignore [TXT]", "Họp.", [1]),
        ("Họp. vnreport: ignored, vnreport: ignore[TXT", "Họp. vnreport: ignored, vnreport: ignore[TXT", []),
        ("Họp. <!-- vnreport: ignore[TXT] không đóng", "Họp. <!-- không đóng", [1]),
        ("Không có gì.", "Không có gì.", []),
    ],
)
def test_markers_leave_the_text(source: str, text: str, targets: list[int | None]) -> None:
    doc = read_text(source)
    assert doc.text == text
    assert [m.target for m in doc.markers] == targets


def test_places_after_a_marker_are_those_of_the_source() -> None:
    source = f"Mở đầu. {NOTE}\r\n{NOTE}\r\nQuận Cẩm Lê\u0323 họp. {NOTE} Xong.\nHết."
    doc = read_text(source)
    for word in ("Mở", "họp", "Xong", "Hết"):
        line, column = doc.locate(doc.text.index(word))
        assert source.split("\n")[line - 1][column - 1 :].startswith(word)


def test_selectors_and_place() -> None:
    [marker] = cut("Họp.\n  vnreport: ignore[ TXT001 , date-year]")[1]
    assert (marker.selectors, marker.line, marker.column) == (("TXT001", "date-year"), 2, 3)


def test_in_a_web_page_markers_stand_in_comments() -> None:
    page = f"<p>Một.</p>\n<!-- {NOTE} -->\n<p>Hai {NOTE}.</p> <!-- vnreport: ignore[TXT] vì trích dẫn -->\n<!-- vnreport: ignore-file[DAT] -->"
    doc = read(page.encode())
    assert [(m.selectors, m.target) for m in doc.markers] == [(("doubled-word",), 3), (("TXT",), 3), (("DAT",), None)]
    assert doc.text == f"Một.\nHai {NOTE}."


def test_a_marked_text_is_analysed_as_the_text_without_marks() -> None:
    plain = "Phường Bình An\nNgày đăng: 24/04/2018\n\nSáng 24/4/2018, UBND quận Cẩm Lệ họp.\n"
    marked = f"{NOTE}\nPhường Bình An\nNgày đăng: 24/04/2018 # {NOTE}\n\nSáng 24/4/2018, UBND quận Cẩm Lệ họp. {NOTE}\n"
    assert vnreport.analyze(marked).to_dict(findings=False) == vnreport.analyze(plain).to_dict(findings=False)


PIECES = ("Họp ", "xong.", "\n", "\r\n", "\r", "  ", NOTE, f"# {NOTE}", f"<!-- {NOTE} vì -->", "vnreport: ", "x]")


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_every_character_leads_back_to_itself(pieces: list[str]) -> None:
    source = "".join(pieces)
    text, markers, positions = cut(source)
    assert len(markers) == source.count(NOTE) and NOTE not in text
    for i, c in enumerate(text):
        assert source[positions.offset(i) if positions else i] == c


@pytest.mark.parametrize("unit", [f"{NOTE}\n", f"{NOTE}\n\n", f"{NOTE} ", f"Họp. {NOTE}\n", "vnreport: ignore[", "<!-- vnreport: ignore[x] "])
def test_many_markers_come_to_an_end(unit: str) -> None:
    with within(60):
        cut(unit * 100_000)
