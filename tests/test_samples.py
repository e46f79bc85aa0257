"""The findings of every sample, held by ``tests/snapshots/samples.json``.

``pytest tests/test_samples.py --update-snapshots`` writes the file; look at its difference before you commit it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import vnreport

ROOT = Path(__file__).parents[1]
SNAPSHOT = Path(__file__).parent / "snapshots" / "samples.json"
SAMPLES = sorted(p for p in (ROOT / "data" / "samples").iterdir() if p.suffix in (".txt", ".html"))
# By intention; each must show findings of these rules, whatever else the snapshot holds.
PLANTED = {
    "01-cam-le-hoi-nghi.txt": {"date-year", "unit-level", "doubled-word", "capitalisation", "residue"},
    "04-hoi-an-quyet-dinh.txt": {"date-invalid", "citation-conflict", "number-count"},
    "06-cai-rang-bao-cao.txt": {"number-percent", "number-count", "number-sum", "abbr-undefined", "punctuation"},
    "09-buon-ma-thuot-hai-cap.txt": {"unit-era", "doubled-word"},
    "10-tan-phu-doan-the.html": {"punctuation", "unit-level", "title-conflict"},
    "11-dai-loc-hoi-thi.txt": {"date-weekday", "unit-parent", "date-order"},
    "12-hai-hau-bao-chi.txt": {"name-variant", "title-conflict"},
    "14-hai-an-lien-doan.txt": {"org-variant"},
}


def observed(path: Path) -> list[dict[str, object]]:
    findings = vnreport.analyze(vnreport.read(path)).findings
    return [{"code": f.code, "severity": f.severity, "text": f.text, "suggestions": [s.text for s in f.suggestions]} for f in findings]


def test_snapshot_holds_every_sample(update_snapshots: bool) -> None:
    if update_snapshots:
        rows = {p.name: observed(p) for p in SAMPLES}
        SNAPSHOT.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert sorted(json.loads(SNAPSHOT.read_text("utf-8"))) == [p.name for p in SAMPLES]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_sample_has_the_findings_of_its_snapshot(path: Path) -> None:
    assert observed(path) == json.loads(SNAPSHOT.read_text("utf-8"))[path.name]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_planted_slips_are_found_and_clean_samples_are_silent(path: Path) -> None:
    findings = vnreport.analyze(vnreport.read(path)).findings
    planted = PLANTED.get(path.name)
    if planted is None:
        assert not [f for f in findings if f.severity != "info"]
    else:
        assert planted <= {f.name for f in findings}
