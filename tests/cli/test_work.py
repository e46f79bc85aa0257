from collections.abc import Iterable
from pathlib import Path

import pytest

from vnreport.check.config import Config
from vnreport.check.registry import rules
from vnreport.cli.work import Run
from vnreport.document import Document

TEXT = "Hội nghị đã đã kết thúc."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, "utf-8")
    return file


def fail(doc: Document) -> Iterable[None]:
    raise RuntimeError("hỏng\nở đây")


def test_a_failing_rule_is_one_line_and_the_others_count(file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    broken = next(r for r in rules() if r.name == "residue")
    monkeypatch.setattr(type(broken), "check", lambda self, doc: fail(doc))
    work = Run()
    [doc] = work.documents([str(file)])
    findings, _ = work.findings(doc, Config())
    assert [f.name for f in findings] == ["doubled-word"]
    assert work.failed == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert error.startswith(f"{file}: lỗi của chương trình (residue): RuntimeError: hỏng ở đây")


def test_a_failing_layer_is_left_out(file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("vnreport.language.sentences.annotate", fail)
    work = Run(lang="en")
    [doc] = work.documents([str(file)])
    assert work.layers(doc, ["sentences", "scan"]) == ["scan"]
    assert work.failed == 1
    assert "internal error (sentences): RuntimeError" in capsys.readouterr().err
