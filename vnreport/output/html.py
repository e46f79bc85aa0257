"""A document for a notebook: the text with its findings marked, the findings, and what each layer holds. One piece, inline styles only."""

from __future__ import annotations

from html import escape

from vnreport.document import DEFAULT_LAYERS, Document, Finding
from vnreport.output.excerpt import plain
from vnreport.output.labels import LAYER, META, SEVERITY, word

_SHADE = {"error": "#ffd6d6", "warning": "#fff0b3", "info": "#dceeff"}
_CELL = "text-align:left;vertical-align:top;padding:2px 8px"


def render(doc: Document, lang: str = "vi") -> str:
    """The document as HTML; everything that comes from the text is escaped.

    Examples
    --------
    >>> import vnreport
    >>> "&lt;b&gt;" in render(vnreport.analyze("UBND <b>quận</b> họp."))
    True
    """
    findings = doc.findings
    rows = [(word(META, n, lang), getattr(doc.meta, n)) for n in ("title", "posted", "posted_time", "author", "poster", "views")]
    issuer = doc.issuer
    if issuer:
        rows.append(
            (
                word(META, "issuer", lang),
                " ".join(x for x in (issuer.level, issuer.name, f"({issuer.province})" if issuer.province else "") if x),
            )
        )
    head = "".join(
        f'<tr><th style="{_CELL}">{escape(label)}</th><td style="{_CELL}">{escape(str(value))}</td></tr>'
        for label, value in rows
        if value is not None
    )
    return (
        '<div style="font-family:sans-serif;line-height:1.5;max-width:60em;color:#1a1a1a;background:#fff;padding:8px">'
        f"<table>{head}</table>{_findings(findings, lang)}{_layers(doc, lang)}"
        f'<div style="white-space:pre-wrap;border-top:1px solid #ccc;margin-top:8px;padding-top:8px">{_marked(doc, findings)}</div></div>'
    )


def _findings(findings: tuple[Finding, ...], lang: str) -> str:
    if not findings:
        return f"<p>{'Không thấy gì sai.' if lang == 'vi' else 'Nothing found.'}</p>"
    items = []
    for f in findings:
        repairs = "".join(
            f"<br>→ {escape(plain(s.text)) if s.text else ('xóa' if lang == 'vi' else 'delete')} <i>({escape(s.reason.text(lang))})</i>"
            for s in f.suggestions
        )
        items.append(
            f'<li><b style="background:{_SHADE[f.severity]};padding:0 4px">{escape(word(SEVERITY, f.severity, lang))}</b> '
            f"{escape(f.code)} {escape(f.name)} {f.line}:{f.column}: {escape(f.message.text(lang))}{repairs}</li>"
        )
    return f"<ol>{''.join(items)}</ol>"


def _layers(doc: Document, lang: str) -> str:
    rows = []
    for name in DEFAULT_LAYERS:
        members = doc.layer(name)
        texts = list(dict.fromkeys(m.name if name == "officials" else plain(m.text, 40) for m in members))
        shown = ", ".join(escape(t) for t in texts[:12]) + (" …" if len(texts) > 12 else "")
        rows.append(
            f'<tr><th style="{_CELL}">{escape(word(LAYER, name, lang))}</th><td style="{_CELL}">{len(members)}</td>'
            f'<td style="{_CELL}">{shown}</td></tr>'
        )
    return f"<table>{''.join(rows)}</table>"


def _marked(doc: Document, findings: tuple[Finding, ...]) -> str:
    """The text with the findings marked; one inside another is left to the outer one."""
    out, at = [], 0
    for f in findings:
        if f.start < at or f.start == f.end:
            continue
        out.append(escape(doc.text[at : f.start]))
        out.append(f'<mark style="background:{_SHADE[f.severity]}" title="{escape(f"{f.code} {f.name}: {f.message.vi}")}">{escape(f.text)}</mark>')
        at = f.end
    return "".join([*out, escape(doc.text[at:])])
