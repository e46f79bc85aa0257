"""The persons of a document with everything that names them: full names, given names, and offices that only one of them has."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnreport.document import Document, Official, Span
from vnreport.language.letters import fold


@dataclass(slots=True)
class PersonInText:
    """A person of a document.

    Attributes
    ----------
    name : str
        The full name, or the name as written where the text has no more.
    mentions : list of Span
        The names: "Lê Văn Sơn", then "Sơn" of "ông Sơn".
    offices : list of Official
        What the text says that the person is, the highest office first.
    roles : list of Span
        Places that name the person by an office alone ("Chủ tịch UBND quận nhấn mạnh …"): an office that has one holder at a time, of a
        body of which the text names one holder.
    """

    name: str
    mentions: list[Span] = field(default_factory=list)
    offices: list[Official] = field(default_factory=list)
    roles: list[Span] = field(default_factory=list)


def joined(doc: Document) -> list[PersonInText]:
    """The persons of a document, in order of first mention.

    Parameters
    ----------
    doc : Document
        A document with a pipeline (:func:`vnreport.analyze` gives one).

    Returns
    -------
    list of PersonInText
        Each mention belongs to one person.

    Examples
    --------
    >>> import vnreport
    >>> text = "Ông Lê Văn Sơn, Chủ tịch UBND quận Cẩm Lệ dự. Ông Sơn phát biểu. Chủ tịch UBND quận Cẩm Lệ yêu cầu các phường vào cuộc."
    >>> [(p.name, [m.text for m in p.mentions], [r.text for r in p.roles]) for p in joined(vnreport.analyze(text))]
    [('Lê Văn Sơn', ['Lê Văn Sơn', 'Sơn'], ['Chủ tịch UBND quận Cẩm Lệ'])]
    """
    from vnreport.people.bodies import Completer
    from vnreport.people.holdings import Finder

    if not doc.text:
        return []
    finder = Finder(doc)
    out: dict[str, PersonInText] = {}
    for i in finder.order:
        out.setdefault(finder.full[i], PersonInText(finder.full[i])).mentions.append(finder.mention(i))
    for o in doc.officials:
        if o.name in out:
            out[o.name].offices.append(o)
    for p in out.values():
        p.offices.sort(key=lambda o: -max((_rank(t) for t in o.titles), default=0))
    single = _single_holders(doc)
    if single:
        completer = Completer(doc, finder.m, finder.bodies)
        taken = {(h.office.start, h.office.end) for h in finder.holdings()}
        for i in sorted(finder.m.office):
            found = finder.reader.office(i)
            if found is None or found.former or (found.start, found.end) in taken or found.body is None or not found.term.single:
                continue
            body = completer.body(found, [found], None)
            name = single.get((fold(finder.title(found)), fold(body or "")))
            if name in out:
                scan = finder.m.scan
                out[name].roles.append(doc.span(scan.starts[found.start], scan.ends[found.stop - 1]))
    return list(out.values())


def _rank(title: str) -> int:
    from vnreport.people import office_facts

    facts = office_facts(title)
    return facts.rank if facts else 0


def _single_holders(doc: Document) -> dict[tuple[str, str], str]:
    """Offices with one holder at a time of which the text names one: (title, body), folded -> the person."""
    from vnreport.people import is_single_office

    held: dict[tuple[str, str], set[str]] = {}
    for o in doc.officials:
        for title in o.titles if o.organisation else ():
            if is_single_office(title):
                held.setdefault((fold(title), fold(o.organisation or "")), set()).add(o.name)
    return {key: names.pop() for key, names in held.items() if len(names) == 1}
