import pytest

import vnreport
from vnreport.document import Document, KnownAbbreviation, Meta, UserFacts
from vnreport.pipeline import LAYERS, Pipeline, attach


def test_every_layer_of_the_table_can_be_computed() -> None:
    doc = vnreport.analyze("Ngày 24/4/2018, UBND quận Cẩm Lệ họp.")
    for name in LAYERS:
        doc.layer(name)


def test_only_what_is_asked_for_is_computed() -> None:
    doc = vnreport.analyze("Ngày 24/4/2018, UBND quận Cẩm Lệ họp.", layers=["dates"])
    assert "dates" in doc.layers and "officials" not in doc.layers


def test_a_layer_may_not_read_a_later_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnreport.dates.annotator.annotate", lambda doc: doc.officials)
    with pytest.raises(RuntimeError, match="'dates' may not read 'officials'"):
        attach(Document("abc")).dates  # noqa: B018


def test_an_unknown_layer_is_named_with_those_that_exist() -> None:
    with pytest.raises(ValueError, match="officials"):
        Pipeline().layer(Document("abc"), "dogs")


def test_what_the_user_knows_travels_with_the_document() -> None:
    facts = UserFacts(abbreviations=(KnownAbbreviation("NVQS", "nghĩa vụ quân sự"),))
    doc = attach(Document("abc"), facts)
    assert doc.facts == facts
    assert doc.replace(meta=Meta(posted="2018-04-24")).facts == facts
    assert Document("abc").facts == UserFacts()


def test_layers_made_with_other_facts_are_computed_anew() -> None:
    doc = vnreport.analyze("Ngày 24/4/2018, quận họp.", layers=["dates"])
    assert attach(doc) is doc and attach(doc, UserFacts()) is doc
    assert "dates" not in attach(doc, UserFacts(abbreviations=(KnownAbbreviation("NVQS", "nghĩa vụ quân sự"),))).layers
