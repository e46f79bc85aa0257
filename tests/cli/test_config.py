"""Configuration files as the commands meet them."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Command = Callable[..., CompletedProcess[str]]
TWICE = "Hội nghị đã đã kết thúc.\n"


def write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def codes(done: CompletedProcess[str]) -> list[str]:
    return [f["code"] for line in done.stdout.splitlines() for f in json.loads(line)["findings"]]


def test_each_document_has_the_configuration_nearest_to_it(tmp_path: Path, vnreport: Command) -> None:
    for name in ("a", "b", "c/d"):
        write(tmp_path / name / "post.txt", TWICE)
    write(tmp_path / "vnreport.toml", '[severity]\ndoubled-word = "error"')
    write(tmp_path / "a" / "vnreport.toml", 'ignore = ["TXT"]')
    write(tmp_path / "c" / "pyproject.toml", '[tool.vnreport.severity]\nTXT = "info"')
    done = vnreport("check", ".", "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [[f["severity"] for f in r["findings"]] for r in rows] == [[], ["error"], ["info"]]
    assert done.returncode == 1


def test_the_command_line_goes_before_the_file(tmp_path: Path, vnreport: Command) -> None:
    write(tmp_path / "post.txt", TWICE)
    write(tmp_path / "vnreport.toml", 'select = ["DAT"]\nfail-level = "error"\nlang = "en"')
    check = ("check", "post.txt", "--format", "jsonl")
    assert codes(vnreport(*check)) == []
    assert codes(vnreport(*check, "--select", "TXT")) == ["TXT001"]
    assert codes(vnreport(*check, "--extend-select", "TXT001")) == ["TXT001"]
    assert codes(vnreport(*check, "--extend-select", "TXT001", "--ignore", "doubled-word")) == []
    assert codes(vnreport(*check, "--isolated")) == ["TXT001"]
    assert vnreport(*check, "--select", "TXT").returncode == 0
    assert vnreport(*check, "--select", "TXT", "--fail-level", "warning").returncode == 1
    other = write(tmp_path / "other.toml", 'ignore = ["TXT001"]')
    assert codes(vnreport(*check, "--config", other)) == []
    assert "nothing found" in vnreport("check", "post.txt").stdout
    assert "không thấy gì sai" in vnreport("check", "post.txt", "--lang", "vi").stdout


def test_excluded_files_are_left_out_of_folders(tmp_path: Path, vnreport: Command) -> None:
    write(tmp_path / "a" / "post.txt", TWICE)
    write(tmp_path / "b" / "post.txt", TWICE)
    write(tmp_path / "vnreport.toml", 'exclude = ["a"]')
    assert len(codes(vnreport("check", ".", "--format", "jsonl"))) == 1
    assert len(codes(vnreport("check", ".", "--exclude", "b", "--format", "jsonl"))) == 0
    assert len(codes(vnreport("check", ".", "--exclude", "b/*.txt", "--format", "jsonl"))) == 0
    assert len(codes(vnreport("check", "a/post.txt", "--format", "jsonl"))) == 1
    assert len(codes(vnreport("check", "a/post.txt", "--force-exclude", "--format", "jsonl"))) == 0


def test_what_the_user_knows_reaches_every_command(tmp_path: Path, vnreport: Command) -> None:
    write(tmp_path / "post.txt", "Ban QXYZ phường họp sáng nay.\n")
    write(tmp_path / "vnreport.toml", '[abbreviations]\nQXYZ = "quản lý xây dựng"')
    assert "quản lý xây dựng" in vnreport("expand", "post.txt").stdout
    assert "quản lý xây dựng" not in vnreport("expand", "post.txt", "--isolated").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "post.txt"], "không có khóa 'slect', gần nhất là 'select' (no key 'slect'; nearest: 'select')"),
        (["analyze", "post.txt"], "không có khóa 'slect'"),
        (["config", "show"], "vnreport.toml: "),
        (["check", "post.txt", "--config", "none.toml"], "none.toml: không đọc được tệp cấu hình"),
        (["check", "post.txt", "--isolated", "--select", "DATE"], "gần nhất là 'DAT'"),
        (["check", "post.txt", "--isolated", "--format", "jsn"], "gần nhất là 'json'"),
        (["check", "post.txt", "--isolated", "--output", "json"], "FORMAT=PATH"),
    ],
)
def test_a_mistake_is_one_line_and_status_two(tmp_path: Path, vnreport: Command, arguments: list[str], message: str) -> None:
    write(tmp_path / "post.txt", TWICE)
    write(tmp_path / "vnreport.toml", 'slect = ["DAT"]')
    done = vnreport(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr and done.stderr.count("\n") == 1


def test_config_show_names_the_source_of_each_value(tmp_path: Path, vnreport: Command) -> None:
    file = write(tmp_path / "vnreport.toml", 'select = ["DAT"]\n[abbreviations]\nNVQS = "nghĩa vụ quân sự"')
    lines = vnreport("config", "show", "a/b.txt").stdout.splitlines()
    assert lines[0] == f"# {file}"
    assert lines[1].split("  # ") == [lines[1].split("  # ")[0], str(file)] and lines[1].startswith('select = ["DAT"]')
    assert any(line.startswith("ignore = []") and line.endswith("# mặc định") for line in lines)
    data = json.loads(vnreport("config", "show", "--format", "json").stdout)
    assert data["file"] == str(file)
    assert data["settings"]["abbreviations"]["value"] == [{"abbr": "NVQS", "expansion": "nghĩa vụ quân sự", "domain": ""}]
    assert data["settings"]["lang"] == {"value": "vi", "source": "default"}
    assert "no configuration file" in vnreport("config", "show", "--isolated", "--lang", "en").stdout
