
import pytest

from tests.limits import within
from vnreport.reading import ReadError, read

PAGE = """<!DOCTYPE html><html><head><title>Phường Bình An họp | Cổng thông tin</title>
<meta property="article:published_time" content="2024-03-05T08:30:00+07:00"><meta name="author" content="Thu Hà">
<style>p { color: red }</style><script>var a = "<p>không</p>";</script></head>
<body><nav><ul><li>Trang chủ</li></ul></nav><header><div>CỔNG THÔNG TIN</div></header>
<h1>Phường Bình An
   họp giao ban</h1>
<p>Sáng 5/3, <b>UBND</b> phường&nbsp;Bình An h&#7885;p &amp; bàn qu\u00e2\u0323n.</p>
<table><tr><th>Khu phố</th><th>Số hộ</th></tr><tr><td>Một</td><td>25</td></tr></table>
<img src="a.jpg" alt="Quang cảnh cuộc họp giao ban">
<p style="display:none">ẩn</p><p>Một<br>hai &copy; a&b</p><footer>Bản quyền</footer></body></html>"""


def test_blocks_tables_and_entities() -> None:
    assert read(PAGE.encode()).text.split("\n") == [
        "Phường Bình An họp giao ban",
        "Sáng 5/3, UBND phường\xa0Bình An họp & bàn quận.",
        "Khu phố\tSố hộ",
        "Một\t25",
        "Quang cảnh cuộc họp giao ban",
        "Một",
        "hai © a&b",
    ]


def test_what_the_markup_says() -> None:
    meta = read(PAGE.encode()).meta
    assert (meta.title, meta.posted, meta.posted_time, meta.author) == ("Phường Bình An họp giao ban", "2024-03-05", "08:30", "Thu Hà")


@pytest.mark.parametrize("word", ["UBND", "họp &", "quận.", "Một\t", "25", "Quang cảnh", "hai", "a&b"])
def test_each_word_leads_back_to_the_page(word: str) -> None:
    doc = read(PAGE.encode())
    line, column = doc.locate(doc.text.index(word))
    source = PAGE.split("\n")[line - 1][column - 1 :]
    assert source[0] == word[0] or source.startswith("&")


def test_pictures_are_captions() -> None:
    assert [r.text for r in read(PAGE.encode()).region("caption")] == ["Quang cảnh cuộc họp giao ban"]


def test_marked_article_leaves_the_rest_of_the_page() -> None:
    body = "Hội nghị có đông đủ đại biểu. " * 10
    doc = read(f"<html><div>Quảng cáo</div><h1>Tựa</h1><article><p>{body}</p></article><div>Tin khác</div></html>".encode())
    assert doc.text == f"Tựa\n{body.strip()}"


@pytest.mark.parametrize("odd", ["<![if !x]>a", "<![foo[x]]>a", "<p><b>a", "</p>a", "a<", "a&#xD800;", "a&#99999999999;", "<!--", "<a <b>a", "a<?x"])
def test_broken_markup_never_ends_in_an_error(odd: str) -> None:
    try:
        read(f"<p>{odd}</p>".encode(), format="html")
    except ReadError as error:
        assert "the page has no text" in str(error)


def test_frame_of_the_page_is_left_out() -> None:
    page = '<div id="menu">Trang chủ</div><div class="col share">Zalo</div><div class="menuitem">Tin</div>'
    page += '<div role="navigation">x</div><p>Nội dung</p>'
    assert read(page.encode(), format="html").text == "Tin\nNội dung"


def test_title_is_the_heading_that_the_page_is_named_after() -> None:
    page = "<title>Phường họp - Cổng</title><h1>CỔNG THÔNG TIN</h1><h1>Phường họp</h1><p>Sáng nay phường họp.</p>"
    assert read(page.encode(), format="html").meta.title == "Phường họp"


def test_empty_page() -> None:
    with pytest.raises(ReadError, match="no text"):
        read(b"<html><body><script>x</script></body></html>")


@pytest.mark.parametrize("piece", ["<p>a", "<h1>a", "<!--", "</x", "<?x", '<a b="', "<![", "&a", "<nav><div>"])
def test_hostile_markup_comes_to_an_end(piece: str) -> None:
    raw = "<p>xyz</p>" + piece * (1_000_000 // len(piece))
    with within(60):
        read(raw.encode(), format="html")
