"""What a run of ``check`` hands to the renderers: the documents one after another, and at the end the sums."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnreport.document import Document, Finding, Unchecked


@dataclass(frozen=True, slots=True)
class Checked:
    """One document, checked.

    ``silenced`` counts the findings that are not shown, by reason ("triage", "inline", "baseline", "ignored"). ``looked_at`` counts what
    was looked at, by layer ("dates", "units", …): a document that another process or an earlier run checked comes without layers, so that
    renderers use these counts and never ``document.layers``.
    """

    document: Document
    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...] = ()
    silenced: dict[str, int] = field(default_factory=dict)
    looked_at: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failure:
    """A source, or a part of one, that could not be checked: one line in both languages."""

    source: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The sums of a run."""

    documents: int = 0
    findings: dict[str, int] = field(default_factory=dict)  # severity -> count
    unchecked: int = 0
    silenced: dict[str, int] = field(default_factory=dict)
    looked_at: dict[str, int] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()
    seconds: float = 0.0
