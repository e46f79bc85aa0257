import io
import zipfile

import pytest

import vnreport
from tests.word import W, paragraph, table, word
from vnreport.reading import ReadError, read
from vnreport.reading.package import Package
from vnreport.reading.walk import walk

RUN = "<w:r><w:t>{}</w:t></w:r>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("Quận ", "họp."), "Quận họp."),
        (paragraph("một") + paragraph("") + paragraph(" ") + paragraph("hai"), "một\n\nhai"),
        ("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a\tb\nc"),
        ("<w:p><w:r><w:t>A &amp; B &#x1EA3;<![CDATA[<c>]]></w:t></w:r></w:p>", "A & B ả<c>"),
        ("<w:p><w:r><w:t>hai\r\ndòng</w:t></w:r></w:p>", "hai dòng"),
        (f"<w:p><w:ins>{RUN.format('thêm')}</w:ins><w:del><w:r><w:delText>bớt</w:delText><w:tab/></w:r></w:del></w:p>", "thêm"),
        (f"<w:p><w:moveFrom>{RUN.format('cũ')}</w:moveFrom><w:moveTo>{RUN.format('mới')}</w:moveTo></w:p>", "mới"),
        (f"<w:p><w:hyperlink>{RUN.format('nối')}</w:hyperlink><w:sdt><w:sdtContent>{RUN.format(' ô')}</w:sdtContent></w:sdt></w:p>", "nối ô"),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>hiện</w:t></w:r></w:p>", "hiện"),
        (f"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>{RUN.format('3')}</w:p>", "3"),
        (f"<w:p>{RUN.format('trước')}<w:r><w:pict><w:txbxContent>{paragraph('trong ô')}</w:txbxContent></w:pict></w:r>{RUN.format(' sau')}</w:p>",
         "trước sau\ntrong ô"),
        (table(("UBND QUẬN\nSố: 1", "CỘNG HÒA\nĐộc lập")), "UBND QUẬN\nSố: 1\nCỘNG HÒA\nĐộc lập"),
        (table(("TT", "Tên"), ("1", "hộ"), ("", "tổng")), "TT\tTên\n1\thộ\ntổng"),
        (table(("a", "b\nc"), ("1", "2"), ("3", "4")), "a\nb\nc\n1\t2\n3\t4"),
        (f"<w:tbl><w:tr><w:tc>{table(('trong',))}{paragraph('ngoài')}</w:tc></w:tr></w:tbl>", "trong\nngoài"),
    ],
)  # fmt: skip
def test_text_in_reading_order(body: str, text: str) -> None:
    assert read(word(body)).text == text


def test_a_fallback_for_old_programs_is_not_read_twice() -> None:
    box = f"<w:txbxContent>{paragraph('ô')}</w:txbxContent>"
    body = f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    head = f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    assert read(word(body, head=head)).text == "ô"


def test_any_prefix_and_encoding_of_the_xml() -> None:
    content = word("<p><r><t>Quận</t></r></p>", head=f'xmlns="{W}"')
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            raw = old.read(name)
            if name == "word/document.xml":
                plain = raw.decode().replace("<w:", "<").replace("</w:", "</")
                raw = f'<?xml version="1.0" encoding="UTF-16"?>{plain}'.encode("utf-16")
            new.writestr(name, raw)
    assert read(out.getvalue()).text == "Quận"


def test_offsets_lead_back_to_paragraph_run_and_character() -> None:
    body = paragraph("Mở đầu") + table(("x", "một A &amp; "), ("y", "z"), ("", "")) + paragraph("e\u0302\u0301!", "đã đã")
    doc = read(word(body))
    walked = walk(Package(word(body), None))
    at = {text: walked.place(doc.map.offset(doc.text.index(text))) for text in ("Mở", "đầu", "A", "&", "ế!", "!", "đã đã")}
    assert at == {"Mở": (0, 0, 0), "đầu": (0, 0, 3), "A": (2, 0, 4), "&": (2, 0, 6), "ế!": (7, 0, 0), "!": (7, 0, 3), "đã đã": (7, 1, 0)}
    assert walked.place(doc.text.index("\t")) is None


def test_findings_stand_in_lines_of_the_text() -> None:
    [finding] = vnreport.check(vnreport.read(word(paragraph("Mở đầu.") + paragraph("Hội nghị đã ", "đã kết thúc."))))
    assert (finding.text, finding.line, finding.column) == ("đã đã", 2, 10)


def test_what_is_not_read_is_said() -> None:
    def part(text: str) -> str:
        return f"<w:hdr xmlns:w='{W}'>{paragraph(text)}</w:hdr>"

    parts = {"header1.xml": part("Tên cơ quan"), "header2.xml": part("Tên khác"), "footer1.xml": part("12"), "footnotes.xml": part("chú thích"),
             "oleObject1.bin": "\x00", "aFChunk.html": "<p>", "image1.png": "x"}  # fmt: skip
    doc = vnreport.read(word(paragraph("Quận họp."), parts))
    assert doc.text == "Quận họp."
    assert [(u.reason.id, u.count) for u in doc.unread] == [
        ("reading.header", 2),
        ("reading.footnotes", 1),
        ("reading.oleObject", 1),
        ("reading.aFChunk", 1),
    ]
    assert all(u in doc.unchecked for u in doc.unread)


LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/>{}<w:lvlText w:val="{}"/></w:lvl>'


def numbered(*items: tuple[str, str | None, int | None, str]) -> bytes:
    """Paragraphs as (style, list, level, text), with lists 1 to 3: the second begins again at 5, the third has bullets."""
    schemes = [
        LEVEL.format(0, 1, "decimal", "<w:pStyle w:val='Dieu'/>", "Điều %1.") + LEVEL.format(1, 1, "lowerLetter", "", "%2)")
        + LEVEL.format(2, 2, "upperRoman", "<w:suff w:val='nothing'/>", "%1.%3-"),
        LEVEL.format(0, 1, "bullet", "", "\uf0b7") + LEVEL.format(1, 1, "bullet", "", "-"),
    ]  # fmt: skip
    lists = [(1, 0, ""), (2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'), (3, 1, "")]
    numbering = "".join(f'<w:abstractNum w:abstractNumId="{i}">{s}</w:abstractNum>' for i, s in enumerate(schemes))
    numbering += "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{a}"/>{more}</w:num>' for n, a, more in lists)
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
        '<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dieu"/></w:style>'
    )
    body = []
    for style, list, level, text in items:
        given = (f'<w:ilvl w:val="{level}"/>' if level is not None else "") + (f'<w:numId w:val="{list}"/>' if list else "")
        properties = f'<w:pStyle w:val="{style}"/>' * bool(style) + f"<w:numPr>{given}</w:numPr>" * bool(given)
        body.append(paragraph(text).replace("<w:p>", f"<w:p><w:pPr>{properties}</w:pPr>"))
    parts = {"numbering.xml": f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>', "styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>'}
    return word("".join(body), parts)


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([("", "1", 0, "A"), ("", "1", 1, "b"), ("", "1", 1, "c"), ("", "1", 0, "D"), ("", "1", 1, "e")], "Điều 1. A\na) b\nb) c\nĐiều 2. D\na) e"),
        ([("", "1", 0, "A"), ("", None, None, "giữa"), ("", "1", 0, "B"), ("", "2", 0, "C"), ("", "2", 0, "D")],
         "Điều 1. A\ngiữa\nĐiều 2. B\nĐiều 5. C\nĐiều 6. D"),
        ([("Dieu", None, None, "A"), ("Con", None, None, "B"), ("Dieu", "0", None, "C"), ("Dieu", "3", 0, "D")], "Điều 1. A\nĐiều 2. B\nC\n• D"),
        ([("", "3", 0, "a"), ("", "3", 1, "b"), ("", "9", 0, "c"), ("", "1", 7, "d")], "• a\n- b\nc\nd"),
        ([("", "1", 0, "A"), ("", "1", 2, "b")], "Điều 1. A\n1.II-b"),
        ([("", "1", 0, "A"), ("", "1", 0, " "), ("", "1", 0, "C")], "Điều 1. A\n\nĐiều 3. C"),
    ],
)  # fmt: skip
def test_numbers_that_word_gives_to_lists(items: list[tuple[str, str | None, int | None, str]], text: str) -> None:
    assert read(numbered(*items)).text == text


@pytest.mark.parametrize(
    ("font", "written", "text"),
    [
        (".VnTime", "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        (".VnTimeH", "ñy ban nh©n d©n", "ỦY BAN NHÂN DÂN"),
        (".VnArial", "tr\xadêng</w:t><w:t>, t</w:t><w:softHyphen/><w:t> nh©n, §µ N½ng &amp; HuÕ", "trường, tư nhân, Đà Nẵng & Huế"),
        ("VNI-Times", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, naêm 2004", "Cộng hòa xã hội chủ nghĩa Việt Nam, năm 2004"),
        ("VNI-Times", "Aùo, caúng, kî, nöôùc, Ñaø Naüng", "Áo, cẳng, kỵ, nước, Đà Nẵng"),
        ("Times New Roman", "Céng ÿ", "Céng ÿ"),
    ],
)  # fmt: skip
def test_fonts_from_before_unicode(font: str, written: str, text: str) -> None:
    runs = paragraph(written, properties=f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>')
    assert read(word(runs)).text == text
    style = f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:style>'
    styles = f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rFonts w:ascii="Arial"/></w:docDefaults>{style}</w:styles>'
    assert read(word(paragraph(written), {"styles.xml": styles})).text == text


def test_a_mark_of_vni_may_stand_in_the_next_run() -> None:
    assert read(word(paragraph("ngaø", "y", "nga", "øy", properties='<w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr>'))).text == "ngàyngày"


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b" " * (65 * 1024 * 1024))
        file.writestr("_rels/.rels", "")
    content = word(paragraph("a"))
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, b" " * (65 * 1024 * 1024) if name == "word/document.xml" else old.read(name))
    return out.getvalue()


def locked() -> bytes:
    content = bytearray(word(paragraph("a")))
    at = 0
    while (at := content.find(b"PK\x01\x02", at)) >= 0:
        content[at + 8] |= 1
        at += 4
    return bytes(content)


def other(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr(name, "x")
    return out.getvalue()


ENTITIES = "<!DOCTYPE a [<!ENTITY x 'lol'><!ENTITY y '&x;&x;'>]>"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (word(paragraph("a"))[:200], "hỏng"),
        (word("<w:p>"), "hỏng"),
        (word(paragraph("a"), declaration=ENTITIES), "hỏng"),
        (word(paragraph(" ")), "không có chữ nào"),
        (bomb(), "quá lớn"),
        (locked(), "mật khẩu"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "hãy lưu thành .docx"),
        (other("xl/workbook.xml"), "Excel"),
        (other("a.txt"), "ZIP"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_clear_line(content: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message) as raised:
        read(content, name="a.docx")
    assert str(raised.value).startswith("a.docx: ")
    assert "\n" not in str(raised.value)


def test_a_file_cut_or_changed_anywhere_is_read_or_refused() -> None:
    content = word(paragraph("Quận họp ", "ngày 31/4/2018.") + table(("a", "b")))
    for i in range(0, len(content), 7):
        for broken in (content[:i], content[:i] + bytes([content[i] ^ 0x55]) + content[i + 1 :]):
            try:
                read(broken, format="docx")
            except ReadError:
                continue


def test_a_long_document_is_read_in_linear_time() -> None:
    doc = read(word(paragraph("một ", "hai ") * 20_000))
    assert doc.text.count("\n") == 19_999
