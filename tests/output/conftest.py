"""A small document with two findings, made by hand so that no rule's change touches the snapshots of the renderers."""

import pytest

from vnreport.document import (
    Abbreviation,
    DateSpan,
    Document,
    Entity,
    Evidence,
    Finding,
    Issuer,
    Message,
    Meta,
    Official,
    Quantity,
    Region,
    SourceMap,
    Span,
    Suggestion,
    Unchecked,
    Unit,
)
from vnreport.pipeline import Pipeline

TEXT = "Phường Bình An họp\nNgày đăng: 24/04/2018\n\n"
TEXT += "Sáng 31/4/2018, UBND\tphường Bình An <họp>; ông Trần Văn Mẫu, Chủ tịch, đã đã dự; 25 hộ.\n"


def at(text: str, nth: int = 0) -> tuple[int, int, str]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    return start, start + len(text), text


@pytest.fixture
def doc() -> Document:
    """The document, every layer given."""
    reason = Message("date-invalid.last", {"last": 30}, "tháng 4 có 30 ngày", "April has 30 days")
    invalid = Finding(
        *at("31/4/2018"), "DAT001", "date-invalid", "error", 0.95,
        Message("date-invalid.message", {"text": "31/4/2018"}, "“31/4/2018” không có trong lịch", "“31/4/2018” is not in the calendar"),
        (Suggestion("30/4/2018", reason),),
        (Evidence(*at("31/4/2018"), "claim"), Evidence(*at("24/04/2018"), "reference")),
        4, 6, "00aa:1",
    )  # fmt: skip
    doubled = Finding(
        *at("đã đã"), "TXT001", "doubled-word", "info", 0.4,
        Message("doubled-word.message", {"text": "đã đã"}, "“đã” viết lặp", "“đã” is written twice"),
        (Suggestion("", Message("doubled-word.cut", {}, "bỏ phần thừa", "leave it out")),),
        (Evidence(*at("đã đã"), "claim"),),
        4, 72, "00bb:1",
    )  # fmt: skip
    layers = {
        "dates": (DateSpan(*at("24/04/2018"), "DATE", "2018-04-24", "posted"),
                  DateSpan(*at("31/4/2018"), "DATE", "2018-04-31", "event", 0.9)),
        "abbreviations": (Abbreviation(*at("UBND"), "Ủy ban nhân dân", "dictionary"),),
        "entities": (Entity(*at("Trần Văn Mẫu"), "PER"), Entity(*at("phường Bình An"), "LOC", 0.8)),
        "units": (Unit(*at("phường Bình An"), "phường", "Bình An", None, None, "unknown", ("00001", "00002")),),
        "officials": (Official("Trần Văn Mẫu", ("Chủ tịch",), "UBND phường Bình An", (Span(*at("Trần Văn Mẫu")),)),),
        "citations": (),
        "quantities": (Quantity(*at("25 hộ"), 25.0, "hộ"),),
        "issuer": Issuer("phường", "Bình An"),
        "findings": (invalid, doubled),
        "unchecked": (
            Unchecked("date-weekday", Message("date-weekday.no-year", {}, "không rõ năm", "the year is not known"), 2),
        ),
    }  # fmt: skip
    return Document(
        TEXT,
        "bài.txt",
        Meta("Phường Bình An họp", "2018-04-24"),
        (Region(*at("24/04/2018"), "posted"),),
        SourceMap.identity(TEXT),
        Pipeline(),
        layers,
    )
