"""Which annotator gives which layer, and in which order.

A layer may read the layers before it in :data:`LAYERS`, never one after it; asking for one is an error here, so that no cycle can creep in.
A layer is computed when it is first asked for, and only then.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from vnreport.document import NO_FACTS, Document, UserFacts

LAYERS: dict[str, str] = {
    "scan": "vnreport.language.scan:annotate",
    "sentences": "vnreport.language.sentences:annotate",
    "residue": "vnreport.language.residue:annotate",
    "words": "vnreport.language.words:annotate",
    "abbreviations": "vnreport.abbreviations.annotator:annotate",
    "citations": "vnreport.citations.annotator:annotate",
    "dates": "vnreport.dates.annotator:annotate",
    "units": "vnreport.units.annotator:annotate",
    "generics": "vnreport.units.generic:annotate",
    "entities": "vnreport.people.entities:annotate",
    "issuer": "vnreport.units.issuer:annotate",
    "officials": "vnreport.people.officials:annotate",
    "numbers": "vnreport.quantities.annotator:annotate_written",
    "quantities": "vnreport.quantities.annotator:annotate",
    "expanded": "vnreport.abbreviations.writing:annotate",
    "findings": "vnreport.check.engine:annotate_findings",
    "unchecked": "vnreport.check.engine:annotate_unchecked",
}
"""Layer -> the function ``annotate(doc)`` that gives it, in the order of the pipeline."""

_RANK = {name: i for i, name in enumerate(LAYERS)}


class Pipeline:
    """Computes layers for documents; ``facts`` is what the user knows beyond the built-in tables."""

    def __init__(self, facts: UserFacts = NO_FACTS) -> None:
        self.facts = facts
        self._running: list[str] = []

    def layer(self, doc: Document, name: str) -> Any:
        """The value of layer ``name`` of ``doc``."""
        if name not in LAYERS:
            raise ValueError(f"không có lớp {name!r}; các lớp: {', '.join(LAYERS)} (no layer {name!r})")
        if self._running and _RANK[name] >= _RANK[self._running[-1]]:
            raise RuntimeError(f"layer {self._running[-1]!r} may not read {name!r}, which comes after it in the pipeline")
        module, function = LAYERS[name].split(":")
        annotate = getattr(import_module(module), function)
        self._running.append(name)
        try:
            return annotate(doc)
        finally:
            self._running.pop()

    def html(self, doc: Document) -> str:
        """The document for a notebook."""
        from vnreport.output.html import render

        return render(doc)


def attach(doc: Document, facts: UserFacts | None = None) -> Document:
    """The document with a pipeline that computes its layers on first use; given ones stay, unless they were made with other ``facts``."""
    if doc.engine is None:
        return doc.replace(engine=Pipeline(facts or NO_FACTS), layers=dict(doc.layers))
    return doc if facts is None or facts == doc.facts else doc.replace(engine=Pipeline(facts))
