import json
from pathlib import Path

import pytest

from vnreport.learn.evaluate import Score
from vnreport.learn.gold import Gold, load


def test_rows_are_found_by_text_and_occurrence() -> None:
    gold = Gold("a", Path("a"), "năm 2018, năm 2018, aaa", {"dates": [{"text": "năm 2018", "nth": 1}, {"text": "aa", "nth": 1}, {"text": "aa"}]})
    assert [(r.start, r.end) for r in gold.rows("dates")] == [(10, 18), (20, 22)]
    assert gold.rows("units") == []


def test_folders_without_annotation_or_with_a_broken_one(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no annotated documents"):
        list(load(tmp_path))
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "gold.json").write_text("{", "utf-8")
    with pytest.raises(ValueError, match="cannot read the annotated document"):
        list(load(tmp_path))
    (tmp_path / "a" / "gold.json").write_text(json.dumps({"id": "x"}), "utf-8")
    (tmp_path / "a" / "text.txt").write_text("a", "utf-8")
    assert [g.id for g in load(tmp_path)] == ["x"]


def test_scores() -> None:
    score = Score(gold=4, predicted=5, right=3)
    assert (score.precision, score.recall) == (0.6, 0.75)
    assert score.f1 == pytest.approx(2 / 3)
    assert Score().f1 == 0.0
