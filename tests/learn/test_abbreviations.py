import gzip
import json
from pathlib import Path

import pytest

from vnreport import resources
from vnreport.abbreviations.chooser import Chooser, chooser, save
from vnreport.learn.abbreviation_card import card
from vnreport.learn.abbreviation_examples import Example, gather
from vnreport.learn.abbreviations import calibrated, fit, held_out

pytest.importorskip("scipy")

ROWS = [
    ("chủ tịch", "⟦CT⟧ UBND xã Hòa Bình chủ trì cuộc họp."), ("chủ tịch", "Phó ⟦CT⟧ UBND xã đến dự."), ("chủ tịch", "Ông Nam, ⟦CT⟧ UBND huyện."),
    ("chỉ thị", "Thực hiện ⟦CT⟧ số 12 của Bộ trưởng."), ("chỉ thị", "Quán triệt ⟦CT⟧ số 9 về thi đua."), ("chỉ thị", "Ban hành ⟦CT⟧ số 3."),
    ("công ty", "Lãnh đạo ⟦CT⟧ TNHH Hoa Mai ký hợp đồng."), ("công ty", "Tại ⟦CT⟧ TNHH An Phát."), ("công ty", "Công nhân ⟦CT⟧ TNHH Đại Lộc."),
]  # fmt: skip


@pytest.fixture
def examples(tmp_path: Path) -> list[Example]:
    lines = ["abbr\tmeaning\tdocument\tgenre\ttext", *(f"CT\t{m}\taa-0{i % 3}\tpost\t{text}" for i, (m, text) in enumerate(ROWS))]
    (tmp_path / "c.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    return [e for e in gather(tmp_path, []) if e.kind == "written"]


def test_examples_hold_the_right_reading_among_those_of_the_dictionary(examples: list[Example]) -> None:
    assert [e.names[e.right] for e in examples] == [m for m, _ in ROWS]
    assert {e.abbr for e in examples} == {"CT"} and {e.group for e in examples} == {"aa-00", "aa-01", "aa-02"}


def test_what_was_learnt_is_told_of_other_sentences_and_survives_the_file(examples: list[Example], tmp_path: Path) -> None:
    model = fit(examples)
    save(model, tmp_path / "a.gz")
    save(model, tmp_path / "b.gz")
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()
    content = json.loads(gzip.decompress((tmp_path / "a.gz").read_bytes()))
    assert content["pairs"] and set(content["names"]) >= {"chủ tịch", "chỉ thị", "công ty"}
    for e in examples:
        scores = model.scores(e.features, e.shared, e.readings, e.names)
        assert scores.index(max(scores)) == e.right


def test_an_example_is_judged_by_a_model_that_saw_nothing_of_its_group(examples: list[Example], monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[set[str]] = []

    def spy(part: list[Example]) -> Chooser:
        seen.append({e.group for e in part})
        return Chooser({}, {}, 1.0, 1.0)

    monkeypatch.setattr("vnreport.learn.abbreviations.FOLDS", 3)
    monkeypatch.setattr("vnreport.learn.abbreviations.fit", spy)
    assert len(held_out(examples)) == len(examples)
    assert all(len(groups) == 2 for groups in seen)


def test_the_card_has_baseline_and_reliability(examples: list[Example], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnreport.learn.abbreviations.FOLDS", 3)
    found = held_out(examples)
    model = fit(examples)
    page = card(examples, found, Chooser(model.pairs, model.shared, model.prior, calibrated(found)), 1000)
    assert "most frequent meaning" in page and "### Confidence" in page and "| CT | 9 |" in page


def test_the_model_that_travels_is_small_and_has_its_card() -> None:
    file = resources.path("models", "abbreviations.json.gz")
    assert file.stat().st_size < 1_000_000 and file.with_name("abbreviations.md").exists()
    assert len(chooser().pairs) > 1000 and 0.4 <= chooser().temperature <= 3
