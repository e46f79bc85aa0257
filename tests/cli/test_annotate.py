"""Copies of Word files with the findings as comments."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.word import paragraph, word

Command = Callable[..., CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "posts").mkdir()
    for name in ("a", "b"):
        (tmp_path / "posts" / f"{name}.docx").write_bytes(word(paragraph("Hội nghị đã đã kết thúc.")))
    (tmp_path / "posts" / "c.txt").write_text("Hội nghị đã đã kết thúc.", "utf-8")
    return tmp_path


def comments(file: Path) -> str:
    with zipfile.ZipFile(file) as opened:
        return opened.read("word/comments.xml").decode()


def test_one_file(folder: Path, vnreport: Command) -> None:
    before = (folder / "posts" / "a.docx").read_bytes()
    done = vnreport("check", "posts/a.docx", "--select", "TXT001", "--annotate", "out.docx")
    assert (done.returncode, done.stderr) == (1, "")
    assert "doubled-word" in comments(folder / "out.docx")
    assert (folder / "posts" / "a.docx").read_bytes() == before


def test_a_folder_of_files(folder: Path, vnreport: Command) -> None:
    done = vnreport("check", "posts", "--select", "TXT001", "--annotate", "out", "--jobs", "2")
    assert (done.returncode, done.stderr) == (1, "")
    assert sorted(f.name for f in (folder / "out").iterdir()) == ["a.docx", "b.docx"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["posts", "--annotate", "out.docx"], "hãy nêu thư mục"),
        (["posts/c.txt", "--annotate", "out.docx"], "hãy nêu thư mục"),
        (["posts/a.docx", "--annotate", "posts/a.docx"], "không ghi đè lên tệp khác, tệp gốc"),
        (["posts/a.docx", "--annotate", "posts"], "không ghi đè lên tệp khác, tệp gốc"),
        (["posts/a.docx", "--annotate", "posts/c.txt"], "không ghi được"),
    ],
)
def test_nothing_is_overwritten(folder: Path, vnreport: Command, arguments: list[str], message: str) -> None:
    before = {f: f.read_bytes() for f in (folder / "posts").iterdir()}
    done = vnreport("check", *arguments)
    assert (done.returncode, done.stderr.count("\n"), message in done.stderr) == (2, 1, True)
    assert {f: f.read_bytes() for f in (folder / "posts").iterdir()} == before
