"""A baseline knows what was there, by file and count, and nothing more."""

from pathlib import Path

import pytest

import vnreport
from vnreport.check import baseline
from vnreport.check.baseline import Entry
from vnreport.check.config import Config
from vnreport.check.errors import ConfigError
from vnreport.document import Finding

TWICE = "Hội nghị đã đã kết thúc."
OTHER = "Cán bộ sẽ sẽ về thôn."
RAN = {"doubled-word"}


def found(text: str) -> list[Finding]:
    return vnreport.check(text, Config(select=("doubled-word",)))


def test_what_is_known_is_silent_and_what_comes_on_top_is_new() -> None:
    known = baseline.entries(found(TWICE))
    assert baseline.fresh(found(TWICE), known) == []
    assert [f.text for f in baseline.fresh(found(f"{TWICE}\n{OTHER}"), known)] == ["sẽ sẽ"]
    # The same slip once more is a new finding, although its fingerprint is known.
    assert len(baseline.fresh(found(f"{TWICE}\n{TWICE}"), known)) == 1


def test_what_is_gone_is_stale() -> None:
    known = baseline.entries(found(f"{TWICE}\n{TWICE}\n{OTHER}"))
    gone = baseline.stale(found(TWICE), known, RAN)
    assert sorted((e.text, e.count) for e in gone.values()) == [("sẽ sẽ", 1), ("đã đã", 1)]
    assert [(e.text, e.count) for e in baseline.lowered(found(TWICE), known, RAN).values()] == [("đã đã", 1)]


def test_of_a_rule_that_did_not_run_nothing_is_stale() -> None:
    known = baseline.entries(found(TWICE))
    assert baseline.stale([], known, {"residue"}) == {}
    assert baseline.lowered([], known, {"residue"}) == known


def test_text_round_trip_in_a_fixed_order(tmp_path: Path) -> None:
    documents = {"b.txt": {"f" * 16: Entry(2, "TXT001", "doubled-word", "“đã\tđã”")}, "a.txt": {"0" * 16: Entry(1, "DAT001", "date-invalid", "x")}}
    text = baseline.dump(documents)
    assert text.index("a.txt") < text.index("b.txt") and text.endswith("}\n")
    (tmp_path / "b.json").write_text(text, "utf-8")
    assert baseline.read(tmp_path / "b.json") == documents
    (tmp_path / "empty.json").write_text(baseline.dump({"a.txt": {}}), "utf-8")
    assert baseline.read(tmp_path / "empty.json") == {}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 9, "documents": {}}', '{"version": 1, "documents": {"a": {"b": {"count": 1}}}}'])
def test_a_damaged_baseline_does_not_pass_for_an_empty_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "b.json").write_text(text, "utf-8")
    with pytest.raises(ConfigError, match="baseline"):
        baseline.read(tmp_path / "b.json")


def test_documents_are_called_by_their_path_from_the_file(tmp_path: Path) -> None:
    assert baseline.key(str(tmp_path / "posts" / "a.txt"), tmp_path / "b.json") == "posts/a.txt"
    assert baseline.key(str(tmp_path / "a.txt"), tmp_path / "qa" / "b.json") == "../a.txt"
    assert baseline.key("-", tmp_path / "b.json") == baseline.key(None, tmp_path / "b.json") == "-"


def test_a_renamed_file_is_known_by_its_findings() -> None:
    one, two = baseline.entries(found(TWICE)), baseline.entries(found(OTHER))
    known = {"old.txt": one, "kept.txt": two}
    assert baseline.moved(known, {"new.txt": one, "kept.txt": two}, ["old.txt"]) == {"old.txt": "new.txt"}
    assert baseline.moved(known, {"new.txt": two, "kept.txt": one}, ["old.txt"]) == {}
