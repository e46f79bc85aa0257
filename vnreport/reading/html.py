"""Web pages: the text of the page, block by block, each character with its place in the source.

The parser of the standard library is used because it tells where in the source a piece stands, which faster ones do not.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from vnreport.document import Document, Meta, Region, SourceMap
from vnreport.reading import stamp
from vnreport.reading.byline import names
from vnreport.reading.nfc import compose, normalise
from vnreport.reading.page import describe
from vnreport.reading.source import ReadError

_DROPPED = frozenset("script style noscript template nav footer aside svg iframe select button textarea object head".split())
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_BLOCK = frozenset(
    "address article blockquote body br caption center dd div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6"
    " header hr li main ol p pre"
    " section table tbody tfoot thead tr ul".split()
)
_KINDS = ("h1", "figcaption", "header")
"""Elements whose lines are told from others."""
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.I)
_FRAME = frozenset("menu mainmenu navbar nav sidebar footer breadcrumb breadcrumbs related comments comment social share banner pagination".split())
"""Names of ids and classes that mark the frame of a page."""
_PUBLISHED = ("article:published_time", "datepublished", "pubdate", "dc.date.issued", "publishdate", "date")
_AUTHOR = ("author", "article:author", "dc.creator")
_OPEN = re.compile(r"<[a-zA-Z/!?]")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_SITE = re.compile(r"\s+[|»›]\s+|\s+[-–]\s+(?=[^-–|]{3,60}$)")


@dataclass(slots=True)
class _Block:
    """A line of the page in the making: its pieces with their places in the source."""

    kind: str
    inside: bool
    pieces: list[tuple[str, int]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(p for p, _ in self.pieces)


class _Page(HTMLParser):
    def __init__(self, raw: str) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[_Block] = [_Block("", False)]
        self.meta: dict[str, str] = {}
        self.title = ""
        self.line_starts = SourceMap.identity(raw).line_starts
        self._skip: list[str] = []
        self._kinds: list[str] = []
        self._inside = 0
        self._cell = False
        self._in_title = False
        self.feed(raw[: _end(raw)])
        self.close()

    # -- the parser's events ---------------------------------------------------------------------------------------------------------
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {k: v or "" for k, v in attrs}
        if tag == "meta":
            name = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
            if name and "content" in values:
                self.meta.setdefault(name, values["content"].strip())
            return
        if tag == "title" and not self.title:
            self._in_title = True
        if tag == "body":
            self._skip.clear()  # a page whose head is not closed
        if self._skip:
            if tag not in _VOID:
                self._skip.append(tag)
            return
        if tag in _DROPPED or (tag not in _VOID and tag != "body" and _hidden(values)):
            self._skip.append(tag)
            self._break()
            return
        if tag in ("main", "article"):
            self._inside += 1
        if tag in _BLOCK:
            self._break(tag)
            if tag in _KINDS:
                self._kinds.append(tag)
        elif tag in ("td", "th"):
            self._cell = bool(self.blocks[-1].pieces)
        elif tag == "img" and len(values.get("alt", "").split()) >= 4:
            self._alt(values["alt"])
        if tag == "time" and "datetime" in values:
            self.meta.setdefault("datepublished", values["datetime"])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        if self._skip:
            if tag in self._skip:
                while self._skip.pop() != tag:
                    pass
            return
        if tag in ("main", "article"):
            self._inside = max(self._inside - 1, 0)
        if tag in _BLOCK:
            self._break()
            if tag in self._kinds:
                while self._kinds.pop() != tag:
                    pass

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
        self._put(data, self._offset())

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        # Word leaves "<![if …]>" and worse in pages; the parser of the library stops with an error at names that it does not know.
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1

    # -- the page --------------------------------------------------------------------------------------------------------------------
    def _reference(self, code: str) -> None:
        plain = html.unescape(code + ";")
        if plain == code + ";":  # no entity: "&" in an address
            plain = code
        if self._in_title:
            self.title += plain
        # The characters of an entity all stand where the entity begins.
        for i, c in enumerate(plain):
            self._put(c, self._offset() + (i if plain == code else 0))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self.line_starts[line - 1] + column

    def _break(self, tag: str = "") -> None:
        self._cell = False
        kind = tag if tag in _KINDS else self._kinds[0] if self._kinds else ""
        if self.blocks[-1].pieces:
            self.blocks.append(_Block(kind, self._inside > 0))
        else:
            self.blocks[-1] = _Block(kind, self._inside > 0)

    def _put(self, data: str, offset: int) -> None:
        """Add text to the current block, white space run together as a browser does."""
        if self._skip:
            return
        block = self.blocks[-1]
        at = 0
        for m in _SPACE.finditer(data):
            if at < m.start():
                self._word(block, data[at : m.start()], offset + at)
            if block.pieces and not self._cell and block.pieces[-1][0][-1] not in " \t":
                block.pieces.append((" ", offset + m.start()))
            at = m.end()
        if at < len(data):
            self._word(block, data[at:], offset + at)

    def _word(self, block: _Block, word: str, offset: int) -> None:
        if self._cell:
            block.pieces.append(("\t", offset))
            self._cell = False
        block.pieces.append((word, offset))

    def _alt(self, alt: str) -> None:
        """The description of a picture, a line of its own; left out where entities hide its place in the source."""
        tag = self.get_starttag_text() or ""
        at = tag.find(alt)
        if at >= 0:
            self._break("figcaption")
            self._put(alt, self._offset() + at)
            self._break()


def _end(raw: str) -> int:
    """Where the markup of a page ends: a comment or tag that is not closed takes the rest with it.

    The parser would look for the end of each such piece again and again.
    """
    comment = raw.find("<!--", raw.rfind("-->") + 1)
    end = len(raw) if comment < 0 else comment
    tag = _OPEN.search(raw, raw.rfind(">", 0, end) + 1, end)
    return tag.start() if tag else end


def _hidden(values: dict[str, str]) -> bool:
    """Whether an element is not shown, or belongs to the frame of the page by its role, id or class."""
    if _HIDDEN.search(values.get("style", "")) or "hidden" in values or values.get("role") in ("navigation", "contentinfo", "search"):
        return True
    return not _FRAME.isdisjoint(f"{values.get('id', '')} {values.get('class', '')}".lower().split())


def read_html(raw: str, source: str | None = None) -> Document:
    """The document of a web page.

    Navigation, footers, scripts and styles are dropped; where the page marks its article, only that and the first heading are kept.

    Examples
    --------
    >>> doc = read_html("<nav>Menu</nav><h1>Quận họp</h1><p>UBND&nbsp;quận <b>họp</b>.</p>")
    >>> doc.text
    'Quận họp\\nUBND\\xa0quận họp.'
    >>> doc.locate(9)
    (1, 36)
    """
    page = _Page(raw)
    blocks = _chosen([b for b in page.blocks if b.text.strip()])
    if not blocks:
        raise ReadError(source, "trang không có chữ nào", "the page has no text")
    pieces: list[str] = []
    text_starts: list[int] = []
    source_starts: list[int] = []
    length = 0
    captions: list[tuple[int, int]] = []
    headings: list[tuple[int, int]] = []
    for block in blocks:
        begin = length
        while block.pieces[-1][0].isspace() and block.pieces[-1][0] != "\xa0":
            block.pieces.pop()
        last = block.pieces[-1]
        for piece, offset in [*block.pieces, ("\n", last[1] + len(last[0]))]:
            text_starts.append(length)
            source_starts.append(offset)
            pieces.append(piece)
            length += len(piece)
        if block.kind in ("figcaption", "h1"):
            (captions if block.kind == "figcaption" else headings).append((begin, length - 1))
    joined = "".join(pieces)[:-1]
    text, to_joined = normalise(joined)
    positions = compose(to_joined, SourceMap(tuple(text_starts), tuple(source_starts), page.line_starts), len(text))
    meta, regions = describe(text)
    meta, regions = _completed(page, text, meta, regions, [_moved(to_joined, s) for s in headings], [_moved(to_joined, s) for s in captions])
    return Document(text, source, meta, regions, positions)


def _chosen(blocks: list[_Block]) -> list[_Block]:
    """The blocks of the page proper: of its article when it marks one of some length, and without the site's header."""
    inside = [b for b in blocks if b.inside]
    if sum(len(b.text) for b in inside) >= 200:
        return [b for b in blocks if b.inside or b.kind == "h1"]
    return [b for b in blocks if b.kind != "header"] or blocks


def _moved(positions: SourceMap, span: tuple[int, int]) -> tuple[int, int]:
    """A span of the text before normalisation in the text after it."""
    starts = positions.source_starts

    def move(offset: int) -> int:
        i = max(bisect_left(starts, offset + 1) - 1, 0)
        return positions.text_starts[i] + offset - starts[i]

    return move(span[0]), move(span[1])


def _completed(
    page: _Page, text: str, meta: Meta, regions: tuple[Region, ...], headings: list[tuple[int, int]], captions: list[tuple[int, int]]
) -> tuple[Meta, tuple[Region, ...]]:
    """Meta data and regions with what the markup says: the heading is the title; dates and author of ``<meta>`` fill"
    " what the text left open."""
    more = list(regions)
    if headings:
        # Of several first headings the one that the page's title repeats: another may be the name of the site.
        a, b = next((h for h in headings if " ".join(page.title.split()).startswith(text[slice(*h)])), headings[0])
        more = [r for r in more if r.kind != "title"] + [Region(a, b, text[a:b], "title")]
        meta = replace(meta, title=text[a:b])
    elif meta.title is None and page.title.strip():
        meta = replace(meta, title=_SITE.split(" ".join(page.title.split()))[0])
    published = next((page.meta[n] for n in _PUBLISHED if page.meta.get(n)), None)
    if meta.posted is None and published and (found := stamp.find(published, 0, len(published))):
        meta = replace(meta, posted=found.day, posted_time=found.clock)
    author = next((page.meta[n] for n in _AUTHOR if page.meta.get(n)), None)
    if meta.author is None and author and names(author, 0, len(author)) == (0, len(author)):
        meta = replace(meta, author=author)
    known = [r for r in more if r.kind == "caption"]
    more += [Region(a, b, text[a:b], "caption") for a, b in captions if not any(r.start <= a and b <= r.end for r in known)]
    return meta, tuple(sorted(more, key=lambda r: (r.start, -r.end)))
