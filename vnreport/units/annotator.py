"""The layer ``units``."""

from __future__ import annotations

from vnreport.document import Document, Unit
from vnreport.language.scan import Scan
from vnreport.units.gazetteer import gazetteer
from vnreport.units.mentions import SURNAMES, Finder
from vnreport.units.resolve import Linker, day_of

_COMMON = {
    "hòa bình", "thanh bình", "thống nhất", "độc lập", "tự do", "đoàn kết", "hạnh phúc", "quyết thắng", "quyết tiến", "trung thành",
    "minh đức", "đồng tâm", "hợp tác", "thành công", "tân tiến", "tiền phong", "tân thanh", "hưng thịnh", "việt nam", "trung ương",
    "dân chủ", "phong phú", "đồng tiến", "cộng hòa", "nhân dân", "quang trung", "hùng vương", "an toàn", "đông nam", "tây bắc", "đông bắc",
    "trung tâm", "cao nguyên", "thanh niên", "điện biên phủ", "hương giang", "đức thắng", "chiến thắng", "văn hóa", "thanh xuân",
}  # fmt: skip
"""Names of units that are also words, given names or slogans: alone they need more than the right province."""
_NEVER = {"hồ chí minh", "cửu long", "minh hải", "phú khánh", "nam hà", "sông bé", "hoàng liên sơn", "hcm"}
"""Names of provinces that mean something else without a level word: a person, a river, a range."""


def annotate(doc: Document) -> tuple[Unit, ...]:
    """The layer ``units``: mentions of administrative units, linked to the gazetteer.

    Examples
    --------
    >>> from vnreport.document import Document
    >>> from vnreport.pipeline import Pipeline
    >>> [u.code for u in annotate(Document("UBND quận Cẩm Lệ và các phường Hòa An, Hòa Phát", engine=Pipeline()))]
    ['495', '20306', '20305']
    """
    g = gazetteer()
    scan: Scan = doc.layer("scan")
    finder = Finder(scan, g)
    finder.explicit()
    named = {m.key for m in finder.found if m.key and m.level}

    masked = [(r.start, r.end) for r in doc.region("author", "poster", "views", "residue")]

    def hidden(i: int) -> bool:
        return any(a <= scan.starts[i] < b for a, b in masked)

    def beside(i: int) -> bool:
        """Whether a unit and a comma, dash or bracket stand right before, "huyện A, Hòa Bình", or a name and a bracket: "Cao Phong (Hòa Bình)"."""
        if i > 1 and scan.lower[i - 1] == "(" and scan.shapes[i - 2] in "Cm" and scan.lower[i + 2 : i + 3] == (")",):
            return True
        return i > 1 and scan.lower[i - 1] in (",", "(", "-") and bool(finder.taken[i - 2])

    def province(i: int, j: int, key: str, whole: bool) -> bool:
        if hidden(i):
            return False
        if not whole or key in _NEVER or not any(s.tier == 1 for s in g.by_key[key]) or any(end > j for end, _ in finder.names(i)):
            return False
        return key not in _COMMON or key in named or beside(i)

    finder.plain(province, lower=True)
    day, dated = day_of(doc)
    linker = Linker(doc, g, list(finder.mentions()), day)
    linker.run(1)
    provinces, districts = linker.provinces, linker.districts
    last_line = len(doc.text.rstrip())

    def known(i: int, j: int, key: str, whole: bool) -> bool:
        if key in _NEVER:
            return key in named and beside(i)
        if key in named or key in _COMMON:
            return key in named and not alone(i, j)
        if not whole or hidden(i) or alone(i, j) or "l" in scan.shapes[i:j]:
            return False
        person = scan.lower[i] in SURNAMES and j - i > 1
        for s in g.by_key[key]:
            if s.valid_from > day:
                continue
            chain = linker.chain(s)
            if s.tier == 2 and chain and chain[-1] in provinces and (not person or (j - i == 2 and finder.run(i) == (i, j))):
                return True
            if s.tier == 3 and j - i > 1 and not person and len(chain) == 2 and chain[0] in districts:
                return True
        alive = {s.code for s in g.by_key[key] if s.alive(day)}
        return not person and (j - i > 1 or len(key) > 5) and len(alive) == 1 and len(alive.pop()) == 3

    def alone(i: int, j: int) -> bool:
        """Whether the name is a line of its own near the end: a byline."""
        line = scan.line_break(i) and (j >= len(scan) or scan.line_break(j))
        return line and scan.starts[i] > last_line * 0.6

    finder.plain(known, lower=True)
    again = Linker(doc, g, list(finder.mentions()), day)
    again.provinces, again.districts, again.named = provinces, districts, linker.named
    again.run()
    return again.units(dated)
