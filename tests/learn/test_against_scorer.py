"""The same figures as the scorer that the annotated documents come with; skipped where it is not at hand."""

import importlib.util
from pathlib import Path

import pytest

import vnreport
from vnreport.learn.evaluate import evaluate

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "eval" / "score.py"


@pytest.mark.skipif(not SCORER.exists(), reason="../shared is not there")
def test_figures_are_those_of_the_scorer(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec and spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    folder = SHARED / "gold" / "composed"
    predicted = tmp_path / "predicted.jsonl"
    documents = [vnreport.read(file) for file in sorted(folder.glob("*/text.txt"))]
    predicted.write_text("".join(doc.to_json() + "\n" for doc in documents), "utf-8")
    _, theirs, _ = scorer.run(folder, predicted)
    assert evaluate(folder).to_dict()["measures"] == {name: tally.row() for name, tally in theirs.items()}
