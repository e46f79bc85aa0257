"""An HTML report: one file that opens anywhere and asks nothing of the network.

Each document with findings is shown whole, its findings marked in the text and listed beside it. Everything works without the script; with it
come filters by severity and rule and keys that go from finding to finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import islice
from pathlib import Path

from vnreport import __version__
from vnreport.document import SEVERITIES, Document, Finding
from vnreport.output.excerpt import plain
from vnreport.output.labels import ROLE, SEVERITY, counted, word
from vnreport.output.report import Checked, Summary, others
from vnreport.output.rules import Described, page
from vnreport.output.text import Style, sums

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
_SHOWN = 30
"""How many findings a piece of text can belong to: it keeps a page linear that is all overlaps."""

_ODD = {c: f'<span class="odd">U+{c:04X}</span>' for c in (*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0x202A, 0x202F))}
_ODD |= {c: f'<span class="odd">U+{c:04X}</span>' for c in (*range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF, *range(0xD800, 0xE000))}
"""Characters that are not seen, that turn the order of others, or that HTML forbids: their numbers are shown."""


class Render:
    """The page; what stands at its top is known last, so it goes out at the end."""

    def __init__(self, style: Style, rules: Mapping[str, Described]) -> None:
        self._style, self._rules = style, rules
        self._articles: list[str] = []
        self._contents: list[str] = []
        self._clean: list[str] = []
        self._found: Counter[tuple[str, str]] = Counter()
        self._levels: Counter[str] = Counter()
        self._unchecked: Counter[tuple[str, str]] = Counter()
        self._number = 0

    def add(self, checked: Checked) -> str:
        """Keep the part of a document."""
        doc, lang = checked.document, self._style.lang
        for u in checked.unchecked:
            self._unchecked[u.name, u.reason.text(lang)] += u.count
        name = shown(doc.source or "-")
        if not checked.findings:
            self._clean.append(f"<li>{name}</li>")
            return ""
        levels = Counter(f.severity for f in checked.findings)
        self._levels.update(levels)
        self._found.update((f.code, f.name) for f in checked.findings)
        counts = ", ".join(counted(SEVERITY, s, levels[s], lang) for s in reversed(SEVERITIES) if levels[s])
        number = len(self._articles) + 1
        about = " · ".join(shown(x) for x in (doc.meta.title, doc.meta.posted) if x)
        ids = [f"f{self._number + i}" for i in range(1, len(checked.findings) + 1)]
        self._number += len(ids)
        items = "".join(self._item(doc, f, i, n) for n, (f, i) in enumerate(zip(checked.findings, ids, strict=True), 1))
        self._contents.append(f'<li><a href="#d{number}">{name}</a> <span class="soft">{counts}</span></li>')
        self._articles.append(
            f'<article class="card" id="d{number}"><h2>{name}</h2><div class="soft">{about}{" · " if about else ""}{counts}</div>'
            f'<div class="pair"><div class="text" lang="vi">{"".join(marked(doc.text, checked.findings, ids))}</div>'
            f'<ol class="list" aria-label="{self._style.say("Phát hiện", "Findings")}">{items}</ol></div></article>\n'
        )
        return ""

    def close(self, summary: Summary) -> str:
        """The page."""
        say, lang = self._style.say, self._style.lang
        here = Path(__file__)
        title = say("Kết quả kiểm tra", "What the check found")
        totals = "<br>".join(shown(row) for row in sums(summary, self._style))
        clean = len(self._clean)
        parts = [
            f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><meta name="generator" content="vnreport {__version__}">'
            f"<title>vnreport – {title}</title>\n<style>\n{here.with_name('report.css').read_text('utf-8')}</style></head>\n<body>"
            f'<a class="skip" href="#main">{say("Tới các phát hiện", "To the findings")}</a><div class="wrap"><header><h1>{title}</h1>'
            f'<p class="soft sums">{totals}</p></header>\n{self._bar()}',
            self._failures(summary),
            self._table_of_contents(),
            f'<main id="main">{"".join(self._articles)}</main>\n',
            self._unchecked_table(),
            _details(say(f"Không thấy gì sai ({clean})", f"Nothing found ({clean})"), f"<ul>{''.join(self._clean)}</ul>") if clean else "",
            self._pages(),
            f"</div>\n<script>\n{here.with_name('report.js').read_text('utf-8')}</script></body></html>\n",
        ]
        return "".join(parts)

    def _item(self, doc: Document, f: Finding, id: str, number: int) -> str:
        say, lang = self._style.say, self._style.lang
        unsure = say(f" · độ tin cậy {f.confidence:.0%}", f" · confidence {f.confidence:.0%}") if f.confidence < 0.7 else ""
        code = f'<a href="#r-{f.code}">{f.code}</a>' if f.code in self._rules else f.code
        rows = [
            f'<p><a class="n" href="#m{id}">{number}</a> <span class="level">{word(SEVERITY, f.severity, lang)}</span> {code} {f.name}'
            f' <span class="soft">{say("dòng", "line")} {f.line}:{f.column}{unsure}</span></p><p>{shown(f.message.text(lang))}</p>'
        ]
        for e in others(f):
            at = f'<span class="soft">({say("dòng", "line")} {doc.locate(e.start)[0]})</span>'
            rows.append(f"<p>{word(ROLE, e.role, lang)} “{shown(plain(e.text))}” {at}</p>")
        for s in f.suggestions:
            repair = f"“{shown(plain(s.text, 200))}”" if s.text else say("xóa", "delete")
            rows.append(f"<p>→ {say('sửa', 'repair')}: <b>{repair}</b> – {shown(s.reason.text(lang))}</p>")
        return f'<li id="{id}" class="{f.severity}" tabindex="-1" data-level="{f.severity}" data-rule="{f.code}">{"".join(rows)}</li>'

    def _table_of_contents(self) -> str:
        count = len(self._contents)
        title = self._style.say(f"Tài liệu có phát hiện ({count})", f"Documents with findings ({count})")
        return _details(title, f"<ol>{''.join(self._contents)}</ol>", "toc") if count > 1 else ""

    def _bar(self) -> str:
        say, lang = self._style.say, self._style.lang
        boxes = "".join(
            f'<label><input type="checkbox" name="level" value="{s}" checked> {word(SEVERITY, s, lang)} ({self._levels[s]})</label>'
            for s in reversed(SEVERITIES)
            if self._levels[s]
        )
        options = "".join(f'<option value="{code}">{code} {name} ({count})</option>' for (code, name), count in sorted(self._found.items()))
        return (
            f'<div class="bar" id="bar" role="group" aria-label="{say("Lọc và đi tới", "Filter and go")}" hidden>{boxes}'
            f'<select id="rule" aria-label="{say("Quy tắc", "Rule")}"><option value="">{say("mọi quy tắc", "all rules")}</option>{options}</select>'
            f'<span class="steps"><span id="place" aria-live="polite"></span>'
            f'<button type="button" id="previous" aria-keyshortcuts="p k">↑ {say("trước", "previous")} (p)</button>'
            f'<button type="button" id="next" aria-keyshortcuts="n j">↓ {say("sau", "next")} (n)</button></span></div>\n'
        )

    def _failures(self, summary: Summary) -> str:
        if not summary.failures:
            return ""
        rows = "".join(f"<li>{shown(f.source)}: {shown(f.text(self._style.lang))}</li>" for f in summary.failures)
        return f'<section class="card failed"><h2>{self._style.say("Không kiểm tra được", "Could not be checked")}</h2><ul>{rows}</ul></section>\n'

    def _unchecked_table(self) -> str:
        if not self._unchecked:
            return ""
        rows = "".join(f"<tr><td>{count}</td><td>{shown(n)}</td><td>{shown(r)}</td></tr>" for (n, r), count in self._unchecked.most_common())
        total = self._unchecked.total()
        return _details(self._style.say(f"Chưa kiểm tra được ({total})", f"Not checked ({total})"), f"<table>{rows}</table>")

    def _pages(self) -> str:
        met = [self._rules[code] for code in sorted({code for code, _ in self._found}) if code in self._rules]
        if not met:
            return ""
        pages = "".join(f'<pre id="r-{r.code}">{shown(page(r, self._style.lang))}</pre>' for r in met)
        return f'<section class="card"><h2>{self._style.say("Các quy tắc", "The rules")}</h2>{pages}</section>\n'


def marked(text: str, findings: Sequence[Finding], ids: Sequence[str]) -> Iterator[str]:
    """The text cut where findings and their evidence begin and end; each piece names those it belongs to.

    Examples
    --------
    >>> "".join(marked("a < b", (), ()))
    'a &lt; b'
    """
    opens: dict[int, list[tuple[bool, int]]] = {}  # place -> (evidence?, finding)
    closes: dict[int, list[tuple[bool, int]]] = {}
    for i, f in enumerate(findings):
        for evidence, a, b in [(False, f.start, max(f.end, f.start + 1)), *((True, e.start, e.end) for e in f.evidence)]:
            if a < b and not (evidence and (a, b) == (f.start, f.end)):
                opens.setdefault(a, []).append((evidence, i))
                closes.setdefault(b, []).append((evidence, i))
    active: dict[int, None] = {}
    evidence_of: Counter[int] = Counter()
    levels: Counter[str] = Counter()
    at = 0
    for place in sorted({*opens, *closes}):
        yield _piece(text[at:place], active, evidence_of, levels, ids)
        at = place
        for evidence, i in closes.get(place, ()):
            if not evidence:
                del active[i]
                levels[findings[i].severity] -= 1
            elif evidence_of[i] > 1:
                evidence_of[i] -= 1
            else:
                del evidence_of[i]
        for evidence, i in opens.get(place, ()):
            if evidence:
                evidence_of[i] += 1
            else:
                active[i] = None
                levels[findings[i].severity] += 1
                yield f'<i class="{findings[i].severity}" id="m{ids[i]}" data-n="{i + 1}"></i>'
    yield _piece(text[at:], active, evidence_of, levels, ids)


def _piece(text: str, active: Mapping[int, None], evidence_of: Mapping[int, int], levels: Mapping[str, int], ids: Sequence[str]) -> str:
    if not text:
        return ""
    given = f' data-e="{" ".join(ids[i] for i in islice(evidence_of, _SHOWN))}"' if evidence_of else ""
    if active:
        level = next(s for s in reversed(SEVERITIES) if levels[s])
        return f'<mark class="{level}" data-f="{" ".join(ids[i] for i in islice(active, _SHOWN))}"{given}>{shown(text)}</mark>'
    return f"<span{given}>{shown(text)}</span>" if given else shown(text)


def shown(text: str) -> str:
    """A text as HTML; what could not be seen, or would turn the text around, shows as its number.

    Examples
    --------
    >>> shown("<b>\\u202e")
    '&lt;b&gt;<span class="odd">U+202E</span>'
    """
    return escape(text).translate(_ODD)


def _details(title: str, inside: str, kind: str = "") -> str:
    return f'<details class="{f"card {kind}".strip()}"><summary>{title}</summary>{inside}</details>\n'
