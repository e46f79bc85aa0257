"""Floors of every layer on annotated documents: those here, and real ones beside the repository when they are there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from vnreport.learn.evaluate import Scores, evaluate

COMPOSED = Path(__file__).parent / "gold"
REAL = Path(__file__).parents[2] / "shared" / "gold" / "real"

FLOORS = {
    "dates: value": 0.80,
    "abbreviations: expansion": 0.75,
    "persons: overlap": 0.80,
    "units: name+level": 0.75,
    "officials: name+title": 0.60,
}


@cache
def scores(folder: Path) -> Scores:
    return evaluate(folder)


@pytest.mark.parametrize(("measure", "floor"), FLOORS.items())
def test_layer_reaches_its_floor_on_composed_documents(measure: str, floor: float) -> None:
    assert scores(COMPOSED).measures[measure].f1 >= floor


@pytest.mark.skipif(not REAL.is_dir(), reason="the real documents are not part of the repository")
@pytest.mark.parametrize(("measure", "floor"), FLOORS.items())
def test_layer_reaches_its_floor_on_real_documents(measure: str, floor: float) -> None:
    assert scores(REAL).measures[measure].f1 >= floor


def test_factual_slips_of_the_composed_documents_are_found() -> None:
    assert scores(COMPOSED).measures["findings: factual"].recall >= 0.60
