"""Decisions on findings, in a file that people edit."""

from datetime import date
from pathlib import Path

import pytest

import vnreport
from vnreport.check import triage
from vnreport.check.config import Config
from vnreport.check.decisions import Decisions
from vnreport.check.engine import examine
from vnreport.check.errors import ConfigError
from vnreport.check.triage import Decision
from vnreport.document import Finding
from vnreport.pipeline import attach
from vnreport.reading import read_text

TWICE = "Hội nghị đã đã kết thúc."
A, B = "0123456789abcdef", "fedcba9876543210"
FILE = f"""# Ban biên tập, năm 2026

["{A}:1"]
status = "false-alarm"   # đã hỏi tác giả
reason = "trích nguyên văn"

# về thôn Bình An
["{B}"]
status = "accepted"
date = 2026-11-25
"""


def found(text: str) -> list[Finding]:
    return list(examine(attach(read_text(text)), Config(select=("doubled-word",))).findings)


def test_reading() -> None:
    known = triage.parse(FILE)
    assert known[f"{A}:1"] == Decision(f"{A}:1", "false-alarm", "trích nguyên văn")
    assert known[B].date == date(2026, 11, 25)


def test_a_decision_is_added_at_the_end_and_changed_in_its_place() -> None:
    new = Decision(f"{A}:2", "fixed", 'ghi "đúng"\x7f\n', by="Lê Văn Nam", date=date(2026, 1, 2), only=("*.txt",), text="đã đã")
    text = triage.put(FILE, new)
    assert text.startswith(FILE) and triage.parse(text)[f"{A}:2"] == new
    changed = triage.put(FILE, Decision(f"{A}:1", "accepted"))
    assert triage.parse(changed)[f"{A}:1"].status == "accepted"
    assert "# Ban biên tập" in changed and "# về thôn Bình An\n[" in changed and triage.parse(changed)[B] == triage.parse(FILE)[B]
    assert triage.parse(triage.put("", new)) == {f"{A}:2": new}


def test_a_decision_is_dropped_without_its_neighbours() -> None:
    text = triage.drop(FILE, [f"{A}:1"])
    assert list(triage.parse(text)) == [B] and "# về thôn Bình An\n[" in text
    assert triage.parse(triage.drop(FILE, [f"{A}:1", B])) == {}


def test_a_decision_in_another_form_is_left_to_its_author() -> None:
    with pytest.raises(ConfigError, match="hãy sửa tay"):
        triage.put(f'"{A}" = {{ status = "fixed" }}', Decision(A, "accepted"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('["xyz"]\nstatus = "fixed"', "không phải dấu vết"),
        (f'["{A}:0"]\nstatus = "fixed"', "không phải dấu vết"),
        (f'["{A}"]\nstatus = "false alarm"', "gần nhất là 'false-alarm'"),
        (f'["{A}"]\nreason = "x"', "không có trạng thái ''"),
        (f'["{A}"]\nstatus = "fixed"\nreson = "x"', "gần nhất là 'reason'"),
        (f'["{A}"]\nstatus = "fixed"\ndate = "2026-11-25"', "ngày như 2026-11-25"),
        (f'["{A}"]\nstatus = "fixed"\nreason = 3', "reason phải là chữ"),
        ("[", "sai cú pháp TOML"),
    ],
)
def test_a_mistake_names_what_is_wrong(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "t.toml").write_text(text, "utf-8")
    with pytest.raises(ConfigError, match=message) as error:
        triage.read(tmp_path / "t.toml")
    assert "\n" not in str(error.value)


def decide(tmp_path: Path, text: str, *decisions: Decision, source: str = "a.txt") -> tuple[Decisions, int, dict[str, int]]:
    file = tmp_path / "t.toml"
    content = ""
    for d in decisions:
        content = triage.put(content, d)
    file.write_text(content, "utf-8")
    run = Decisions()
    kept, silenced = run.apply(str(tmp_path / source), found(text), Config(triage=file))
    return run, len(kept), silenced


def test_decisions_silence_what_they_name(tmp_path: Path) -> None:
    first, second = (f.fingerprint for f in found(f"{TWICE}\n{TWICE}"))
    both = f"{TWICE}\n{TWICE}"
    assert decide(tmp_path, both, Decision(first, "accepted"))[1:] == (1, {"triage": 1})
    assert decide(tmp_path, both, Decision(first, "accepted"), Decision(second, "false-alarm"))[1:] == (0, {"triage": 2})
    assert decide(tmp_path, both, Decision(first.partition(":")[0], "accepted"))[1:] == (0, {"triage": 2})
    assert decide(tmp_path, both, Decision(first, "accepted", only=("b*",)))[1:] == (2, {})
    assert decide(tmp_path, both, Decision(first, "accepted", only=("a.txt",)))[1:] == (1, {"triage": 1})


def test_what_was_called_fixed_and_is_there_is_told(tmp_path: Path) -> None:
    run, kept, _ = decide(tmp_path, TWICE, Decision(found(TWICE)[0].fingerprint, "fixed"))
    [told] = run.returned
    assert kept == 1
    assert told.endswith(f"a.txt:1:10 {found(TWICE)[0].fingerprint}")


def test_a_decision_on_a_checked_document_that_meets_nothing_is_unused(tmp_path: Path) -> None:
    run, *_ = decide(tmp_path, "Hết.", Decision(A, "accepted", source="a.txt"), Decision(B, "accepted", source="b.txt"))
    assert [fp for _, fp in run.unused] == [A]


def test_the_python_function_applies_them_too(tmp_path: Path) -> None:
    (tmp_path / "t.toml").write_text(triage.put("", Decision(found(TWICE)[0].fingerprint, "accepted")), "utf-8")
    assert vnreport.check(TWICE, Config(select=("TXT001",), triage=tmp_path / "t.toml")) == []


@pytest.mark.parametrize("value", ["3", "[]", "{}", "true", '""', '"\\u0000"', "2026-11-25", "2026-11-25T10:00:00"])
@pytest.mark.parametrize("key", ["status", "reason", "date", "only", "source"])
def test_an_odd_value_is_taken_or_refused_in_one_line(key: str, value: str) -> None:
    rows = [f"{key} = {value}"] + ([] if key == "status" else ['status = "fixed"'])
    try:
        known = triage.parse(f'["{A}"]\n' + "\n".join(rows))
        triage.find(known, f"{A}:1", "a.txt", Path())
    except ConfigError as error:
        assert "\n" not in str(error)
