import pytest

import vnreport
from vnreport.document import Document
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
