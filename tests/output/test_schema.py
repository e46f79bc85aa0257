import json
from pathlib import Path
from typing import Any

import pytest

import vnreport
from vnreport.document import DEFAULT_LAYERS, JSON_LAYERS, Document
from vnreport.output.json import analysis, check
from vnreport.output.report import Checked
from vnreport.output.schema import load

jsonschema = pytest.importorskip("jsonschema")

SAMPLES = sorted((Path(__file__).parents[2] / "data" / "samples").glob("*.txt"))


def validate(data: Any, part: str = "") -> None:
    schema = load()
    if part:
        schema = {"$schema": schema["$schema"], "$ref": f"#/$defs/{part}", "$defs": schema["$defs"]}
    jsonschema.Draft202012Validator(schema).validate(json.loads(json.dumps(data)))


def test_the_schema_itself_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(load())
    assert set(load()["properties"]["layers"]["properties"]) == set(JSON_LAYERS)


def test_every_layer_of_a_document_fits_the_schema(doc: Document) -> None:
    validate(doc.to_dict())
    validate(analysis(doc, ["sentences", *DEFAULT_LAYERS], doc.findings))
    validate(check(Checked(doc, doc.findings, doc.unchecked, looked_at={"dates": 2})), "check")


@pytest.mark.parametrize("file", SAMPLES, ids=lambda p: p.stem)
def test_samples_fit_the_schema_and_come_back(file: Path) -> None:
    doc = vnreport.read(file)
    data = doc.to_dict()
    validate(data)
    assert Document.from_dict(data).to_dict() == data


def test_the_schema_refuses_what_it_does_not_know(doc: Document) -> None:
    with pytest.raises(jsonschema.ValidationError):
        validate({**doc.to_dict(), "more": 1})
