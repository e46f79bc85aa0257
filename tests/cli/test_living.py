"""Living with findings: baselines and triage files, as processes."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Command = Callable[..., CompletedProcess[str]]
TWICE = "Hội nghị đã đã kết thúc.\n"
OTHER = "Cán bộ sẽ sẽ về thôn.\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "vnreport.toml").write_text('select = ["TXT001", "SUP"]\nbaseline = "base.json"\ntriage = "triage.toml"\n', "utf-8")
    (tmp_path / "base.json").write_text('{"version": 1, "documents": {}}', "utf-8")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.txt").write_text(TWICE, "utf-8")
    (tmp_path / "posts" / "b.txt").write_text(OTHER, "utf-8")
    return tmp_path


def test_a_baseline_keeps_old_findings_silent_and_new_ones_not(archive: Path, vnreport: Command) -> None:
    assert vnreport("check", "posts").returncode == 1
    assert vnreport("baseline", "create", "posts").returncode == 2  # it is there
    created = vnreport("baseline", "create", "posts", "--force")
    assert (created.returncode, created.stdout) == (0, f"{archive / 'base.json'}: ghi 2 phát hiện của 2 tệp.\n")
    done = vnreport("check", "posts")
    assert (done.returncode, done.stderr) == (0, "")
    (archive / "posts" / "a.txt").write_text(TWICE + "Trời mưa.\n" + TWICE, "utf-8")
    done = vnreport("check", "posts", "--format", "jsonl")
    assert done.returncode == 1
    assert [len(json.loads(line)["findings"]) for line in done.stdout.splitlines()] == [1, 0]


def test_update_takes_in_a_new_finding_only_when_it_is_named(archive: Path, vnreport: Command) -> None:
    vnreport("baseline", "create", "posts", "--force")
    (archive / "posts" / "a.txt").write_text(OTHER, "utf-8")
    done = vnreport("baseline", "update", "posts")
    assert done.returncode == 1
    assert done.stdout.startswith("posts/a.txt:1:8: TXT001 doubled-word ")
    assert "bỏ 1, nhận thêm 0; 1 phát hiện mới không nhận" in done.stdout
    assert vnreport("check", "posts").returncode == 1
    fingerprint = re.findall(r"[0-9a-f]{16}:\d", done.stdout)[0]
    before = (archive / "base.json").read_text("utf-8")
    wrong = vnreport("baseline", "update", "posts", "--add", f"{'0' * 16}:1")
    assert (wrong.returncode, "0000000000000000:1: không phát hiện mới nào có dấu vết này" in wrong.stderr) == (2, True)
    assert (archive / "base.json").read_text("utf-8") == before
    assert vnreport("baseline", "update", "posts", "--add", fingerprint).returncode == 0
    assert vnreport("check", "posts").returncode == 0


def test_update_follows_a_renamed_file(archive: Path, vnreport: Command) -> None:
    vnreport("baseline", "create", "posts", "--force")
    (archive / "posts" / "a.txt").rename(archive / "posts" / "c.txt")
    done = vnreport("baseline", "update", "posts")
    assert (done.returncode, "posts/a.txt nay là posts/c.txt" in done.stdout) == (0, True)
    assert vnreport("check", "posts").returncode == 0


def test_stale_entries_are_told_and_pruned(archive: Path, vnreport: Command) -> None:
    vnreport("baseline", "create", "posts", "--force")
    (archive / "posts" / "a.txt").write_text("Hội nghị đã kết thúc.\n", "utf-8")
    assert "1 phát hiện trong baseline không còn nữa" in vnreport("check", "posts").stderr
    assert vnreport("check", "posts", "--select", "DAT").stderr == ""  # of rules that did not run nothing is known
    (archive / "posts" / "b.txt").unlink()
    assert "bỏ 2 phát hiện không còn; còn 0" in vnreport("baseline", "prune", "posts").stdout
    assert vnreport("check", "posts").stderr == ""
    assert vnreport("baseline", "show").stdout == ""


def test_a_document_that_cannot_be_read_keeps_its_entries(archive: Path, vnreport: Command) -> None:
    vnreport("baseline", "create", "posts", "--force")
    (archive / "posts" / "a.txt").write_bytes(b"")
    assert vnreport("baseline", "prune", "posts").returncode == 2
    (archive / "posts" / "a.txt").write_text(TWICE, "utf-8")
    assert vnreport("check", "posts").returncode == 0


def test_a_missing_or_damaged_baseline_is_an_error(archive: Path, vnreport: Command) -> None:
    (archive / "base.json").write_text("{", "utf-8")
    assert "tệp baseline bị hỏng" in vnreport("check", "posts").stderr
    (archive / "base.json").unlink()
    done = vnreport("check", "posts")
    assert (done.returncode, done.stderr.count("\n"), "baseline create" in done.stderr) == (2, 1, True)


def test_a_decision_silences_its_finding_and_is_counted(archive: Path, vnreport: Command) -> None:
    [first, second] = [json.loads(line)["findings"][0] for line in vnreport("check", "posts", "--format", "jsonl").stdout.splitlines()]
    add = ("triage", "add", first["fingerprint"], "--status", "false-alarm", "--reason", "trích nguyên văn", "--by", "Ban biên tập")
    assert vnreport(*add, "--in", "posts").returncode == 0
    text = (archive / "triage.toml").read_text("utf-8")
    assert 'rule = "TXT001 doubled-word"\ntext = "đã đã"\nsource = "posts/a.txt"' in text
    rows = [json.loads(line)["findings"] for line in vnreport("check", "posts", "--format", "jsonl").stdout.splitlines()]
    assert [[f["fingerprint"] for f in row] for row in rows] == [[], [second["fingerprint"]]]
    listed = vnreport("triage", "list").stdout
    assert listed.startswith(f"{first['fingerprint']}  false-alarm  TXT001 doubled-word  “đã đã”  trích nguyên văn  Ban biên tập")
    assert vnreport("triage", "list", "--status", "fixed").stdout == ""
    assert json.loads(vnreport("triage", "list", "--format", "json").stdout)[0]["by"] == "Ban biên tập"


def test_a_finding_can_be_named_by_its_place(archive: Path, vnreport: Command) -> None:
    assert vnreport("triage", "add", "posts/a.txt:1:10", "--status", "accepted", "--reason", "x").returncode == 0
    assert 'text = "đã đã"\nsource = "posts/a.txt"' in (archive / "triage.toml").read_text("utf-8")
    assert vnreport("check", "posts/a.txt").returncode == 0
    done = vnreport("triage", "add", "posts/b.txt:1:1", "--status", "accepted", "--reason", "x")
    assert (done.returncode, "không có phát hiện nào ở posts/b.txt:1:1" in done.stderr) == (2, True)


def test_a_decision_on_a_place_holds_for_its_file(archive: Path, vnreport: Command) -> None:
    (archive / "posts" / "b.txt").write_text(TWICE, "utf-8")
    done = vnreport("triage", "add", "posts/a.txt:1:10", "--status", "accepted", "--reason", "x")
    assert "đã ghi 1 quyết định accepted" in done.stdout
    assert [vnreport("check", f"posts/{name}.txt").returncode for name in "ab"] == [0, 1]
    assert vnreport("triage", "add", "posts/b.txt:1:10", "--status", "accepted", "--reason", "y").returncode == 0
    assert 'only = ["posts/a.txt", "posts/b.txt"]' in (archive / "triage.toml").read_text("utf-8")
    assert vnreport("check", "posts").returncode == 0
    assert "thay 1 quyết định khác" in vnreport("triage", "add", "posts/a.txt:1:10", "--status", "fixed", "--reason", "z").stdout


def test_a_decision_may_hold_everywhere(archive: Path, vnreport: Command) -> None:
    (archive / "posts" / "b.txt").write_text(TWICE, "utf-8")
    vnreport("triage", "add", "posts/a.txt:1:10", "--status", "accepted", "--reason", "x", "--only", "**")
    assert vnreport("check", "posts").returncode == 0


def test_a_triage_file_may_lie_beside_the_documents(archive: Path, vnreport: Command) -> None:
    (archive / "qa").mkdir()
    there = ("--triage", "qa/t.toml")
    assert vnreport("triage", "add", "posts/a.txt:1:10", "--status", "accepted", "--reason", "x", *there).returncode == 0
    assert [vnreport("check", f"posts/{name}.txt", *there).returncode for name in "ab"] == [0, 1]


def test_unused_decisions_are_told_and_pruned(archive: Path, vnreport: Command) -> None:
    (archive / "posts" / "b.txt").unlink()
    [row] = [json.loads(line) for line in vnreport("check", "posts", "--format", "jsonl").stdout.splitlines()]
    fingerprint = row["findings"][0]["fingerprint"]
    vnreport("triage", "add", fingerprint, "--status", "accepted", "--reason", "x", "--in", "posts/a.txt")
    (archive / "posts" / "a.txt").write_text("Hết.\n", "utf-8")
    assert f"({fingerprint})" in vnreport("check", "posts").stderr
    assert vnreport("triage", "prune", "posts").stdout.endswith("bỏ 1, còn 0.\n")
    assert vnreport("check", "posts").stderr == ""


def test_what_was_called_fixed_and_is_there_is_told(archive: Path, vnreport: Command) -> None:
    row = json.loads(vnreport("check", "posts/a.txt", "--format", "jsonl").stdout)
    vnreport("triage", "add", row["findings"][0]["fingerprint"], "--status", "fixed", "--reason", "đã sửa")
    done = vnreport("check", "posts/a.txt")
    assert (done.returncode, "ghi là đã sửa" in done.stderr) == (1, True)
    assert row["findings"][0]["fingerprint"] in done.stderr and "posts/a.txt:" in done.stderr
    assert "called fixed" in vnreport("check", "posts/a.txt", "--lang", "en").stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["triage", "add", "xyz", "--status", "fixed", "--reason", "x"], "không phải dấu vết"),
        (["triage", "add", "0" * 16, "--status", "fixed", "--reason", "x", "--in", "posts"], "không thấy 0000000000000000"),
        (["triage", "add", "0" * 16, "--status", "done", "--reason", "x"], "'done'"),
        (["triage", "list"], "không có tệp triage này"),
        (["triage", "list", "--isolated"], "--triage FILE"),
        (["baseline", "show", "--isolated"], "--baseline FILE"),
        (["check", "posts", "--triage", "none.toml"], "none.toml: không có tệp này"),
    ],
)
def test_wrong_use_is_one_line_and_status_two(archive: Path, vnreport: Command, arguments: list[str], message: str) -> None:
    done = vnreport(*arguments)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert message in done.stderr
    assert not (archive / "triage.toml").exists()


def test_a_file_name_may_hold_any_bytes(archive: Path, vnreport: Command) -> None:
    try:
        (archive / "posts" / os.fsdecode(b"h\xe3i.txt")).write_text(TWICE, "utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert vnreport("baseline", "create", "posts", "--force").returncode == 0
    assert vnreport("check", "posts").returncode == 0
    assert vnreport("triage", "add", "0123456789abcdef", "--status", "fixed", "--reason", "x").returncode == 0
    found = json.loads(vnreport("check", "posts/a.txt", "--isolated", "--select", "TXT001", "--format", "jsonl").stdout)["findings"][0]["fingerprint"]
    assert vnreport("triage", "add", found, "--status", "fixed", "--reason", "x", "--in", "posts").returncode == 0
    assert vnreport("triage", "list").returncode == 0
