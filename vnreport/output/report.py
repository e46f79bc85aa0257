"""What a run of ``check`` hands to the renderers: the documents one after another, and at the end the sums."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnreport.document import Document, Evidence, Finding, Unchecked

LOOKED_AT = ("dates", "units", "quantities", "citations", "officials", "abbreviations")
"""The layers that are counted, in the order of the output."""


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

    def text(self, lang: str = "vi") -> str:
        """The line in ``lang``."""
        return self.en if lang == "en" else self.vi


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


def others(f: Finding) -> list[Evidence]:
    """The evidence of a finding that stands elsewhere than the finding itself."""
    return [e for e in f.evidence if (e.start, e.end) != (f.start, f.end)]
