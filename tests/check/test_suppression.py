"""Notes to the checker silence the findings of their rule at their place, and nothing else."""

import pytest

from vnreport.check.config import Config
from vnreport.check.engine import examine
from vnreport.pipeline import attach
from vnreport.reading import read, read_text

TWICE = "Hội nghị đã đã kết thúc."


def names(text: str, **config: object) -> list[str]:
    result = examine(attach(read_text(text)), Config(select=("doubled-word", "residue", "unused-ignore"), **config))  # type: ignore[arg-type]
    return [f.name for f in result.findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TWICE, ["doubled-word"]),
        (f"{TWICE} vnreport: ignore[doubled-word]", []),
        (f"{TWICE} vnreport: ignore[TXT001]", []),
        (f"{TWICE} vnreport: ignore[TXT]", []),
        (f"{TWICE} vnreport: ignore[ALL]", []),
        (f"vnreport: ignore[TXT001]\n{TWICE}", []),
        (f"{TWICE}\n{TWICE} vnreport: ignore[TXT001]", ["doubled-word"]),
        (f"{TWICE}\n{TWICE}\nvnreport: ignore-file[TXT001]", []),
        (f"{TWICE} vnreport: ignore[residue]", ["doubled-word", "unused-ignore"]),
        (f"{TWICE} vnreport: ignore[residue, TXT001]", ["unused-ignore"]),
        (f"Họp xong. vnreport: ignore[TXT001]\n{TWICE}", ["unused-ignore", "doubled-word"]),
        ("Họp xong. vnreport: ignore[no-such-rule]", ["unused-ignore"]),
        ("Họp xong. vnreport: ignore[date-year]", []),  # that rule was not run
        ("Họp xong.\nvnreport: ignore[TXT001]", ["unused-ignore"]),
        (f"{TWICE} # vnreport: ignore", ["doubled-word", "unused-ignore"]),
        (f"{TWICE}\n<!-- vnreport: ignore-file -->", ["doubled-word", "unused-ignore"]),
    ],
)
def test_markers(text: str, expected: list[str]) -> None:
    assert sorted(names(text)) == sorted(expected)


def test_what_is_silenced_is_counted() -> None:
    doc = attach(read_text(f"{TWICE} vnreport: ignore[TXT001]\n{TWICE}"))
    result = examine(doc, Config(select=("doubled-word",)))
    assert (len(result.findings), result.silenced) == (1, {"inline": 1})


def test_a_marker_about_nothing_is_placed_at_the_marker() -> None:
    [f] = examine(attach(read_text("Một.\n\n  vnreport: ignore[TXT001]\nHai.")), Config(select=("doubled-word", "unused-ignore"))).findings
    assert (f.line, f.column, f.text) == (3, 3, "Hai.")


def test_comments_of_a_web_page_silence_their_line() -> None:
    doc = attach(read(f"<p>{TWICE}</p> <!-- vnreport: ignore[TXT001] nguyên văn -->\n<p>{TWICE}</p>".encode()))
    assert [f.line for f in examine(doc, Config(select=("doubled-word",))).findings] == [2]


def test_allowed_texts_are_not_reported() -> None:
    assert names(TWICE, options={"doubled-word": {"allow": ("đã đã",)}}) == []
    doc = attach(read_text(TWICE))
    assert examine(doc, Config(select=("TXT",), options={"doubled-word": {"allow": ("đã  đã",)}})).silenced == {"ignored": 1}


def test_severity_and_confidence_follow_the_configuration() -> None:
    [f] = examine(attach(read_text(TWICE)), Config(select=("TXT001",), severity={"TXT": "error"})).findings
    assert f.severity == "error"
    assert names(TWICE, min_confidence=1.0) == []


def test_a_note_without_brackets_says_what_it_lacks() -> None:
    for doc in (read_text("Họp xong. # vnreport: ignore"), read(b"<p>UBND</p><!-- vnreport: ignore-file -->")):
        [f] = examine(attach(doc), Config(select=("unused-ignore",))).findings
        assert "hãy nêu tên quy tắc trong […]" in f.message.vi


def test_findings_stand_in_the_order_of_the_source() -> None:
    assert names(f"{TWICE} vnreport: ignore[residue]") == ["doubled-word", "unused-ignore"]
