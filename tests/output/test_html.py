from vnreport.document import Document
from vnreport.output.html import render


def test_everything_from_the_text_is_escaped(doc: Document) -> None:
    page = render(doc)
    assert "<họp>" not in page
    assert "&lt;họp&gt;" in page


def test_findings_are_marked_in_the_text(doc: Document) -> None:
    page = render(doc)
    assert page.count("<mark ") == 2
    assert ">31/4/2018</mark>" in page
    assert "<script" not in page
    assert "http" not in page


def test_repr_of_a_document_is_the_page(doc: Document) -> None:
    assert doc._repr_html_() == render(doc)


def test_no_findings_is_said(doc: Document) -> None:
    doc.layers["findings"] = ()
    assert "Không thấy gì sai" in render(doc)
    assert "Nothing found" in render(doc, "en")
