"""The tagger: what it is trained from, that reading it with numpy is CRFsuite, and the command that trains it again."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from vnreport.cli.app import run
from vnreport.learn import tagger as training
from vnreport.learn.gold import load
from vnreport.learn.multiply import copies
from vnreport.learn.train import train
from vnreport.people import tagger
from vnreport.people.features import columns, sequences

GOLD = Path(__file__).parents[1] / "gold"
pycrfsuite = pytest.importorskip("pycrfsuite", reason="the extra 'train' is not installed")


@pytest.fixture(scope="module")
def examples() -> list[training.Example]:
    return training.examples([GOLD])


@pytest.fixture(scope="module")
def both(examples: list[training.Example], tmp_path_factory: pytest.TempPathFactory) -> tuple[tagger.Model, object]:
    """The same model as arrays and in CRFsuite."""
    file = tmp_path_factory.mktemp("crf") / "model.crfsuite"
    model = training.fit(examples[:12], keep=file)
    reader = pycrfsuite.Tagger()
    reader.open(str(file))
    return model, reader


def test_labels_mark_first_and_later_tokens() -> None:
    labels = training.gold_labels([("PER", 1, 4), ("ORG", 5, 7)], 8)
    assert [tagger.LABELS[k] for k in labels] == ["O", "B-PER", "I-PER", "I-PER", "O", "B-ORG", "I-ORG", "O"]


def test_neighbours_stay_two_entities() -> None:
    labels = training.gold_labels([("PER", 0, 2), ("PER", 2, 4)], 4)
    assert [tagger.LABELS[k] for k in labels] == ["B-PER", "I-PER", "B-PER", "I-PER"]


def test_tags_are_those_of_crfsuite(both: tuple[tagger.Model, object], examples: list[training.Example]) -> None:
    model, reader = both
    seen = 0
    for e in examples:
        table = columns(e.found, model.vocabulary)
        tokens, lengths = sequences(table)
        ours = tagger.decode(model.emissions(table, tokens), model.transitions, lengths)
        theirs = [tag for attributes, _ in training.sequences_of(e, model.vocabulary) for tag in reader.tag(attributes)]  # type: ignore[attr-defined]
        assert [tagger.LABELS[k] for k in ours] == theirs
        seen += sum(tag != "O" for tag in theirs)
    assert seen > 100


def test_probabilities_are_those_of_crfsuite(both: tuple[tagger.Model, object], examples: list[training.Example]) -> None:
    model, reader = both
    e = examples[-1]
    table = columns(e.found, model.vocabulary)
    tokens, lengths = sequences(table)
    ours, _ = tagger.probabilities(model.emissions(table, tokens), model.transitions, lengths)
    theirs = []
    for attributes, _ in training.sequences_of(e, model.vocabulary):
        reader.set(attributes)  # type: ignore[attr-defined]
        theirs += [[reader.marginal(label, i) for label in tagger.LABELS] for i in range(len(attributes))]  # type: ignore[attr-defined]
    assert np.allclose(ours, theirs, atol=1e-4)


def test_chance_of_a_span_is_the_sum_over_labellings() -> None:
    scores = np.array([[0, 1.5, -1, 0.2, 0], [0.3, 0, 1, 0, 0.4], [1, 0, 0.2, 0, 0]], np.float32)
    rng = np.random.default_rng(0)
    transitions = rng.normal(size=(5, 5)).astype(np.float32)
    chances, given = tagger.probabilities(scores, transitions, np.array([3]))
    total = hit = 0.0
    for a in range(5):
        for b in range(5):
            for c in range(5):
                weight = np.exp(scores[0, a] + scores[1, b] + scores[2, c] + transitions[a, b] + transitions[b, c])
                total += weight
                hit += weight * ((a, b) == (1, 2) and c != 2)
    assert chances[0, 1] * given[0, 1, 2] * (1 - given[1, 2, 2]) == pytest.approx(hit / total, rel=1e-4)


def test_a_model_is_read_as_it_was_written(both: tuple[tagger.Model, object], tmp_path: Path) -> None:
    model, _ = both
    model.save(tmp_path / "m.npz")
    again = tagger.load(tmp_path / "m.npz")
    assert again.vocabulary == model.vocabulary
    assert np.array_equal(again.weights, model.weights)
    assert np.array_equal(again.transitions, model.transitions)
    with np.load(tmp_path / "m.npz", allow_pickle=False) as data:  # nothing in it needs pickle
        assert all(data[name].dtype.kind in "uif" for name in data.files)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    for source in sorted(GOLD.iterdir())[:6]:
        shutil.copytree(source, folder / source.name)
    return folder


def test_training_twice_gives_the_same_files(small: Path, tmp_path: Path) -> None:
    first, second = (train([small], tmp_path / name, "tagger", measure=False) for name in "ab")
    assert [f.name for f in first] == ["tagger.npz", "tagger.md"]
    assert [f.read_bytes() for f in first] == [f.read_bytes() for f in second]


def test_the_card_has_figures_by_site(small: Path, tmp_path: Path) -> None:
    _, card = train([small], tmp_path, "tagger")
    text = card.read_text("utf-8")
    assert "6 annotated documents" in text
    for heading in ("Learning curve", "By site", "Confidence", "Train again", "Licence"):
        assert heading in text
    assert all(f"| {training.site_of(d.name)} |" in text for d in small.iterdir())


def test_the_command_says_what_it_wrote(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["train", str(small), "--model", "tagger", "--no-measure", "--out", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out.split() == [str(tmp_path / "out" / "tagger.npz"), str(tmp_path / "out" / "tagger.md")]


def _broken(folder: Path, **changes: object) -> Path:
    shutil.copytree(GOLD / "c-camle-syn-03", folder / "a-01")
    file = folder / "a-01" / "gold.json"
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | changes), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"persons": None}, "thiếu 'persons'"),
        ({"organisations": [{"text": "Không có đâu", "nth": 0}]}, "không nằm trong văn bản"),
    ],
)
def test_a_bad_document_is_one_clear_line(
    changes: dict[str, object], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _broken(tmp_path / "in", **changes)
    assert run(["train", str(folder), "--model", "tagger", "--out", str(tmp_path / "out")]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert message in lines[0]
    assert "a-01" in lines[0]


def test_a_folder_without_documents_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["train", str(tmp_path), "--model", "tagger", "--out", str(tmp_path / "out")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_copies_are_learnt_from_too(examples: list[training.Example]) -> None:
    more = [training.example(g) for g in copies(load(GOLD), 1)]
    assert len(training.vocabulary([*examples, *more])) >= len(training.vocabulary(examples))
