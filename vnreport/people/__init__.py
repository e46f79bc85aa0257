"""People and bodies: persons' names, organisations, and who holds which office.

``persons``, ``institutions``, ``offices`` and ``holdings`` find what is written; ``bodies`` and ``officials`` say what it means in the
document. The layers ``entities`` and ``officials`` of a document come from here; :func:`names`, :func:`organisations` and
:func:`holders` are for a bare text, :func:`joined` for the persons of a document with all that names them, :func:`holders_table` for the
offices of many documents.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vnreport.document import Document, Official
from vnreport.language.letters import fold
from vnreport.people.holders import holders_table
from vnreport.people.joined import PersonInText, joined

if TYPE_CHECKING:
    from vnreport.people.officials import Appointment

__all__ = [
    "OfficeFacts", "PersonInText", "appointments", "holders", "holders_table", "is_single_office", "joined", "names", "office_facts",
    "organisations",
]  # fmt: skip


def _document(text: str) -> Document:
    from vnreport.pipeline import Pipeline

    return Document(text, engine=Pipeline())


def names(text: str) -> list[str]:
    """The persons named in a text, every mention, without title or honorific.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of str
        The names as written, in text order.

    Examples
    --------
    >>> names("Đồng chí Chủ tịch UBND quận Trần Văn Khải phát biểu; ông Khải nhấn mạnh …")
    ['Trần Văn Khải', 'Khải']
    """
    return [e.text for e in _document(text).entities if e.label == "PER"]


def organisations(text: str) -> list[str]:
    """The organisations named in a text, every mention, each with its unit.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of str
        The names as written, in text order.

    Examples
    --------
    >>> organisations("Sở Tài chính phối hợp với UBND các huyện, thị xã.")
    ['Sở Tài chính', 'UBND các huyện, thị xã']
    """
    return [e.text for e in _document(text).entities if e.label == "ORG"]


def holders(text: str) -> tuple[Official, ...]:
    """Who holds which office in a text.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    tuple of Official
        One for each person and body.

    Examples
    --------
    >>> o = holders("Ông Hồ Văn Khoa - Giám đốc Sở Tài chính dự.")[0]
    >>> o.name, o.titles, o.organisation
    ('Hồ Văn Khoa', ('Giám đốc',), 'Sở Tài chính')
    """
    return _document(text).officials


def appointments(doc: Document) -> list[Appointment]:
    """Every place of a document that gives a person an office.

    Parameters
    ----------
    doc : Document
        A document with a pipeline (:func:`vnreport.analyze` gives one).

    Returns
    -------
    list of Appointment
        With the spans of the title and of the person; :attr:`Document.officials` joins them.

    Examples
    --------
    >>> import vnreport
    >>> doc = vnreport.analyze("Ông Hồ Văn Khoa, Giám đốc Sở Tài chính phát biểu.")
    >>> [(a.office.text, a.mention.text, a.single) for a in appointments(doc)]
    [('Giám đốc', 'Hồ Văn Khoa', True)]
    """
    from vnreport.people import officials

    return officials.appointments(doc)


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """What the tables say of an office.

    Attributes
    ----------
    head : str
        The office itself without deputy and endings, folded: "chủ tịch" of "Phó Chủ tịch Thường trực".
    deputy : bool
        Whether it is a deputy's.
    single : bool
        Whether a body has one holder at a time.
    rank : int
        Its place in the order of offices: the higher, the higher.
    """

    head: str
    deputy: bool
    single: bool
    rank: int


def office_facts(title: str) -> OfficeFacts | None:
    """What is known of an office.

    Parameters
    ----------
    title : str
        A title as written; "nguyên", "quyền" in front of it are left out.

    Returns
    -------
    OfficeFacts or None
        ``None`` for a title that no table has.

    Examples
    --------
    >>> office_facts("Phó Chủ tịch Thường trực")
    OfficeFacts(head='chủ tịch', deputy=True, single=False, rank=74)
    >>> office_facts("Bí thư").rank > office_facts("Chủ tịch").rank
    True
    """
    from vnreport.people.vocabulary import offices

    words = fold(title).split()
    while words and words[0] in ("nguyên", "cựu", "quyền", "cố"):
        words = words[1:]
    term = offices().get(" ".join(words))
    return OfficeFacts(term.base, term.deputy, term.single, term.rank) if term else None


def is_single_office(title: str) -> bool:
    """Whether a body has only one holder of an office at a time.

    Parameters
    ----------
    title : str
        A title as written.

    Returns
    -------
    bool
        ``False`` for deputies, members, former offices and titles that are not known.

    Examples
    --------
    >>> is_single_office("Chủ tịch"), is_single_office("Phó Chủ tịch"), is_single_office("nguyên Chủ tịch")
    (True, False, False)
    """
    from vnreport.people.vocabulary import single_offices

    return fold(" ".join(title.split())) in single_offices()
