"""What must hold for any text."""

import json
import unicodedata
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import vnreport
from vnreport.document import DEFAULT_LAYERS, Document
from vnreport.output import html
from vnreport.output import json as output_json
from vnreport.output import text as output_text
from vnreport.output.report import Checked
from vnreport.reading import ReadError, read
from vnreport.reading.html import read_html
from vnreport.reading.nfc import normalise

SAMPLES = sorted((Path(__file__).parents[1] / "data" / "samples").glob("*.txt"))

PIECES = (
    "Phường Bình An|UBND|UBND quận|UBMTTQVN|HĐND|quận Cẩm Lệ|huyện Hòa Vang|tỉnh Quảng Nam|TP. Đà Nẵng|cả tỉnh|ngày 31/4/2018|"
    "Chiều 23/4|24/04/2018|thứ Hai|từ ngày 10 đến 15/12|quý I năm 2018|năm 2018|giai đoạn 2016 - 2020|Ông Trần Văn Mẫu|đồng chí|Chủ tịch|"
    "Phó Chủ tịch UBND quận|Quyết định số 12/2018/QĐ-UBND ngày 05/3/2018|Nghị quyết số 05-NQ/TW|1.234,5 tỷ đồng|25 hộ|15%|tổng số|trong đó|"
    'gồm|đã đã|đề đề|,|.|;|:|(|)|“|”|"|-|–|…|\n|\n\n| |  |\t|và|của|các|Người đăng tin: Quản trị Ngày đăng tin: 24/04/2018 Lượt xem: 173|'
    "// ]]>|&nbsp;|V/v|Số:|Tin, ảnh: Thu Hà"
).split("|")
GENRE = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
"""Texts made of the genre's own pieces, in any order."""

ANY = st.text(max_size=200) | GENRE
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def document(text: str) -> Document:
    return vnreport.analyze(text)


def spans(doc: Document) -> Any:
    """Every span of every layer."""
    officials = doc.officials
    evidence = (e for f in doc.findings for e in f.evidence)
    layers = (doc.layer(name) for name in (*DEFAULT_LAYERS, "sentences") if name != "officials")
    return chain(doc.regions, *layers, (m for o in officials for m in o.mentions), doc.findings, evidence)


def same(a: Document, b: Document) -> None:
    assert json.dumps(a.to_dict(), ensure_ascii=False) == json.dumps(b.to_dict(), ensure_ascii=False)


@QUICK
@given(ANY)
@example("")
@example("İstanbul İ ŉ ǰ ﬁ")
@example("Ngày 31/4/2018\r\nđã đã")
def test_spans_slice_back_to_their_text(text: str) -> None:
    doc = document(text)
    for span in spans(doc):
        assert 0 <= span.start <= span.end <= len(doc.text)
        assert doc.text[span.start : span.end] == span.text


@QUICK
@given(GENRE)
def test_analysing_twice_is_the_same(text: str) -> None:
    first = document(text)
    same(first, document(text))
    same(first, document(first.text))


@QUICK
@given(GENRE)
def test_nfd_gives_the_same_findings_at_the_places_of_the_source(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    one, two = document(composed), document(decomposed)
    assert one.text == two.text
    assert [(f.code, f.start, f.end, f.fingerprint) for f in one.findings] == [(f.code, f.start, f.end, f.fingerprint) for f in two.findings]
    lines = decomposed.split("\n")
    for f in two.findings:
        assert unicodedata.normalize("NFC", lines[f.line - 1][f.column - 1 :]).startswith(f.text.split("\n")[0])


@QUICK
@given(ANY)
def test_every_output_can_show_any_text(text: str) -> None:
    doc = document(text)
    assert Document.from_dict(json.loads(json.dumps(doc.to_dict()))).to_dict() == doc.to_dict()
    html.render(doc)
    output_text.document(doc, DEFAULT_LAYERS, doc.findings, output_text.Style(colour=True))
    for f in doc.findings:
        output_text.finding(doc, f, output_text.Style())
    output_json.dump(output_json.check(Checked(doc, doc.findings, doc.unchecked)))


@QUICK
@given(st.text(max_size=300))
def test_normalising_is_nfc_with_plain_line_ends(raw: str) -> None:
    text, positions = normalise(raw)
    assert text == unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n"))
    places = [positions.offset(i) for i in range(len(text))]
    assert all(p >= 0 for p in places)
    assert places == sorted(places)
    assert normalise(text)[0] == text


@QUICK
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        doc = read(content, name="a.txt")
    except ReadError as error:
        assert "\n" not in str(error)
    else:
        assert unicodedata.is_normalized("NFC", doc.text)


TAGS = (
    "<p> </p> <b> <table><tr><td> </td><td> <br> <script> </script> <!-- --> <![if&nbsp;x]> &nbsp; &#7885; &copy & <article> </article>"
    " <h1> </h1> <nav> </nav> < > <title> </title> <img&nbsp;alt='Quang&#32;cảnh'> quận họp a\u0323"
).split()
MARKUP = st.lists(st.sampled_from([*TAGS, " ", "\n", '<img alt="Quang cảnh hội nghị sơ kết">', "<![if x]>"]), max_size=25).map("".join)


@QUICK
@given(MARKUP)
def test_any_markup_is_read_or_refused(raw: str) -> None:
    try:
        doc = read_html(raw)
    except ReadError:
        return
    assert unicodedata.is_normalized("NFC", doc.text)
    for i in range(len(doc.text)):
        line, column = doc.locate(i)
        assert 1 <= line <= raw.count("\n") + 1
        assert column >= 1
    for r in doc.regions:
        assert doc.text[r.start : r.end] == r.text


@pytest.mark.parametrize("file", SAMPLES, ids=lambda p: p.stem)
def test_samples_in_nfd_give_the_same_findings(file: Path) -> None:
    text = file.read_text("utf-8")
    one, two = document(text), document(unicodedata.normalize("NFD", text).replace("\n", "\r\n"))
    same(one.replace(map=two.map, engine=one.engine), two.replace(engine=one.engine))
