from collections.abc import Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from vnreport.check.registry import rules
from vnreport.cli.configs import Configs
from vnreport.cli.failures import Failures
from vnreport.cli.work import Outcome, Run, Task, _merged
from vnreport.document import Document
from vnreport.reading import ReadError

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
    work = Run(Configs([str(file)]))
    [(checked, _)] = work.outcomes([str(file)])
    assert [f.name for f in checked.findings] == ["doubled-word"]
    assert work.failures.sources == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert error.startswith(f"{file}: lỗi của chương trình (residue): RuntimeError: hỏng ở đây")


def test_a_failing_layer_is_left_out(file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("vnreport.language.sentences.annotate", fail)
    work = Run(Configs([str(file)]), failures=Failures("en"))
    [(doc, _)] = work.documents([str(file)])
    assert work.layers(doc, ["sentences", "scan"]) == ["scan"]
    assert work.failures.sources == 1
    assert "internal error (sentences): RuntimeError" in capsys.readouterr().err


def test_a_failure_that_several_rules_meet_is_told_once(file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("vnreport.dates.annotator.annotate", fail)
    work = Run(Configs([str(file)]))
    [(checked, _)] = work.outcomes([str(file)])
    assert "doubled-word" in [f.name for f in checked.findings]
    assert capsys.readouterr().err.count("RuntimeError") == 1


def test_when_a_process_dies_the_rest_has_failed_and_the_run_goes_on() -> None:
    def results() -> Iterator[Outcome]:
        yield Outcome()
        raise BrokenProcessPool

    tasks = [Task("a.txt", None, 0), ReadError("b.txt", "hỏng", "broken"), Task("c.txt", None, 0), Task("d.txt", None, 0)]
    told = [[f"{f.source}: {f.en}" for f in outcome.failures] for outcome in _merged(tasks, results())]
    died = "a process died (no memory?): try --jobs 1"
    assert told == [[], ["b.txt: broken"], [f"c.txt: {died}"], [f"d.txt: {died}"]]
