"""Running: processes, cache, files, statistics, progress."""

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from vnreport.cli import progress
from vnreport.output.formats import FORMATS

Command = Callable[..., CompletedProcess[str]]
TWICE = "UBND quận Cẩm Lệ họp\nNgày đăng: 24/04/2018\n\nSáng 24/4, UBND quận Cẩm Lệ họp; hội nghị đã đã kết thúc.\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    folder.mkdir()
    for n in range(12):
        (folder / f"{n:02}.txt").write_text(TWICE * (n % 4) + f"Phường có {n} tổ.\n", "utf-8")
    (folder / "05.txt").write_bytes(b"")
    (folder / "08.txt").write_bytes(bytes(range(256)) * 9)
    return tmp_path


def test_any_number_of_processes_gives_the_same_bytes(archive: Path, vnreport: Command) -> None:
    def run(jobs: int) -> tuple[int, str, str, dict[str, bytes]]:
        outputs = [part for name in FORMATS for part in ("--output", f"{name}=out{jobs}/{name}")]
        done = vnreport("check", "posts", "none.txt", "--select", "TXT", "--jobs", str(jobs), *outputs)
        return done.returncode, done.stdout, done.stderr, {f.name: f.read_bytes() for f in (archive / f"out{jobs}").iterdir()}

    one = run(1)
    assert one[0] == 2 and one[3].keys() == FORMATS.keys()
    assert [line.split(":")[0] for line in one[2].splitlines()] == ["posts/05.txt", "posts/08.txt", "none.txt"]
    for jobs in (2, 5):
        many = run(jobs)
        assert many[:3] == one[:3]
        assert [name for name in FORMATS if many[3][name] != one[3][name]] == []


def test_the_help_names_every_format(vnreport: Command) -> None:
    shown = vnreport("check", "--help").stdout
    assert [name for name in FORMATS if not re.search(rf"\b{name}\b", shown)] == []


def test_a_binary_format_goes_to_standard_output_as_it_is(archive: Path) -> None:
    command = [sys.executable, "-m", "vnreport", "check", "posts/01.txt", "--format", "xlsx"]
    done = subprocess.run(command, capture_output=True, cwd=archive, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}, timeout=60)
    assert done.returncode == 1 and zipfile.is_zipfile(io.BytesIO(done.stdout))


def test_kept_results_are_the_results(archive: Path, vnreport: Command) -> None:
    check = ("check", "posts", "--format", "jsonl", "--cache", "kept")
    first = vnreport(*check)
    assert first.stdout == vnreport("check", "posts", "--format", "jsonl").stdout
    entries = sorted(f for f in (archive / "kept").rglob("*") if f.is_file() and len(f.name) > 40)
    assert len(entries) == 10  # not the two that could not be read
    done = vnreport(*check, "--jobs", "2")
    assert (done.stdout, done.stderr) == (first.stdout, first.stderr)


def test_damaged_entries_count_as_absent(archive: Path, vnreport: Command) -> None:
    check = ("check", "posts", "--format", "jsonl", "--cache", "kept")
    first = vnreport(*check)
    for n, f in enumerate(f for f in sorted((archive / "kept").rglob("*")) if f.is_file() and len(f.name) > 40):
        text = f.read_text("utf-8")
        f.write_text(["", text[: len(text) // 2], text.replace("doubled-word", "doubled-worm"), "x\n{}"][n % 4], "utf-8")
    assert vnreport(*check).stdout == first.stdout


def test_no_cache_keeps_nothing(archive: Path, vnreport: Command) -> None:
    (archive / "vnreport.toml").write_text('cache = "kept"', "utf-8")
    vnreport("check", "posts", "--no-cache")
    assert not (archive / "kept").exists()
    vnreport("check", "posts")
    assert (archive / "kept" / "CACHEDIR.TAG").exists()


def test_a_cache_that_cannot_be_written_stops_nothing(archive: Path, vnreport: Command) -> None:
    (archive / "kept").write_text("", "utf-8")
    assert vnreport("check", "posts/01.txt", "--cache", "kept").returncode == 1


def test_several_outputs_at_once(archive: Path, vnreport: Command) -> None:
    done = vnreport("check", "posts/01.txt", "--output", "json=out/a.json", "--output", "jsonl=out/b.jsonl", "--output", "text=out/c.txt")
    assert done.returncode == 1
    assert json.loads((archive / "out" / "a.json").read_text("utf-8"))[0]["findings"][0]["name"]
    assert len((archive / "out" / "b.jsonl").read_text("utf-8").splitlines()) == 1
    assert (archive / "out" / "c.txt").read_text("utf-8") == done.stdout
    assert sorted(f.name for f in (archive / "out").iterdir()) == ["a.json", "b.jsonl", "c.txt"]


def test_a_file_that_cannot_be_written_is_one_line_and_status_two(archive: Path, vnreport: Command) -> None:
    (archive / "out").write_text("", "utf-8")
    done = vnreport("check", "posts/00.txt", "--output", "json=out/a.json")
    assert (done.returncode, done.stderr.count("\n"), "không ghi được" in done.stderr) == (2, 1, True)


def test_statistics_by_rule_file_and_issuer(archive: Path, vnreport: Command) -> None:
    done = vnreport("check", "posts/0[0-3].txt", "--select", "TXT001", "--statistics")
    assert done.returncode == 1
    assert done.stdout.startswith("Theo quy tắc:\n      6  TXT001 doubled-word\n\nTheo tệp:\n      3  posts/03.txt\n      2  posts/02.txt\n")
    assert "Theo nơi ban hành:\n" in done.stdout and "quận Cẩm Lệ, Đà Nẵng" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("4 tệp: 6 cảnh báo")
    data = json.loads(vnreport("check", "posts/0[0-3].txt", "--select", "TXT001", "--statistics", "--format", "json").stdout)
    assert data["rules"] == [{"name": "TXT001 doubled-word", "count": 6}]
    assert vnreport("check", "posts", "--statistics", "--format", "jsonl").returncode == 2


def test_the_last_lines_count_files_findings_and_what_is_silenced(archive: Path, vnreport: Command) -> None:
    (archive / "a.txt").write_text("Hội nghị đã đã kết thúc. vnreport: ignore[TXT001]\nCán bộ sẽ sẽ đi.\n", "utf-8")
    lines = vnreport("check", "a.txt", "none.txt", "--select", "TXT001").stdout.splitlines()[-3:]
    assert lines[0].startswith("1 tệp: 1 cảnh báo") and lines[1].startswith("Không hiện: 1 ") and lines[2].startswith("1 tệp không kiểm tra được")


def test_standard_input_has_the_configuration_of_its_name(archive: Path, vnreport: Command) -> None:
    (archive / "posts" / "vnreport.toml").write_text('select = ["DAT"]', "utf-8")
    check = ("check", "-", "--stdin-filename", "posts/new.txt", "--format", "jsonl")
    assert vnreport(*check, stdin=TWICE).returncode == 0
    assert vnreport(*check, "--isolated", stdin=TWICE).returncode == 1


class Terminal:
    """A standard error that takes part of a terminal."""

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None:
        pass


@pytest.mark.parametrize(("after", "quiet", "expected"), [(0.0, False, "\r1/3\r\x1b[K\r2/3\r\x1b[K"), (0.0, True, ""), (60.0, False, "")])
def test_progress_shows_late_and_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, after: float, quiet: bool, expected: str) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    clock = iter(range(100))
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    assert list(progress.shown([1, 2, 3], [1, 2, 3], quiet, after)) == [1, 2, 3]
    assert terminal.text == expected


def test_progress_is_for_terminals(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(progress.shown([1, 2], [1, 2], after=0.0)) == [1, 2]
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", ["check", "analyze"])
def test_standard_output_that_cannot_be_written_is_one_line_and_status_two(archive: Path, command: str) -> None:
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with Path("/dev/full").open("wb") as full:
        arguments = [sys.executable, "-m", "vnreport", command, "-q", str(archive / "posts" / "01.txt")]
        done = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, env=env, timeout=120)
    told = done.stderr.decode()
    assert (done.returncode, told.count("\n")) == (2, 1)
    assert told.startswith("vnreport: đầu ra chuẩn không ghi được: ")
