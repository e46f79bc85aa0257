"""The layer ``abbreviations``."""

from __future__ import annotations

from vnreport.abbreviations.definitions import definitions
from vnreport.abbreviations.dictionary import of
from vnreport.abbreviations.find import forms
from vnreport.abbreviations.resolve import Resolver
from vnreport.document import Abbreviation, Document


def annotate(doc: Document) -> tuple[Abbreviation, ...]:
    """Every abbreviation of the document, codes inside document numbers too."""
    scan = doc.layer("scan")
    dictionary = of(doc.facts)
    resolver = Resolver(scan, definitions(doc.text), dictionary)
    return tuple(resolver.resolve(form) for form in forms(scan, dictionary))
