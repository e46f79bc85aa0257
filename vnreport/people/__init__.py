"""People and bodies: persons' names, organisations, and who holds which office.

``persons``, ``institutions`` and ``offices`` find what is written; ``bodies`` and ``officials`` say what it means in the document. The layers
``entities`` and ``officials`` of a document come from here; :func:`names`, :func:`organisations` and :func:`holders` are for a bare text.
"""

from __future__ import annotations

from vnreport.document import Document, Official


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
