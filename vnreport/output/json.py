"""JSON: the published objects, one a document (``schema.json`` beside this file)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from vnreport.document import JSON_LAYERS, SCHEMA_VERSION, Document, Finding, finding_to_dict
from vnreport.output.report import Checked, Summary
from vnreport.output.rules import Described
from vnreport.output.text import Style


def analysis(doc: Document, layers: Iterable[str], findings: Iterable[Finding], lang: str = "vi") -> dict[str, Any]:
    """The document and its layers; a layer that is not in ``layers`` is absent."""
    data = doc.to_dict([name for name in layers if name in JSON_LAYERS], findings=False)
    return {**data, "findings": [finding_to_dict(f, lang) for f in findings]}


def check(checked: Checked, lang: str = "vi") -> dict[str, Any]:
    """The findings of a document, how many things were looked at, and what was not checked and why."""
    return {
        "schema": SCHEMA_VERSION,
        "source": checked.document.source,
        "meta": asdict(checked.document.meta),
        "checked": dict(checked.looked_at),
        "unchecked": [
            {"name": u.name, "reason": u.reason.text(lang), "reason_id": u.reason.id, "args": dict(u.reason.args), "count": u.count}
            for u in checked.unchecked
        ],
        "findings": [finding_to_dict(f, lang) for f in checked.findings],
    }


def dump(data: Any, indent: int | None = None) -> str:
    """``data`` as JSON text, letters unescaped."""
    return json.dumps(data, ensure_ascii=False, indent=indent)


class Array:
    """A JSON array written piece by piece, as :func:`dump` with an indent of 2 writes the whole.

    Examples
    --------
    >>> array = Array()
    >>> array.add(1) + array.add(2) + array.close() == dump([1, 2], indent=2)
    True
    """

    def __init__(self) -> None:
        self._empty = True

    def add(self, item: Any) -> str:
        """An item, with what stands before it."""
        before = "[\n  " if self._empty else ",\n  "
        self._empty = False
        return before + dump(item, indent=2).replace("\n", "\n  ")

    def close(self) -> str:
        """The end."""
        return "[]" if self._empty else "\n]"


class Render:
    """One array of the published objects."""

    def __init__(self, style: Style, rules: Mapping[str, Described]) -> None:
        self._lang = style.lang
        self._array = Array()

    def add(self, checked: Checked) -> str:
        """The object of a document."""
        return self._array.add(check(checked, self._lang))

    def close(self, summary: Summary) -> str:
        """The end of the array."""
        return self._array.close() + "\n"
