"""The layer ``abbreviations``, and the same for a text without a document."""

from __future__ import annotations

from vnreport.abbreviations.definitions import definitions
from vnreport.abbreviations.dictionary import Dictionary, of, standard
from vnreport.abbreviations.find import forms
from vnreport.abbreviations.resolve import Resolver
from vnreport.abbreviations.writing import Expanded, written
from vnreport.document import Abbreviation, Document
from vnreport.language.scan import Scan, scan
from vnreport.language.sentences import sentences


def annotate(doc: Document) -> tuple[Abbreviation, ...]:
    """Every abbreviation of the document, codes inside document numbers too."""
    posted = doc.meta.posted
    return _resolved(doc.layer("scan"), of(doc.facts), int(posted[:4]) if posted else None)


def _resolved(scanned: Scan, dictionary: Dictionary, year: int | None = None) -> tuple[Abbreviation, ...]:
    resolver = Resolver(scanned, definitions(scanned.text), dictionary, year)
    return tuple([resolver.resolve(form) for form in forms(scanned, dictionary)])


def find(text: str, dictionary: Dictionary | None = None) -> tuple[Abbreviation, ...]:
    """The abbreviations of a text, and what each means there.

    Parameters
    ----------
    text : str
        Any text in NFC.
    dictionary : Dictionary, optional
        A dictionary with rows of your own.

    Returns
    -------
    tuple of Abbreviation
        In text order. ``expansion`` is ``None`` where the context does not decide; ``candidates`` are the readings then.

    Examples
    --------
    >>> [(a.text, a.expansion) for a in find("CT UBND xã ban hành CT số 3 về GPMB")]
    [('CT', 'chủ tịch'), ('UBND', 'Ủy ban nhân dân'), ('CT', 'chỉ thị'), ('GPMB', 'giải phóng mặt bằng')]
    >>> find("Họp mặt bà con GX", Dictionary([("GX", "giáo xứ")]))[0].expansion
    'giáo xứ'
    """
    return _resolved(scan(text), dictionary or standard())


def expand(text: str, first_use: bool = False, everywhere: bool = False, dictionary: Dictionary | None = None) -> Expanded:
    """Write out the abbreviations of a text whose meaning is known.

    Parameters
    ----------
    text : str
        Any text in NFC.
    first_use : bool
        Write "Ủy ban nhân dân (UBND)" where it is first used and leave the later ones short.
    everywhere : bool
        Inside document numbers and addresses as well.
    dictionary : Dictionary, optional
        A dictionary with rows of your own.

    Returns
    -------
    Expanded
        The text, and a map of the offsets.

    Examples
    --------
    >>> out = expand("UBND huyện họp.")
    >>> out.text, out.position(5)
    ('Ủy ban nhân dân huyện họp.', 16)
    """
    scanned, dictionary = scan(text), dictionary or standard()
    starts = {start for start, _ in sentences(text)}
    return written(scanned, _resolved(scanned, dictionary), starts, first_use, everywhere, dictionary.own)
