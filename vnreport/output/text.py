"""The terminal: findings with their place, excerpt, reason and repair; summaries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vnreport.document import SEVERITIES, Document, Finding
from vnreport.output.excerpt import excerpt, line, plain
from vnreport.output.labels import LAYER, META, ROLE, SEVERITY, SILENCED, VALUE, counted, word
from vnreport.output.report import LOOKED_AT, Checked, Summary
from vnreport.output.rules import Described

_COLOURS = {"error": "1;31", "warning": "1;33", "info": "1;36", "path": "1", "dim": "2", "mark": "1;35", "repair": "32"}


@dataclass(frozen=True, slots=True)
class Style:
    """Language and colour of the text output."""

    lang: str = "vi"
    colour: bool = False

    def paint(self, text: str, name: str) -> str:
        """``text`` in a colour, or as it is."""
        return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m" if self.colour and text else text

    def say(self, vi: str, en: str) -> str:
        """The sentence in the language of the output."""
        return en if self.lang == "en" else vi


def finding(doc: Document, f: Finding, style: Style) -> str:
    """One finding: place, severity and rule; the excerpt; the message; evidence and repairs.

    Examples
    --------
    >>> import vnreport
    >>> doc = vnreport.analyze("Hội nghị hôm nay đã đã kết thúc.")
    >>> print(finding(doc, doc.findings[0], Style()).split("\\n")[2])
        │                  ^~~~~
    """
    say, paint = style.say, style.paint
    place = f"{line(doc.source or '-')}:{f.line}:{f.column}"
    unsure = say(f" (độ tin cậy {f.confidence:.0%})", f" (confidence {f.confidence:.0%})") if f.confidence < 0.7 else ""
    shown, marks = excerpt(doc.text, f.start, f.end)
    rows = [
        f"{paint(place, 'path')}: {paint(word(SEVERITY, f.severity, style.lang), f.severity)} {f.code} {f.name}{unsure}",
        f"    {paint('│', 'dim')} {shown}",
        f"    {paint('│', 'dim')} {paint(marks, 'mark')}",
        f"    {line(f.message.text(style.lang))}",
    ]
    seen = {(f.start, f.end)}
    for e in f.evidence:
        if (e.start, e.end) in seen:
            continue
        seen.add((e.start, e.end))
        row, column = doc.locate(e.start)
        rows.append(f"    {paint('=', 'dim')} {word(ROLE, e.role, style.lang)} “{plain(e.text)}” {paint(f'({row}:{column})', 'dim')}")
    for s in f.suggestions:
        repair = say("xóa", "delete") if not s.text else f"“{plain(s.text)}”"
        rows.append(f"    {paint('→', 'repair')} {say('sửa', 'repair')}: {paint(repair, 'repair')} – {line(s.reason.text(style.lang))}")
    return "\n".join(rows)


class Render:
    """Findings as documents come, then what was not checked and the sums."""

    def __init__(self, style: Style, rules: Mapping[str, Described]) -> None:
        self._style = style
        self._unchecked: Counter[tuple[str, str]] = Counter()

    def add(self, checked: Checked) -> str:
        """The findings of a document, a blank line after each."""
        for u in checked.unchecked:
            self._unchecked[u.name, u.reason.text(self._style.lang)] += u.count
        return "".join(finding(checked.document, f, self._style) + "\n\n" for f in checked.findings)

    def close(self, summary: Summary) -> str:
        """What was not checked, and the sums."""
        say = self._style.say
        rows = []
        if self._unchecked:
            rows.append(say("Chưa kiểm tra được:", "Not checked:"))
            rows += [f"  {count} × {name}: {line(reason)}" for (name, reason), count in self._unchecked.most_common(12)]
            if (rest := len(self._unchecked) - 12) > 0:
                rows.append(say(f"  … và {rest} lý do khác", f"  … and {rest} other reasons"))
        return "\n".join([*rows, *sums(summary, self._style)]) + "\n"


def sums(summary: Summary, style: Style) -> Iterator[str]:
    """The closing lines: files, findings, what was looked at, what could not be checked."""
    say = style.say
    counts = [counted(SEVERITY, s, summary.findings[s], style.lang) for s in reversed(SEVERITIES) if summary.findings.get(s)]
    seen = ", ".join(counted(LAYER, n, summary.looked_at[n], style.lang) for n in LOOKED_AT if summary.looked_at.get(n))
    failed = len({f.source for f in summary.failures})
    if summary.documents or not failed:
        read = say(f"{summary.documents} tệp", f"{summary.documents} file{'' if summary.documents == 1 else 's'}")
        result = ", ".join(counts) or say("không thấy gì sai", "nothing found")
        scope = say(f"; đã xét {seen}", f"; looked at {seen}") if seen else ""
        yield f"{read}: {result}{scope}."
    if summary.silenced:
        reasons = ", ".join(f"{count} {word(SILENCED, reason, style.lang)}" for reason, count in sorted(summary.silenced.items()) if count)
        if reasons:
            yield say(f"Không hiện: {reasons}.", f"Not shown: {reasons}.")
    if failed:
        files = "file" if failed == 1 else "files"
        yield say(f"{failed} tệp không kiểm tra được, hoặc chỉ được một phần.", f"{failed} {files} could not be checked, or only in part.")


def document(doc: Document, layers: Sequence[str], findings: Sequence[Finding], style: Style) -> str:
    """Everything found in a document, layer by layer."""
    say, paint = style.say, style.paint
    rows = [paint(doc.source or "-", "path")]
    for name in ("title", "posted", "posted_time", "author", "poster", "views"):
        value = getattr(doc.meta, name)
        if value is not None:
            rows.append(f"  {word(META, name, style.lang)}: {value}")
    issuer = doc.issuer
    if issuer:
        where = ", ".join(x for x in (" ".join(x for x in (issuer.level, issuer.name) if x), issuer.province) if x)
        rows.append(f"  {word(META, 'issuer', style.lang)}: {where}{f' ({issuer.code})' if issuer.code else ''}")
    for name in layers:
        members = doc.layer(name)
        rows.append(paint(f"  {word(LAYER, name, style.lang)} ({len(members)})", "path"))
        for m in members:
            at = m.mentions[0].start if name == "officials" and m.mentions else getattr(m, "start", None)
            place = "{}:{}".format(*doc.locate(at)) if at is not None else "-"
            rows.append(f"    {place:>8}  {_member(name, m, style.lang)}")
    rows.append(paint(f"  {say('phát hiện', 'findings')} ({len(findings)})", "path"))
    for f in findings:
        rows.append(
            f"    {f'{f.line}:{f.column}':>8}  {paint(word(SEVERITY, f.severity, style.lang), f.severity)} {f.code}"
            f" {f.name}: {f.message.text(style.lang)}"
        )
    return "\n".join(rows)


def _member(layer: str, m: Any, lang: str) -> str:
    """A member of a layer in one line: what is written, and what it means."""
    if layer == "officials":
        return _joined("; ", m.name, ", ".join(m.titles), m.organisation)
    value = None
    if layer == "dates":
        value = f"{m.value or '?'} ({word(VALUE, m.type, lang)})"
    elif layer == "abbreviations":
        value = m.expansion or "?"
    elif layer == "entities":
        value = word(VALUE, m.label, lang)
    elif layer == "units":
        value = _joined(", ", _joined(" ", m.level, m.name), m.province, m.code, word(VALUE, m.status, lang) if m.status else None)
    elif layer == "citations":
        value = _joined(", ", m.kind, m.number, m.date, m.issuer)
    elif layer == "quantities":
        value = _joined(" ", f"{m.value:g}", m.unit)
    return f"{plain(m.text)} → {value}" if value else plain(m.text)


def _joined(separator: str, *parts: str | None) -> str:
    return separator.join(p for p in parts if p)
