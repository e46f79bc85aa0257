"""Rules and tagger together: who has the last word on what."""

import time
from pathlib import Path

import pytest

import vnreport
from vnreport.document import Document
from vnreport.people.entities import found_by_rules
from vnreport.people.features import columns, sequences
from vnreport.people.referee import TRUST, judged, rule_spans
from vnreport.people.tagger import Span, Tagged, shipped
from vnreport.pipeline import Pipeline

ROOT = Path(__file__).parents[2]


def document(text: str) -> Document:
    return Document(text, engine=Pipeline())


class Says(Tagged):
    """A tagger of these spans and chances."""

    def __init__(self, chances: dict[Span, float]) -> None:
        self.chances = chances

    def chance(self, span: Span) -> float:
        return self.chances.get(span, 0.0)

    def spans(self) -> list[Span]:
        return [s for s, p in self.chances.items() if p >= 0.5]


TEXT = "Ông Trần Văn Khải, Giám đốc Sở Tài chính dự. Khải nói với Hằng."
KHAI, GIVEN, HANG, BODY = ("PER", 1, 4), ("PER", 12, 13), ("PER", 15, 16), ("ORG", 7, 10)


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        ({KHAI: 0.99, BODY: 0.99}, {KHAI, BODY}),
        ({BODY: 0.99}, {BODY}),  # the tagger sees no person: the find of the rules goes
        ({KHAI: 0.1, BODY: 0.99}, {KHAI, BODY}),  # it doubts: the find stays
        ({KHAI: 0.99, BODY: 0.99, GIVEN: 0.9}, {KHAI, BODY, GIVEN}),  # a given name whose full name is known
        ({KHAI: 0.99, BODY: 0.99, GIVEN: 0.55}, {KHAI, BODY}),  # not sure enough
        ({KHAI: 0.99, BODY: 0.99, HANG: 0.99}, {KHAI, BODY}),  # one syllable that no full name ends with
        ({KHAI: 0.04, ("PER", 2, 4): 0.95, BODY: 0.99}, {("PER", 2, 4), BODY}),  # another span in its place
        ({KHAI: 0.99, BODY: 0.99, ("ORG", 6, 10): 0.8}, {KHAI, BODY}),
    ],
)
def test_the_last_word(chances: dict[Span, float], expected: set[Span]) -> None:
    found = found_by_rules(document(TEXT))
    assert set(rule_spans(found)) == {KHAI, BODY}
    assert set(judged(found, Says(chances))) == expected


def test_initials_and_papers_stay_with_the_rules() -> None:
    found = found_by_rules(document("Chị N.T.H. khai báo với cán bộ. Tin do TinSangViet đăng."))
    assert set(judged(found, Says({}))) == set(rule_spans(found)) != set()


def test_a_street_is_never_added_as_a_person() -> None:
    found = found_by_rules(document("Cầu nối từ đường Nguyễn Trãi đến chợ."))
    street = ("PER", 4, 6)
    assert street not in judged(found, Says({street: 0.99}))


def test_every_label_has_its_trust() -> None:
    assert set(TRUST) == {"PER", "ORG"}
    assert all(0 < t.drop < 0.5 < t.add < 1 and 0.5 < t.swap < 1 for t in TRUST.values())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nguyễn Văn Chiến và Lò Thị Mảy bị bắt. Theo điều tra, Chiến thuê xe ở Vinh.", ["Nguyễn Văn Chiến", "Lò Thị Mảy", "Chiến"]),
        ("Danh sách gồm: Đinh Blang, Đinh Hmiu, Kpuih Thớt, Đinh Thị Lăng.", ["Đinh Blang", "Đinh Hmiu", "Kpuih Thớt", "Đinh Thị Lăng"]),
        ("Ông LÊ VĂN TÁM, Trưởng Công an xã phát biểu.", ["LÊ VĂN TÁM"]),
        ("Ông Choi Min-ho, Tổng Giám đốc Công ty Sao Mai dự.", ["Choi Min-ho"]),
        ("Xe dừng ở cầu Ông Như, gần cồn Ông Trang.", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert vnreport.people.names(text) == names


@pytest.mark.parametrize("text", ["", "\n\n", "a", "Ông", "UBND", "…", "Ông Nam"])
def test_short_texts(text: str) -> None:
    assert isinstance(document(text).entities, tuple)


def test_tokens_far_from_capitals_are_not_looked_at() -> None:
    model = shipped()
    assert model
    table = columns(found_by_rules(document("các hộ dân trong xã đã nhận đủ giống " * 20 + "Ông Nam nói.")), model.vocabulary)
    tokens, lengths = sequences(table)
    assert 3 <= len(tokens) < 12
    assert lengths.sum() == len(tokens)


def test_sequences_stay_short() -> None:
    model = shipped()
    assert model
    names = ", ".join(["Trần Văn Khải", "Lê Thị Hạnh", "Sở Tài chính"] * 60)
    _, lengths = sequences(columns(found_by_rules(document(names)), model.vocabulary))
    assert lengths.max() < 60


def test_the_model_is_small_and_loads_quickly() -> None:
    file = ROOT / "models" / "tagger.npz"
    assert file.stat().st_size < 3 * 2**20
    shipped()
    shipped.cache_clear()
    start = time.perf_counter()
    assert shipped()
    assert time.perf_counter() - start < 0.25  # 50 ms and room for a busy machine


def test_confidence_is_a_probability() -> None:
    text = (ROOT / "tests" / "gold" / "c-camle-syn-03" / "text.txt").read_text("utf-8")
    entities = document(text).entities
    assert entities
    assert all(0 <= e.confidence <= 1 for e in entities)
