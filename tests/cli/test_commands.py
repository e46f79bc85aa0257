"""The command line as its users meet it: a process with arguments, standard streams and an exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SLIP = "Phường Bình An sơ kết quý I\nNgày đăng: 24/04/2018\n\nSáng 24/4/2018, hội nghị đã đã kết thúc tốt đẹp.\n"
CLEAN = "Phường Bình An sơ kết quý I\nNgày đăng: 24/04/2018\n\nSáng 24/4/2018, hội nghị đã kết thúc tốt đẹp.\n"


def vnreport(*arguments: str | Path, stdin: str | bytes = "", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "vnreport", *map(str, arguments)],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **(env or {})},
        timeout=60,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub" / ".hidden").mkdir(parents=True)
    (tmp_path / "slip.txt").write_text(SLIP, "utf-8")
    (tmp_path / "sub" / "clean.txt").write_text(CLEAN, "utf-8")
    (tmp_path / "sub" / "page.html").write_text("<p>Hội nghị đã đã xong.</p>", "utf-8")
    (tmp_path / "sub" / ".hidden" / "slip.txt").write_text(SLIP, "utf-8")
    (tmp_path / "sub" / "notes.md").write_text(SLIP, "utf-8")
    return tmp_path


def test_check_shows_place_excerpt_reason_and_repair(folder: Path) -> None:
    done = vnreport("check", folder / "slip.txt")
    assert done.returncode == 1
    assert done.stderr == ""
    lines = done.stdout.split("\n")
    assert lines[0] == f"{folder / 'slip.txt'}:4:26: cảnh báo TXT001 doubled-word"
    assert lines[1].endswith("│ Sáng 24/4/2018, hội nghị đã đã kết thúc tốt đẹp.")
    assert lines[2].endswith("│                          ^~~~~")
    assert any("→ sửa: “đã”" in line for line in lines)
    assert lines[-2].startswith("1 tệp: 1 cảnh báo; đã xét ")
    assert "\x1b" not in done.stdout


def test_exit_status_says_what_happened(folder: Path) -> None:
    slip, clean = folder / "slip.txt", folder / "sub" / "clean.txt"
    assert vnreport("check", clean).returncode == 0
    assert vnreport("check", slip).returncode == 1
    assert vnreport("check", slip, "--exit-zero").returncode == 0
    assert vnreport("check", slip, "--fail-level", "error").returncode == 0
    assert vnreport("check", slip, "--ignore", "doubled-word").returncode == 0
    assert vnreport("check", slip, "--select", "DAT,ADM001").returncode == 0
    assert vnreport("check", slip, "--select", "txt001").returncode == 1
    assert vnreport("check", slip, "--min-confidence", "1").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "none.txt"], "none.txt: không có tệp này (no such file)"),
        (["check", "--lang", "en", "none.txt"], "none.txt: no such file"),
        (["check", "*.none"], "*.none: không có tệp nào khớp (no file matches)"),
        (["check", "--select", "no-rule", "x"], "(no rule 'no-rule'"),
        (["check", "--fail-level", "fatal", "x"], "'fatal'"),
        (["check", "--posted", "31/4/2018", "x"], "(not a date)"),
        (["check"], "PATH"),
        (["check", "--no-option", "x"], "--no-option"),
        (["analyze", "--layers", "nothing", "x"], "(no layer 'nothing')"),
        (["nothing"], "'nothing'"),
        (["rule", "XYZ999"], "(no rule 'XYZ999'"),
        (["rule", "foo"], "không có quy tắc 'foo', xem vnreport rule"),
        (["rule", "date-yeer"], "gần nhất là 'date-year'"),
        (["check", "--select", "", "x"], "danh sách rỗng (empty list)"),
        (["check", "--isolated", "--config", "F", "x"], "--isolated, --config (use one of them)"),
        (["evaluate", "none"], "(no annotated documents in none)"),
    ],
)
def test_wrong_use_is_one_line_and_status_two(arguments: list[str], message: str) -> None:
    done = vnreport(*arguments)
    assert done.returncode == 2
    assert "không thấy gì sai" not in done.stdout and "nothing found" not in done.stdout  # nothing was looked at
    assert done.stderr.count("\n") == 1
    assert message in done.stderr


def test_no_command_shows_the_help() -> None:
    done = vnreport()
    assert done.returncode == 2
    assert "check" in done.stderr
    assert vnreport("--help").returncode == 0
    assert vnreport("--version").stdout.startswith("vnreport ")


def test_a_file_that_cannot_be_read_does_not_stop_the_others(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"")
    (folder / "b.txt").write_bytes(bytes(range(256)) * 9)
    done = vnreport("check", folder, "--format", "jsonl")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 2
    assert [Path(json.loads(line)["source"]).name for line in done.stdout.splitlines()] == ["slip.txt", "clean.txt", "page.html"]


def test_folders_and_patterns_give_each_file_once_in_order(folder: Path) -> None:
    done = vnreport("check", folder, folder / "slip.txt", folder / "sub" / "*.txt", folder / "**" / "*.html", "--format", "jsonl")
    assert [Path(json.loads(line)["source"]).name for line in done.stdout.splitlines()] == ["slip.txt", "clean.txt", "page.html"]
    (folder / "empty").mkdir()
    assert "no .txt, .html or .docx file" in vnreport("check", folder / "empty").stderr


def test_standard_input() -> None:
    done = vnreport("check", "-", "--format", "json", stdin=SLIP)
    assert done.returncode == 1
    assert json.loads(done.stdout)[0]["source"] == "-"
    done = vnreport("check", "-", "--stdin-filename", "bài.html", stdin="<p>Hội nghị đã đã xong.</p>")
    assert done.stdout.startswith("bài.html:1:13: cảnh báo TXT001")
    assert vnreport("check", "-").stderr.startswith("-: không có chữ nào")


def test_posted_date_replaces_that_of_the_page(folder: Path) -> None:
    for given in ("2019-05-06", "06/05/2019"):
        done = vnreport("analyze", folder / "slip.txt", "--posted", given, "--format", "json")
        assert json.loads(done.stdout)[0]["meta"]["posted"] == "2019-05-06"


def test_analyze_prints_one_object_a_line_in_input_order(folder: Path) -> None:
    files = [folder / "sub" / "clean.txt", folder / "slip.txt"]
    done = vnreport("analyze", "--format", "jsonl", *files)
    assert done.returncode == 0
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [r["source"] for r in rows] == [str(f) for f in files]
    assert rows[1]["findings"][0]["name"] == "doubled-word"
    done = vnreport("analyze", "--format", "json", "--layers", "dates,sentences", files[0])
    assert list(json.loads(done.stdout)[0]["layers"]) == ["dates", "sentences"]


def test_analyze_for_readers(folder: Path) -> None:
    done = vnreport("analyze", folder / "slip.txt")
    assert "Ngày đăng: 2018-04-24" in done.stdout
    assert "TXT001 doubled-word" in done.stdout
    assert "Posted: 2018-04-24" in vnreport("analyze", "--lang", "en", folder / "slip.txt").stdout


def test_messages_in_english(folder: Path) -> None:
    done = vnreport("check", "--lang", "en", folder / "slip.txt")
    assert ": warning TXT001 doubled-word" in done.stdout
    assert "1 file: 1 warning" in done.stdout


def test_colour_only_when_asked_for(folder: Path) -> None:
    slip = folder / "slip.txt"
    assert "\x1b[" in vnreport("check", "--color", "always", slip).stdout
    assert "\x1b[" not in vnreport("check", "--color", "never", slip).stdout
    assert "\x1b[" not in vnreport("check", slip, env={"NO_COLOR": "1"}).stdout


def test_output_is_utf8_whatever_the_locale_says(folder: Path) -> None:
    done = vnreport("check", folder / "slip.txt", env={"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert "cảnh báo" in done.stdout
    done = vnreport("check", folder / "slip.txt", env={"PYTHONIOENCODING": "latin-1"})
    assert "cảnh báo" in done.stdout


def test_quiet_leaves_the_summary_out(folder: Path) -> None:
    assert vnreport("check", "-q", folder / "sub" / "clean.txt").stdout == ""


def test_reader_that_goes_away_is_no_error(folder: Path) -> None:
    command = f'"{sys.executable}" -m vnreport analyze --format jsonl {" ".join([str(folder / "slip.txt")])} | head -c 10'
    for _ in range(2):
        done = subprocess.run(command, shell=True, capture_output=True, cwd=Path(__file__).parents[2], timeout=60)
        assert done.stderr == b""


def test_expand_writes_the_text_out() -> None:
    done = vnreport("expand", "-", stdin="Sáng nay họp.\n")
    assert done.returncode == 0
    assert "Sáng nay họp." in done.stdout


def test_rule_pages() -> None:
    done = vnreport("rule", "doubled-word")
    assert done.stdout.startswith("TXT001 doubled-word (cảnh báo)")
    assert "Kiểm tra gì" in done.stdout
    assert "Sửa thành" in done.stdout
    assert vnreport("rule", "TXT001", "--lang", "en").stdout.startswith("TXT001 doubled-word (warning)")
    assert "TXT001  doubled-word" in vnreport("rule").stdout
    rules = json.loads(vnreport("rule", "--all", "--format", "json").stdout)
    assert [r["code"] for r in rules] == sorted(r["code"] for r in rules)
    assert json.loads(vnreport("rule", "TXT001", "--format", "json").stdout)["name"] == "doubled-word"


def test_evaluate(tmp_path: Path) -> None:
    doc = tmp_path / "a"
    doc.mkdir()
    (doc / "text.txt").write_text(SLIP, "utf-8")
    gold = {
        "id": "a", "meta": {"title": "Phường Bình An sơ kết quý I", "posted": "2018-04-24"}, "issuer": None,
        "dates": [{"text": "24/4/2018", "nth": 0, "type": "DATE", "value": "2018-04-24"}],
        "abbreviations": [], "persons": [], "officials": [], "units": [], "organisations": [], "citations": [],
        "inconsistencies": [{"kind": "doubled-word", "text": "đã đã", "nth": 0, "certainty": "certain"}],
    }  # fmt: skip
    (doc / "gold.json").write_text(json.dumps(gold), "utf-8")
    done = vnreport("evaluate", tmp_path)
    assert done.returncode == 0
    assert "findings/doubled-word" in done.stdout
    scores = json.loads(vnreport("evaluate", tmp_path, "--format", "json", "--errors", "dates").stdout)
    assert scores["documents"] == 1
    assert scores["measures"]["meta: posted"]["f1"] == 1.0
    assert scores["measures"]["findings"] == {"gold": 1, "pred": 1, "precision": 1.0, "recall": 1.0, "f1": 1.0}
