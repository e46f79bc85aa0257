from __future__ import annotations

import unicodedata

import pytest

import vnreport
from vnreport.check.fix import Choice, diff, fix
from vnreport.check.registry import rules


def repaired(raw: bytes, choice: Choice | None = None, name: str = "a.txt", posted: str | None = None) -> tuple[bytes, list[str]]:
    doc = vnreport.analyze(vnreport.read(raw, name=name), posted=posted)
    result = fix(raw, doc, vnreport.check(doc), choice or Choice())
    return result.content, [why for _, why in result.left]


SLIPS = "Hội nghị đã đã kết thúc , mọi người vui vẻ.\r\n// ]]>\r\n"
CLEAN = "Hội nghị đã kết thúc, mọi người vui vẻ.\r\n\r\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_encoding_mark_and_line_ends_stay(codec: str) -> None:
    assert repaired(SLIPS.encode(codec))[0] == CLEAN.encode(codec)


def test_letters_in_several_code_points_stay_as_they_are_elsewhere() -> None:
    before, after = (unicodedata.normalize("NFD", piece) for piece in ("Quận ", " họp bàn với các phường."))
    raw = (before + unicodedata.normalize("NFD", "đã đã") + after).encode()
    assert repaired(raw)[0] == f"{before}đã{after}".encode()


def test_text_without_findings_is_the_same_to_the_byte() -> None:
    raw = "\ufeffQuận họp bàn.\r\nPhường đã báo cáo.\r".encode()
    assert repaired(raw)[0] == raw


def test_markup_stays_and_what_lies_across_it_is_left_alone() -> None:
    raw = "<html><body><p>Quận đã đã họp &amp; <b>các</b> các phường họp.</p></body></html>".encode()
    content, left = repaired(raw, name="a.html")
    assert content == "<html><body><p>Quận đã họp &amp; <b>các</b> các phường họp.</p></body></html>".encode()
    assert left == ["source"]


def test_dates_names_numbers_and_units_are_never_changed_unasked() -> None:
    raw = "Chiều ngày 23/4/2017, UBND quận Cẩm Lệ tổ chức hội nghị.".encode()
    assert repaired(raw, posted="2018-04-24")[0] == raw
    assert repaired(raw, Choice.of(["ALL"]), posted="2018-04-24")[0] == raw
    assert b"23/4/2018" in repaired(raw, Choice.of(["date-year"]), posted="2018-04-24")[0]


def test_single_findings_are_named_by_their_fingerprint() -> None:
    raw = "Chiều ngày 23/4/2017, UBND quận Cẩm Lệ tổ chức hội nghị.".encode()
    [found] = [f for f in vnreport.check(vnreport.analyze(vnreport.read(raw), posted="2018-04-24")) if f.name == "date-year"]
    assert b"23/4/2018" in repaired(raw, Choice.of([found.fingerprint]), posted="2018-04-24")[0]


def test_several_ways_to_repair_are_left_to_the_reader() -> None:
    raw = "Phường có 250 suất quà, gồm 180 suất của Mặt trận và 80 suất của Hội.".encode()
    content, left = repaired(raw, Choice.of(["number-sum"]))
    assert (content, left) == (raw, ["several"])


def test_groups_reach_text_rules_alone() -> None:
    everything = Choice.of(["ALL"]).rules
    assert everything == {r.name for r in rules() if r.repair != "fact"}
    assert not any(name.startswith(("date-", "unit-", "number-", "name-", "title-", "citation-")) for name in everything)
    with pytest.raises(ValueError, match="DAT"):
        Choice.of(["DAT"])


def test_an_encoding_that_cannot_be_written_back_is_refused() -> None:
    raw = b"<?xml encoding='iso-8859-1'?><p>caf\xe9 \x81\xff</p>"
    doc = vnreport.analyze("Quận đã đã họp.")
    with pytest.raises(ValueError, match="UTF-8"):
        fix(raw, doc, vnreport.check(doc), Choice())


def test_diff_names_the_file_and_the_missing_line_end() -> None:
    shown = diff(b"a\nb", b"a\nc", "bài.txt")
    assert shown.startswith("--- bài.txt\n+++ bài.txt\n")
    assert shown.endswith("+c\n\\ No newline at end of file\n")


def test_control_characters_of_word_processors_are_repaired() -> None:
    raw = "Kế hoạch số 12/KH\x1eUBND của hội ng\x1fhị đã xong\x07.\nHết.\n".encode()
    assert repaired(raw) == ("Kế hoạch số 12/KH-UBND của hội nghị đã xong.\nHết.\n".encode(), [])


def test_a_diff_goes_by_lines_whatever_characters_they_hold() -> None:
    shown = diff("một\x1e hai\n".encode(), "một- hai\n".encode(), "a.txt")
    assert shown.endswith("-một\x1e hai\n+một- hai\n")
