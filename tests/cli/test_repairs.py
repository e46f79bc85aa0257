"""``check --fix`` and ``--diff`` as processes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Command = Callable[..., CompletedProcess[str]]

SLIP = "Phường Bình An sơ kết quý I\nNgày đăng: 24/04/2018\n\nChiều 23/4/2017, hội nghị đã đã kết thúc , tốt đẹp.\n"
SAFE = "Phường Bình An sơ kết quý I\nNgày đăng: 24/04/2018\n\nChiều 23/4/2017, hội nghị đã kết thúc, tốt đẹp.\n"


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(SLIP, "utf-8")
    return path


def test_diff_shows_the_change_and_writes_nothing(vnreport: Command, post: Path) -> None:
    done = vnreport("check", post, "--diff")
    assert done.returncode == 1
    assert "-Chiều 23/4/2017, hội nghị đã đã kết thúc , tốt đẹp.\n+Chiều 23/4/2017, hội nghị đã kết thúc, tốt đẹp.\n" in done.stdout
    assert "Sẽ sửa 2 chỗ trong 1 tệp" in done.stderr
    assert post.read_text("utf-8") == SLIP


def test_fix_writes_safe_repairs_and_tells_what_is_left(vnreport: Command, post: Path) -> None:
    done = vnreport("check", post, "--fix", "--format", "concise")
    assert post.read_text("utf-8") == SAFE
    assert done.returncode == 1
    assert "date-year" in done.stdout
    assert "doubled-word" not in done.stdout
    assert vnreport("check", post, "--diff").returncode == 0


def test_a_year_is_changed_only_when_its_rule_is_named(vnreport: Command, post: Path) -> None:
    assert vnreport("check", post, "--fix", "--unsafe-fixes", "ALL").returncode == 1
    assert "2017" in post.read_text("utf-8")
    assert vnreport("check", post, "--fix", "--unsafe-fixes", "date-year").returncode == 0
    assert "2018" in post.read_text("utf-8").split("\n")[3]


def test_a_finding_with_a_note_to_the_checker_is_not_repaired(vnreport: Command, post: Path) -> None:
    post.write_text(SLIP.replace("tốt đẹp.", "tốt đẹp.  # vnreport: ignore[TXT]"), "utf-8")
    before = post.read_text("utf-8")
    vnreport("check", post, "--fix")
    assert post.read_text("utf-8") == before


def test_a_file_that_cannot_be_written_stays_as_it_was(vnreport: Command, post: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        done = vnreport("check", post, "--fix")
    finally:
        tmp_path.chmod(0o700)
    if post.read_text("utf-8") == SLIP:  # a superuser may write anywhere
        assert done.returncode == 2
        assert "không ghi được" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(("--unsafe-fixes", "spelling"), "--fix"), (("--fix", "--unsafe-fixes", "DAT"), "DAT"), (("--fix", "--unsafe-fixes", "speling"), "spelling")],
)
def test_a_choice_that_makes_no_sense_is_one_line(vnreport: Command, post: Path, arguments: tuple[str, ...], told: str) -> None:
    done = vnreport("check", post, *arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_standard_input_cannot_be_repaired(vnreport: Command) -> None:
    done = vnreport("check", "-", "--fix", stdin=SLIP)
    assert done.returncode == 2
    assert "hãy nêu tệp" in done.stderr


def test_an_old_code_page_is_not_repaired_and_the_reason_is_told(vnreport: Command, post: Path) -> None:
    post.write_bytes("Hô\xf2i nghi\xf2 ða\xde ða\xde kê\xect thu\xecc.\n".encode("latin-1"))  # Windows-1258, an even number of bytes
    before = post.read_bytes()
    done = vnreport("check", post, "--fix", "-q")
    assert "không phải UTF-8 hay UTF-16, hãy chuyển sang UTF-8" in done.stderr
    assert "nằm giữa mã" not in done.stderr
    assert (done.returncode, post.read_bytes()) == (2, before)


def test_standard_input_is_not_repaired_under_any_name(vnreport: Command, post: Path) -> None:
    for name in ("-", post.name, "none.txt"):
        done = vnreport("check", "-", "--fix", "--stdin-filename", name, stdin=SLIP)
        assert (done.returncode, "không sửa được" in done.stderr) == (2, True)
    assert post.read_text("utf-8") == SLIP
