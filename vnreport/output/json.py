"""JSON: the published objects, one a document (``schema.json`` beside this file)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from vnreport.document import JSON_LAYERS, SCHEMA_VERSION, Document, Finding, Unchecked, finding_to_dict

CHECKED = ("dates", "units", "quantities", "citations", "officials", "abbreviations")


def analysis(doc: Document, layers: Iterable[str], findings: Iterable[Finding], lang: str = "vi") -> dict[str, Any]:
    """The document and its layers; a layer that is not in ``layers`` is absent."""
    data = doc.to_dict([name for name in layers if name in JSON_LAYERS], findings=False)
    return {**data, "findings": [finding_to_dict(f, lang) for f in findings]}


def check(doc: Document, findings: Iterable[Finding], unchecked: Iterable[Unchecked], lang: str = "vi") -> dict[str, Any]:
    """The findings of a document, how many things were looked at, and what was not checked and why."""
    return {
        "schema": SCHEMA_VERSION,
        "source": doc.source,
        "meta": asdict(doc.meta),
        "checked": {name: len(doc.layers[name]) for name in CHECKED if name in doc.layers},
        "unchecked": [
            {"name": u.name, "reason": u.reason.text(lang), "reason_id": u.reason.id, "args": dict(u.reason.args), "count": u.count}
            for u in unchecked
        ],
        "findings": [finding_to_dict(f, lang) for f in findings],
    }


def dump(data: Any, indent: int | None = None) -> str:
    """``data`` as JSON text, letters unescaped."""
    return json.dumps(data, ensure_ascii=False, indent=indent)
