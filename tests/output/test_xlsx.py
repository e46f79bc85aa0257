import io

import pytest

from vnreport.document import Document
from vnreport.output.formats import MissingExtra, open_renderer
from vnreport.output.report import Checked, Failure, Summary

pytest.importorskip("xlsxwriter")
openpyxl = pytest.importorskip("openpyxl")


def book(doc: Document, lang: str = "vi") -> bytes:
    renderer = open_renderer("xlsx", lang=lang)
    assert renderer.add(Checked(doc, doc.findings, doc.unchecked, {"inline": 1}, {"dates": 2})) == ""
    content = renderer.close(Summary(failures=(Failure("hỏng.docx", "tệp hỏng", "damaged"),)))
    assert isinstance(content, bytes)
    return content


def rows(content: bytes) -> dict[str, list[list[object]]]:
    made = openpyxl.load_workbook(io.BytesIO(content))
    return {s.title: [list(r) for r in s.iter_rows(values_only=True)] for s in made}


def test_findings_documents_and_what_was_not_checked(doc: Document) -> None:
    sheets = rows(book(doc))
    assert list(sheets) == ["Phát hiện", "Tài liệu", "Chưa kiểm tra"]
    assert sheets["Phát hiện"][0][:7] == ["Tệp", "Dòng", "Cột", "Mức", "Mã", "Quy tắc", "Chỗ bị báo"]
    assert sheets["Phát hiện"][1] == [
        "bài.txt", 4, 6, "lỗi", "DAT001", "date-invalid", "31/4/2018", "“31/4/2018” không có trong lịch",
        "30/4/2018 – tháng 4 có 30 ngày", "căn cứ “24/04/2018” (dòng 2)",
        "Sáng 31/4/2018, UBND phường Bình An <họp>; ông Trần Văn Mẫu, Chủ tịch, đã đã dự; 25 hộ.", 0.95, "00aa:1",
    ]  # fmt: skip
    assert sheets["Tài liệu"][1][:8] == ["bài.txt", "Phường Bình An họp", "2018-04-24", 1, 0, 1, 1, 2]
    assert sheets["Chưa kiểm tra"][1:] == [["bài.txt", "date-weekday", "không rõ năm", 2], ["hỏng.docx", "", "tệp hỏng", 1]]
    assert rows(book(doc, "en"))["Findings"][2][3:9] == [
        "info", "TXT001", "doubled-word", "đã đã", "“đã” is written twice", "delete – leave it out",
    ]  # fmt: skip


def test_filters_and_a_header_that_stays(doc: Document) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(book(doc)))["Phát hiện"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:M3")


def test_the_same_findings_give_the_same_file(doc: Document) -> None:
    assert book(doc) == book(doc)


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+84", "-1", "http://a.vn", "12", "\x00\ud800\x1b", "{=1}", "x" * 40_000])
def test_no_text_becomes_a_formula_a_link_or_a_number(text: str) -> None:
    renderer = open_renderer("xlsx")
    renderer.add(Checked(Document("một", text), ()))
    content = renderer.close(Summary())
    assert isinstance(content, bytes)
    found = openpyxl.load_workbook(io.BytesIO(content))["Tài liệu"]["A2"]
    assert found.data_type in ("s", "inlineStr")
    assert found.hyperlink is None
    if text.isprintable() and len(text) < 100:
        assert found.value == text


def test_more_findings_than_a_sheet_holds(doc: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnreport.output.xlsx.MAX_ROWS", 2)
    sheets = rows(book(doc))
    assert list(sheets) == ["Phát hiện", "Tài liệu", "Chưa kiểm tra", "Phát hiện 2", "Chưa kiểm tra 2"]
    assert sheets["Phát hiện 2"][1][4] == "TXT001"


def test_without_the_library_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    monkeypatch.delitem(sys.modules, "vnreport.output.xlsx", raising=False)
    with pytest.raises(MissingExtra, match=r'pip install "vnreport\[excel\]"'):
        open_renderer("xlsx")
