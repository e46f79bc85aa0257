import unicodedata

import pytest

from vnreport.output.excerpt import WIDTH, excerpt, plain


def columns(text: str) -> int:
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Hội nghị đã đã kết thúc.", "đã đã"),
        ("a\tb đã đã", "đã đã"),
        ("中文 đã đã", "đã đã"),
        ("x\u0323\u0302y đã đã", "đã đã"),
        ("đầu\nhai đã đã\nba", "đã đã"),
        ("tiếng " * 60 + "đã đã" + " tiếng" * 60, "đã đã"),
        ("không\u00adthấy", "\u00ad"),
        ("dài " * 100, "dài " * 90),
        ("hết đã", "đã"),
    ],
)
def test_marks_stand_under_the_span(text: str, span: str) -> None:
    start = text.index(span)
    line, marks = excerpt(text, start, start + len(span))
    indent = len(marks) - len(marks.lstrip())
    shown = line
    while columns(shown) > indent:
        shown = shown[:-1]
    flagged = line[len(shown) :]
    first = "·" if span == "\u00ad" else span[0]
    assert flagged.lstrip("\u0323\u0302").startswith(first)
    assert marks.strip("^~ ") == ""
    assert "\n" not in line


def test_a_long_line_is_cut_to_fit() -> None:
    line, _ = excerpt("tiếng " * 500, 1200, 1205)
    assert len(line) <= WIDTH + 2
    assert line.startswith("…")
    assert line.endswith("…")


@pytest.mark.parametrize("odd", ["\x1b[31m", "\x07", "\u202e", "\u0000", "\ud800"])
def test_nothing_of_a_text_reaches_the_terminal_as_a_command(odd: str) -> None:
    line, _ = excerpt(f"a{odd}b", 0, 1)
    assert odd not in line
    assert odd not in plain(f"a{odd}b")


def test_a_span_over_lines_is_marked_to_the_end_of_the_first() -> None:
    assert excerpt("một\nhai", 0, 7) == ("một", "^~~")
