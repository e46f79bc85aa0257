from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnreport
from vnreport import resources
from vnreport.abbreviations import Dictionary, expand, find, frame
from vnreport.abbreviations.align import backwards, pieces
from vnreport.abbreviations.definitions import definitions
from vnreport.abbreviations.dictionary import lookup
from vnreport.abbreviations.numbers import numbers
from vnreport.abbreviations.writing import write_out
from vnreport.language.letters import fold


def meanings(text: str) -> list[tuple[str, str | None]]:
    return [(a.text, a.expansion) for a in vnreport.analyze(text).abbreviations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND quận phát triển KT-XH", [("UBND", "Ủy ban nhân dân"), ("KT-XH", "kinh tế - xã hội")]),
        ("TP Đà Nẵng", [("TP", "thành phố")]),
        ("TP Nội vụ huyện trình bày", [("TP", "trưởng phòng")]),
        ("TT Khe Sanh", [("TT", "thị trấn")]),
        ("TT HĐND huyện", [("TT", "thường trực"), ("HĐND", "Hội đồng nhân dân")]),
        ("Sở TT và TT tỉnh", [("TT", "thông tin"), ("TT", "truyền thông")]),
        ("CT UBND quận", [("CT", "chủ tịch"), ("UBND", "Ủy ban nhân dân")]),
        ("CT CP Xây dựng số 5", [("CT", "công ty"), ("CP", "cổ phần")]),
        ("CT số 12 của Chủ tịch", [("CT", "chỉ thị")]),
        ("Q. 3 và P. 12", [("Q.", "quận"), ("P.", "phường")]),
        ("Q. Giám đốc Sở Y tế", [("Q.", "quyền")]),
        ("BCH Quân sự huyện, BCH Đảng bộ huyện", [("BCH", "Ban Chỉ huy"), ("BCH", "Ban Chấp hành")]),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", [("KT.", "ký thay")]),
        ("phát triển KT của huyện", [("KT", "kinh tế")]),
        ("Sở VH,TT&DL", [("VH,TT&DL", "Văn hóa, Thể thao và Du lịch")]),
        ("Sở GD-ĐT, Sở GD&ĐT", [("GD-ĐT", "Giáo dục và Đào tạo"), ("GD&ĐT", "Giáo dục và Đào tạo")]),
        ("đ/c Bí thư", [("đ/c", "đồng chí")]),
        ("số 08/2018/NĐ-CP", [("NĐ-CP", "Nghị định của Chính phủ")]),
        ("số 41/QĐ-UBND", [("QĐ", "Quyết định"), ("UBND", "Ủy ban nhân dân")]),
        ("Thành ủy ban hành Chương trình số 25-CTr/TU", [("CTr", "Chương trình"), ("TU", "Thành ủy")]),
        ("Tỉnh ủy ban hành Kế hoạch số 25-KH/TU", [("KH", "Kế hoạch"), ("TU", "Tỉnh ủy")]),
        ("Thông tri số 11-TT/QU", [("TT", "Thông tri"), ("QU", "Quận ủy")]),
        ("khóa XII, mục IV, COVID-19, A/H7N9", []),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", []),
        ("Công ty VINAMILK", []),
    ],
)
def test_the_context_decides_what_an_abbreviation_means(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert meanings(text) == expected


@pytest.mark.parametrize("name", ["ambiguous.tsv", "first_sight.tsv", "second_sight.tsv", "third_sight.tsv", "fourth_sight.tsv"])
def test_what_is_met_in_state_writing_is_understood(name: str) -> None:
    wrong = []
    rows = _table(name)
    for marked, meaning in rows:
        at, text = marked.index("⟦"), marked.replace("⟦", "").replace("⟧", "")
        found = next((a.expansion for a in find(text) if a.start <= at < a.end), None)
        if found is None or fold(found) != fold(meaning):
            wrong.append((marked, meaning, found))
    assert len(wrong) <= 0.05 * len(rows), wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thông tư số 58/2016/TT-BTC", ["Thông tư", "Bộ Tài chính"]),
        ("bản án số 21/2020/HS-ST", ["hình sự", "sơ thẩm"]),
        ("Công văn số 812/UBND-TH", ["Ủy ban nhân dân", "Tổng hợp"]),
        ("Kế hoạch số 17/KH-TTr", ["Kế hoạch", "Thanh tra"]),
        ("Quyết định số 9/QĐ-TTg", ["Quyết định", "Thủ tướng Chính phủ"]),
    ],
)
def test_codes_in_numbers_have_meanings_of_their_own(text: str, expected: list[str]) -> None:
    assert [a.expansion for a in find(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Họp lúc 4:30 CH", ["chiều"]),
        ("TP HẢI PHÒNG HỌP BÀN PHƯƠNG ÁN", ["thành phố"]),
        ("TT. Huyện ủy họp", ["thường trực"]),
        ("TP Tuy Hòa", ["thành phố"]),
        ("như sau:\nTT\nHọ và tên", ["số thứ tự"]),
        ("Nguyễn Văn Bình (SN 1985)", ["sinh năm"]),
        ("Lưu: VT, KT.", ["văn thư", "Kinh tế"]),
    ],
)
def test_strict_positions_decide(text: str, expected: list[str]) -> None:
    assert [a.expansion for a in find(text)] == expected


def test_below_a_clear_margin_there_are_candidates_and_no_guess() -> None:
    (a,) = vnreport.analyze("Các ý kiến về CC.").abbreviations
    assert a.expansion is None and "công chức" in a.candidates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("giải phóng mặt bằng (GPMB)", [("GPMB", "giải phóng mặt bằng")]),
        ("GPMB (giải phóng mặt bằng)", [("GPMB", "giải phóng mặt bằng")]),
        ("Bộ Nông nghiệp và Phát triển nông thôn (NN&PTNT)", [("NN&PTNT", "Nông nghiệp và Phát triển nông thôn")]),
        ("Ban Chỉ đạo chuyển đổi số huyện (sau đây gọi tắt là BCĐ)", [("BCĐ", "Ban Chỉ đạo")]),
        ("Hội đồng nghĩa vụ quân sự, viết tắt là HĐNVQS", [("HĐNVQS", "Hội đồng nghĩa vụ quân sự")]),
        ("công tác giải phóng\nmặt bằng (GPMB)", [("GPMB", "giải phóng mặt bằng")]),  # a line broken in the middle of a phrase
        ("Họp bàn giải phóng\n\nmặt bằng (GPMB)", []),  # two paragraphs are no phrase
        ("- GPMB: Giải phóng mặt bằng;\n- ATGT: An toàn giao thông.", [("GPMB", "Giải phóng mặt bằng"), ("ATGT", "An toàn giao thông")]),
        ("Sở Giáo dục (UBND)", []),
    ],
)
def test_definitions_in_the_document(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(d.abbr, d.expansion) for d in definitions(text)] == expected


def _table(name: str) -> list[list[str]]:
    lines = (Path(__file__).parent / name).read_text("utf-8").split("\n")
    rows = [line.replace("\\n", "\n").replace("\\t", "\0").split("\t") for line in lines if line and not line.startswith("#")]
    return [[cell.replace("\0", "\t") for cell in row] for row in rows[1:]]


@pytest.mark.parametrize(("text", "defined"), _table("definitions.tsv"))
def test_a_definition_of_any_shape_is_found_and_nothing_else(text: str, defined: str) -> None:
    found = [f"{d.abbr}={d.expansion}" for d in definitions(text)]
    assert sorted(found) == sorted([] if defined == "-" else defined.split(" | "))


def test_a_definition_wins_over_the_dictionary() -> None:
    found = meanings("Ban bảo vệ môi trường (BBVMT) họp. Hội thi tay nghề (HTTN) do BBVMT tổ chức; HTTN kéo dài hai ngày.")
    assert ("BBVMT", "Ban bảo vệ môi trường") in found and ("HTTN", "Hội thi tay nghề") in found


def test_d_and_đ_are_different_letters() -> None:
    assert backwards(pieces("BĐ"), ["bình", "định"]) == [0, 1] and backwards(pieces("BD"), ["bình", "định"]) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND họp.", "Ủy ban nhân dân họp."),
        ("Các tệ nạn XH giảm.", "Các tệ nạn xã hội giảm."),
        ("GPMB là việc khó. Việc GPMB cần sớm.", "Giải phóng mặt bằng là việc khó. Việc giải phóng mặt bằng cần sớm."),
        ("Kế hoạch số 41/KH-UBND", "Kế hoạch số 41/KH-UBND"),
        ("Gửi về ubnd@vidu.gov.vn hoặc www.UBND.vn", "Gửi về ubnd@vidu.gov.vn hoặc www.UBND.vn"),
        ("UBND QUẬN CẨM LỆ", "ỦY BAN NHÂN DÂN QUẬN CẨM LỆ"),
        ("Sở KH và ĐT, Phó CT huyện", "Sở Kế hoạch và Đầu tư, Phó Chủ tịch huyện"),
        ("“KT-XH phát triển”", "“Kinh tế - xã hội phát triển”"),
        ("Công tác giải phóng mặt bằng (GPMB) và GPMB.", "Công tác giải phóng mặt bằng (GPMB) và giải phóng mặt bằng."),
    ],
)
def test_expanded_text_reads_as_an_editor_would_write_it(text: str, expected: str) -> None:
    assert vnreport.analyze(text).expanded() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND họp. UBND kết luận.", "Ủy ban nhân dân (UBND) họp. UBND kết luận."),
        ("Công tác giải phóng mặt bằng (GPMB). Việc GPMB chậm.", "Công tác giải phóng mặt bằng (GPMB). Việc GPMB chậm."),
        ("Phó CT UBND xã triển khai CT số 3.", "Phó Chủ tịch (CT) Ủy ban nhân dân (UBND) xã triển khai chỉ thị (CT) số 3."),
    ],
)
def test_first_use_style_spells_out_once(text: str, expected: str) -> None:
    assert expand(text, first_use=True).text == expected


def test_numbers_are_written_out_when_asked() -> None:
    assert expand("số 41/KH-UBND", everywhere=True).text == "số 41/Kế hoạch-Ủy ban nhân dân"


def test_rows_of_the_user_stand_before_the_dictionary() -> None:
    mine = Dictionary([("CT", "cầu thủ"), ("GX", "giáo xứ")])
    assert [a.expansion for a in find("CT của GX và UBND", mine)] == ["cầu thủ", "giáo xứ", "Ủy ban nhân dân"]


def test_a_frame_says_how_often_and_where_defined() -> None:
    docs = [vnreport.analyze("Đội dân phòng cơ sở (ĐDPCS) ra mắt. ĐDPCS có 9 người."), vnreport.analyze("ĐDPCS họp.")]
    rows = frame(docs).set_index(["abbr", "expansion"])
    assert rows.loc[("ĐDPCS", "Đội dân phòng cơ sở"), ["count", "documents", "defined_in"]].tolist() == [2, 1, "#1"]
    assert rows["count"].sum() == 3


def test_offsets_are_mapped_through_the_expansion() -> None:
    doc = vnreport.analyze("UBND và HĐND quận")
    out = write_out(doc)
    assert out.text[out.position(doc.text.index("HĐND")) :].startswith("Hội đồng nhân dân")
    assert out.text[out.position(doc.text.index("quận")) :] == "quận"


@given(st.text(alphabet="UBNDKTXHĐ-&./() abcđ\n12", max_size=60))
def test_spans_slice_back_to_their_text(text: str) -> None:
    doc = vnreport.analyze(text)
    assert all(doc.text[a.start : a.end] == a.text for a in doc.abbreviations)
    doc.expanded()


def test_a_number_broken_over_a_line_keeps_its_place() -> None:
    doc = vnreport.analyze("Nghị định số 30/2020/NĐ-\nCP ngày 05/3/2020")
    assert all(doc.text[a.start : a.end] == a.text for a in doc.abbreviations)


def test_document_numbers_are_told_from_dates_and_fractions() -> None:
    assert numbers("19/19 tiêu chí, ngày 23/4/2018, 24/24 giờ, 1/500, A/H7N9") == ()


def test_the_table_is_sound() -> None:
    rows = list(resources.rows("abbreviations.tsv"))
    assert len(rows) > 1000 and all(len(r) == 7 for r in rows)
    assert len({(r[0], r[1].lower()) for r in rows}) == len(rows)
    assert all(0 < float(r[3]) <= 1 and r[4] in "012" for r in rows)


def test_the_cues_are_folded_and_each_reading_has_one_row() -> None:
    cues = list(resources.rows("abbreviation_cues.tsv"))
    known = {fold(r[1]) for r in resources.rows("abbreviations.tsv")}
    assert [reading for reading, *_ in cues if reading not in known] == []
    assert [reading for reading, n in Counter(row[0] for row in cues).items() if n > 1] == []
    assert all(fold(cell).casefold() == cell.casefold() for _, *cells in cues for cell in cells)


def test_an_unknown_abbreviation_has_no_reading() -> None:
    assert lookup("QZKW") == ()
