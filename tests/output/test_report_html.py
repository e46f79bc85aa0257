from html.parser import HTMLParser

from vnreport.check.registry import rules
from vnreport.document import Document, Evidence, Finding, Message
from vnreport.output.formats import open_renderer
from vnreport.output.report import Checked, Summary


class Page(HTMLParser):
    """The tags of a page, the text of its documents, the pieces of its marks by finding."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.marked: dict[str, str] = {}
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input", "br"):
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(a.get("class") == "text" for _, a in self.open):
            self.text += data
            for tag, given in self.open:
                for id in (given.get("data-f") or "").split() if tag == "mark" else ():
                    self.marked[id] = self.marked.get(id, "") + data


def flag(doc: Document, start: int, end: int, severity: str = "warning", evidence: tuple[Evidence, ...] = ()) -> Finding:
    message = Message("x.message", {}, doc.text[start:end], "wrong")
    return Finding(start, end, doc.text[start:end], "TXT001", "doubled-word", severity, 0.9, message, (), evidence, 1, start + 1)


def render(doc: Document, *findings: Finding, lang: str = "vi") -> str:
    renderer = open_renderer("html", lang=lang, rules=rules())
    renderer.add(Checked(doc, findings))
    page = renderer.close(Summary(1))
    assert isinstance(page, str)
    return page


def test_findings_that_overlap_are_each_marked_whole() -> None:
    doc = Document("một hai ba bốn năm")
    page = Page(render(doc, flag(doc, 0, 10), flag(doc, 4, 14, "error"), flag(doc, 4, 7), flag(doc, 8, 8)))
    assert page.text == doc.text
    assert page.marked == {"f1": "một hai ba", "f2": "hai ba bốn", "f3": "hai", "f4": "b"}
    assert [a["class"] for t, a in page.tags if t == "mark"] == ["warning", "error", "error", "error", "error", "error"]


def test_evidence_can_be_shown_where_it_stands() -> None:
    doc = Document("ngày 1 rồi ngày 2")
    page = Page(render(doc, flag(doc, 11, 17, evidence=(Evidence(0, 6, "ngày 1", "conflict"), Evidence(11, 17, "ngày 2", "claim")))))
    assert [(t, a["data-e"]) for t, a in page.tags if "data-e" in a] == [("span", "f1")]


def test_nothing_of_a_text_becomes_markup() -> None:
    doc = Document("</script><script>alert(1)</script> <img src=x onerror='a()'> \" ' & <!-- --> ]]> {{a}}", 'a"><b>.txt')
    page = render(doc, flag(doc, 0, len(doc.text)))
    assert page.count("<script>") == page.count("</script>") == 1
    parsed = Page(page)
    assert parsed.text == doc.text
    assert not [t for t, _ in parsed.tags if t in ("img", "b")]


def test_characters_that_are_not_seen_show_their_numbers() -> None:
    doc = Document("a\x00b\u202ec\x1b")
    assert Page(render(doc, flag(doc, 0, 1))).text == "aU+0000bU+202EcU+001B"


def test_the_page_asks_nothing_of_the_network_and_is_small(doc: Document) -> None:
    page = render(doc, *doc.findings)
    assert "default-src 'none'" in page
    assert not [a for _, a in Page(page).tags if any(k in a for k in ("src", "srcset")) or str(a.get("href", "#"))[0] != "#"]
    assert "@import" not in page and "url(" not in page
    assert len(page) < 25_000


def test_every_link_leads_somewhere_and_every_control_has_a_name(doc: Document) -> None:
    tags = Page(render(doc, *doc.findings, flag(doc, 0, 6))).tags
    ids = [a["id"] for _, a in tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert {str(a["href"])[1:] for t, a in tags if t == "a"} <= set(ids)
    assert all(a.get("aria-label") for t, a in tags if t in ("select", "ol"))
    assert ("html", {"lang": "vi"}) in tags


def test_rules_are_explained_once(doc: Document) -> None:
    page = render(doc, *doc.findings)
    assert page.count('id="r-TXT001"') == 1
    assert "từ láy" in page
    assert "Giới hạn" not in render(doc, *doc.findings, lang="en")


def test_documents_without_findings_are_named_but_not_printed() -> None:
    renderer = open_renderer("html", lang="en")
    renderer.add(Checked(Document("bí mật", "sạch.txt"), ()))
    page = renderer.close(Summary(1))
    assert isinstance(page, str)
    assert "sạch.txt" in page and "Nothing found (1)" in page and "bí mật" not in page


def test_a_page_that_is_all_overlaps_stays_linear() -> None:
    doc = Document("x " * 20_000)
    quiet = Message("x", {}, "x", "x")
    findings = [Finding(i, len(doc.text), "x", "TXT001", "doubled-word", "warning", 0.9, quiet) for i in range(0, 20_000, 4)]
    assert len(render(doc, *findings)) < 8_000_000
