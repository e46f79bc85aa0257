import io
import re
import unicodedata
import xml.etree.ElementTree as ET
import zipfile
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import vnreport
from tests.word import W, paragraph, table, word
from vnreport.document import Document, Evidence, Finding, Message, Suggestion
from vnreport.output.word import annotate
from vnreport.reading import ReadError, read

Q = f"{{{W}}}"


def flag(doc: Document, start: int, end: int) -> Finding:
    reason = Message("x.reason", {}, "lý do", "reason")
    message = Message("x.message", {}, f"“{doc.text[start:end]}” sai", "wrong")
    claim = Evidence(start, end, doc.text[start:end], "claim")
    return Finding(start, end, doc.text[start:end], "TXT999", "example", "warning", 0.9, message, (Suggestion("khác", reason),), (claim,))


def flagged(doc: Document, text: str) -> Finding:
    start = doc.text.index(text)
    return flag(doc, start, start + len(text))


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {n: file.read(n) for n in file.namelist()}


def comments(content: bytes) -> list[str]:
    root = ET.fromstring(parts(content)["word/comments.xml"])
    return ["\n".join("".join(p.itertext()) for p in c.iter(f"{Q}p")) for c in root.iter(f"{Q}comment")]


def marked(content: bytes) -> dict[str, str]:
    """What stands between the ends of each comment in the document."""
    texts = {f"{Q}tab": "\t", f"{Q}br": "\n"}
    open_, out = set(), {}
    for e in ET.fromstring(parts(content)["word/document.xml"]).iter():
        id = e.get(f"{Q}id", "")
        if e.tag == f"{Q}commentRangeStart":
            open_.add(id)
            out[id] = ""
        elif e.tag == f"{Q}commentRangeEnd":
            open_.remove(id)
        elif e.tag == f"{Q}t" or e.tag in texts:
            for i in open_:
                out[i] += texts.get(e.tag) or e.text or ""
    assert not open_
    return out


def formats(content: bytes) -> list[tuple[str, Any]]:
    """Each character, in the order of the file, with the properties of its run."""
    out: list[tuple[str, Any]] = []

    def visit(e: ET.Element, properties: bytes | None) -> None:
        if e.tag == f"{Q}r":
            found = e.find(f"{Q}rPr")
            properties = None if found is None else ET.tostring(found)
        elif e.tag in (f"{Q}t", f"{Q}tab", f"{Q}br"):
            out.extend((c, properties) for c in ([e.tag] if e.tag != f"{Q}t" else e.text or ""))
        for child in e:
            visit(child, properties)

    visit(ET.fromstring(parts(content)["word/document.xml"]), None)
    return out


BOLD = "<w:rPr><w:b/></w:rPr>"


@pytest.mark.parametrize(
    ("body", "spans"),
    [
        (paragraph("Quận đã đã họp."), ["đã đã", "họp", "Quận", "."]),
        (paragraph("Quận đã ", "đã họp."), ["đã đã"]),
        (paragraph("một hai ba", properties=BOLD), ["hai", "một hai", "hai ba", "i b"]),
        (paragraph("A &amp; B &lt;c&gt;"), ["&", "& B", "<c", ">"]),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/></w:r></w:p>" + paragraph("c"), ["a", "\t", "b", "a\tb", "\tb"]),
        (paragraph("ngày 31/4") + paragraph("ba"), ["31/4"]),
        (f"<w:p><w:hyperlink><w:r>{BOLD}<w:t>nối vào đây</w:t></w:r></w:hyperlink></w:p>", ["vào"]),
        (table(("một", "hai"), ("ba", "bốn"), ("năm", "sáu")), ["hai", "bốn"]),
    ],
)
def test_comments_stand_at_their_place_and_nothing_else_changes(body: str, spans: list[str]) -> None:
    content = word(body)
    doc = read(content)
    found = [flagged(doc, s) for s in spans]
    copy = annotate(doc, found, content)
    assert sorted(marked(copy).values()) == sorted(spans)
    assert read(copy).text == doc.text
    assert formats(copy) == formats(content)


def test_a_span_over_paragraphs_is_marked_whole_and_one_over_cells_in_the_first() -> None:
    content = word(paragraph("hết ngày") + paragraph("mai rồi") + table(("cột một", "cột hai"), ("a", "b"), ("c", "d")))
    doc = read(content)
    copy = annotate(doc, [flagged(doc, "ngày\nmai"), flagged(doc, "một\tcột")], content)
    assert sorted(marked(copy).values()) == ["một", "ngàymai"]


def test_a_finding_in_a_text_box_is_put_on_the_box() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('trong ô')}</w:txbxContent></w:pict></w:r>"
    content = word(f"<w:p>{box}<w:r><w:t>ngoài</w:t></w:r></w:p>")
    doc = read(content)
    copy = parts(annotate(doc, [flagged(doc, "ô")], content))["word/document.xml"].decode()
    assert re.search(r"<w:commentRangeStart w:id=\"0\"/><w:r><w:pict>.*</w:pict></w:r><w:commentRangeEnd", copy)


def test_a_span_between_paragraphs_or_empty_finds_a_place() -> None:
    content = word(paragraph("một") + paragraph("") + paragraph("hai"))
    doc = read(content)
    assert marked(annotate(doc, [flag(doc, 3, 5), flag(doc, 5, 5), flag(doc, 8, 8)], content)) == {"0": "t", "1": "h", "2": "i"}


def test_the_number_of_a_list_is_no_text_of_the_file() -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>'
    scheme = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = paragraph("Quận họp.").replace("<w:p>", '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    content = word(body, {"numbering.xml": f'<w:numbering xmlns:w="{W}">{scheme}</w:numbering>'})
    doc = read(content)
    assert doc.text == "Điều 1. Quận họp."
    copy = annotate(doc, [flagged(doc, "Điều"), flagged(doc, "1. Quận"), flagged(doc, "họp")], content)
    assert marked(copy) == {"0": "Q", "1": "Quận", "2": "họp"}
    assert read(copy).text == doc.text


def test_places_in_fonts_from_before_unicode() -> None:
    font = '<w:rPr><w:rFonts w:ascii="{}"/></w:rPr>'
    first = paragraph("ñy ban nh©n d©n, ngµy 31/4", properties=font.format(".VnTime"))
    content = word(first + paragraph("UÛy ban huyeän", properties=font.format("VNI-Times")))
    doc = read(content)
    assert doc.text == "ủy ban nhân dân, ngày 31/4\nỦy ban huyện"
    copy = annotate(doc, [flagged(doc, t) for t in ("ủy", "nhân", "ày 3", "Ủ", "yệ")], content)
    assert marked(copy) == {"0": "ñy", "1": "nh©n", "2": "µy 3", "3": "UÛ", "4": "yeä"}
    assert read(copy).text == doc.text


def test_a_comment_says_rule_message_and_repairs() -> None:
    content = word(paragraph("Quận đã đã họp."))
    doc = read(content)
    [vi] = comments(annotate(doc, [flagged(doc, "đã đã")], content))
    assert vi == "TXT999 example (cảnh báo)\n“đã đã” sai\n→ sửa: “khác” – lý do"
    [en] = comments(annotate(doc, [flagged(doc, "đã đã")], content, "en"))
    assert en == "TXT999 example (warning)\nwrong\n→ repair: “khác” – reason"


def test_comments_that_are_there_stay() -> None:
    there = f'<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="Sơn"><w:p><w:r><w:t>ý kiến</w:t></w:r></w:p></w:comment></w:comments>'
    content = word(paragraph("Quận đã đã họp."), {"comments.xml": there})
    doc = read(content)
    copy = annotate(doc, [flagged(doc, "đã đã")], content)
    assert comments(copy)[0] == "ý kiến"
    assert list(marked(copy)) == ["8"]
    assert parts(copy)["word/_rels/document.xml.rels"] == parts(content)["word/_rels/document.xml.rels"]


def test_every_other_part_is_as_it_was() -> None:
    content = word(paragraph("Quận họp."), {"styles.xml": "<a/>"})
    doc = read(content)
    old, new = parts(content), parts(annotate(doc, [flagged(doc, "họp")], content))
    assert {n for n in new if new[n] != old.get(n)} == {
        "[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml", "word/document.xml",
    }  # fmt: skip
    assert parts(annotate(doc, [], content)) == old


def test_any_prefix_of_the_xml() -> None:
    content = word("<w:p><w:r><w:t>Quận đã đã họp.</w:t></w:r></w:p>")
    plain = {n: c.replace(b"<w:", b"<").replace(b"</w:", b"</").replace(b"xmlns:w", b"xmlns") for n, c in parts(content).items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, part in plain.items():
            file.writestr(name, part)
    doc = read(out.getvalue())
    copy = annotate(doc, [flagged(doc, "đã đã")], out.getvalue())
    assert marked(copy) == {"0": "đã đã"}
    assert read(copy).text == doc.text


def test_another_file_than_the_one_read_is_refused() -> None:
    doc = read(word(paragraph("một")))
    with pytest.raises(ReadError, match="không phải tệp đã đọc"):
        annotate(doc, [], word(paragraph("hai")))


TEXTS = st.text(st.sampled_from("aế \u0301&<>\"'đ😀\u202e\t"), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(TEXTS, min_size=1, max_size=4), min_size=1, max_size=4), st.data())
def test_any_spans_in_any_runs(paragraphs: list[list[str]], data: st.DataObject) -> None:
    body = "".join(paragraph(*(r.replace("&", "&amp;").replace("<", "&lt;") for r in p), properties=BOLD) for p in paragraphs)
    content = word(body)
    try:
        doc = read(content)
    except ReadError:
        return
    places = st.integers(0, len(doc.text))
    spans = [tuple(sorted(s)) for s in data.draw(st.lists(st.tuples(places, places), max_size=5))]
    copy = annotate(doc, [flag(doc, a, b) for a, b in spans], content)
    assert read(copy).text == doc.text
    assert formats(copy) == formats(content)
    got = marked(copy)
    for number, (a, b) in enumerate(sorted(spans)):
        if a < b and doc.text[a:b].strip("\n"):
            assert solid(got[str(number)]) == solid(doc.text[a:b])


def solid(text: str) -> str:
    return unicodedata.normalize("NFD", "".join(text.split()))


def test_word_itself_would_open_it() -> None:
    docx = pytest.importorskip("docx")
    made = docx.Document()
    made.add_paragraph("Hội nghị ").add_run("đã đã kết thúc").bold = True
    out = io.BytesIO()
    made.save(out)
    doc = vnreport.read(out.getvalue(), name="a.docx")
    copy = docx.Document(io.BytesIO(annotate(doc, vnreport.check(doc), out.getvalue())))
    assert [(c.author, c.text.split("\n")[0]) for c in copy.comments] == [("vnreport", "TXT001 doubled-word (cảnh báo)")]
    assert [(r.text, r.bold) for r in copy.paragraphs[0].runs if r.text] == [("Hội nghị ", None), ("đã đã", True), (" kết thúc", True)]


INLINE = st.deferred(
    lambda: st.one_of(
        st.sampled_from(["<w:t>a</w:t>", "<w:t>đã &amp; b</w:t>", "<w:t>e&#x301;c</w:t>", "<w:t><![CDATA[x<y]]></w:t>", "<w:tab/>", "<w:br/>"]),
        FLOW.map(lambda f: f"<w:pict><w:txbxContent>{f}</w:txbxContent></w:pict>"),
    )
)
RUNS = st.tuples(
    st.sampled_from(["r", "r", "hyperlink", "ins", "del"]),
    st.sampled_from(["", BOLD, "<w:rPr><w:vanish/></w:rPr>"]),
    st.lists(INLINE, max_size=3).map("".join),
).map(lambda x: f"<w:r>{x[1]}{x[2]}</w:r>" if x[0] == "r" else f"<w:{x[0]}><w:r>{x[1]}{x[2]}</w:r></w:{x[0]}>")
PARAGRAPHS = st.lists(RUNS, max_size=3).map(lambda runs: f"<w:p>{''.join(runs)}</w:p>")
FLOW: st.SearchStrategy[str] = st.deferred(lambda: st.lists(st.one_of(PARAGRAPHS, TABLES), min_size=1, max_size=2).map("".join))
TABLES = st.lists(st.lists(FLOW, min_size=1, max_size=2), min_size=1, max_size=3).map(
    lambda rows: f"<w:tbl>{''.join('<w:tr>' + ''.join(f'<w:tc>{c}</w:tc>' for c in row) + '</w:tr>' for row in rows)}</w:tbl>"
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(FLOW, st.data())
def test_any_structure_keeps_its_text_and_formats(body: str, data: st.DataObject) -> None:
    content = word(body + paragraph("cuối"))
    doc = read(content)
    places = st.integers(0, len(doc.text))
    spans = [tuple(sorted(s)) for s in data.draw(st.lists(st.tuples(places, places), max_size=4))]
    copy = annotate(doc, [flag(doc, a, b) for a, b in spans], content)
    assert read(copy).text == doc.text
    assert formats(copy) == formats(content)
    assert len(marked(copy)) == len(spans)
