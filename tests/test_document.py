import pytest

from vnreport.document import (
    Abbreviation,
    DateSpan,
    Document,
    Evidence,
    Finding,
    Issuer,
    Message,
    Meta,
    Official,
    SourceMap,
    Span,
    Suggestion,
)


def full_document() -> Document:
    text = "UBND quận họp ngày 31/4/2018."
    message = Message("date-invalid.message", {"text": "31/4/2018"}, "Không có ngày 31/4.", "There is no 31 April.")
    layers = {
        "dates": (DateSpan(14, 28, text[14:28], "DATE", "2018-04-31"),),
        "abbreviations": (Abbreviation(0, 4, "UBND", "Ủy ban nhân dân", "dictionary"),),
        "entities": (),
        "units": (),
        "officials": (Official("Lê Văn Nam", ("Chủ tịch",), "UBND quận", (Span(0, 4, "UBND"),)),),
        "citations": (),
        "quantities": (),
        "issuer": Issuer("quận", "Cẩm Lệ", "495", "Đà Nẵng"),
        "findings": (
            Finding(19, 28, "31/4/2018", "DAT001", "date-invalid", "error", 0.99, message, (Suggestion("30/4/2018", message),),
                    (Evidence(19, 28, "31/4/2018", "claim"),), 1, 20, "0123:1"),
        ),
    }  # fmt: skip
    return Document(text, "a.txt", Meta(posted="2018-05-02"), map=SourceMap.identity(text), layers=layers)


def test_json_round_trip_keeps_everything() -> None:
    once = full_document().to_dict()
    assert Document.from_dict(once).to_dict() == once


def test_another_schema_version_is_refused_with_both_versions_named() -> None:
    with pytest.raises(ValueError, match=r"phiên bản 1, gặp 99"):
        Document.from_dict({"schema": 99})


def test_findings_speak_both_languages() -> None:
    doc = full_document()
    assert doc.to_dict(lang="vi")["findings"][0]["message"] == "Không có ngày 31/4."
    assert doc.to_dict(lang="en")["findings"][0]["message"] == "There is no 31 April."


def test_a_frame_has_its_columns_even_when_empty() -> None:
    doc = full_document()
    assert list(doc.to_frame("units").columns[:4]) == ["document", "start", "end", "text"]
    assert doc.to_frame("abbreviations").loc[0, ["document", "source"]].tolist() == ["a.txt", "dictionary"]
    assert doc.to_frame("findings").loc[0, "name"] == "date-invalid"
    with pytest.raises(ValueError, match="không có lớp 'dogs'"):
        doc.to_frame("dogs")


def test_a_document_without_a_pipeline_says_what_to_do() -> None:
    with pytest.raises(ValueError, match=r"vnreport\.analyze"):
        Document("abc").dates  # noqa: B018


def test_a_source_map_finds_line_and_column() -> None:
    m = SourceMap.identity("ab\ncd\n\ne")
    assert [m.locate(i) for i in (0, 2, 3, 7)] == [(1, 1), (1, 3), (2, 1), (4, 1)]
