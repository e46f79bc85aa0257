"""The same figures as the scorer that the annotated documents come with; skipped where it is not at hand."""

import importlib.util
from pathlib import Path

import pytest

from vnreport.learn.evaluate import evaluate

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "eval" / "score.py"


@pytest.mark.skipif(not SCORER.exists(), reason="../shared is not there")
def test_figures_are_those_of_the_scorer() -> None:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec and spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    folder = SHARED / "gold" / "composed"
    _, theirs, _ = scorer.run(folder)
    ours = evaluate(folder).to_dict()["measures"]
    assert ours == {name: tally.row() for name, tally in theirs.items()}
