from vnreport.reading import read_text

BODY = "Sáng 22/3, UBND phường Bình An tổ chức hội nghị sơ kết công tác quý I; các khu phố, chi bộ và đoàn thể cùng dự hội nghị này."
TITLE = "Phường Bình An sơ kết công tác quý I"


def captions(*lines: str) -> list[str]:
    return [r.text for r in read_text("\n".join([TITLE, "17/11/2025", *lines, "Thu Hà"])).region("caption")]


def test_photo_credit_makes_a_caption() -> None:
    assert captions(BODY, "Quang cảnh hội nghị. Ảnh: Thu Hà", BODY) == ["Quang cảnh hội nghị. Ảnh: Thu Hà"]
    assert captions(BODY, "Tập trung phòng dịch (Ảnh minh họa)", BODY) == ["Tập trung phòng dịch (Ảnh minh họa)"]


def test_short_line_between_paragraphs_that_says_what_is_seen() -> None:
    assert captions(BODY, "Quang cảnh Hội nghị", BODY) == ["Quang cảnh Hội nghị"]
    assert captions(BODY, "Kết quả đạt được", BODY) == []
    assert captions(BODY, "Đồng chí Trần Văn Mẫu kết luận hội nghị.", BODY) == []


def test_credit_on_a_line_of_its_own_takes_the_line_above() -> None:
    two = ["Phó Chủ tịch UBND phường Trần Văn Mẫu trao", "giấy khen cho các tập thể. Ảnh: Thu Hà"]
    assert captions(BODY, *two, BODY) == ["\n".join(two)]


def test_byline_with_photo_label_is_no_caption() -> None:
    doc = read_text(f"{TITLE}\n17/11/2025\n{BODY}\n\nTin, ảnh: Thu Hà")
    assert not list(doc.region("caption"))


def test_title_said_again() -> None:
    doc = read_text(f"{TITLE}\n17/11/2025\n{TITLE.upper()}\n{BODY}\nHôm qua {TITLE} xong.")
    assert [r.start for r in doc.region("title-repeated")] == [len(TITLE) + 12]
