"""The one data structure everything speaks: a text, its layers of spans, and findings about it.

A :class:`Document` never changes its text. Layers (dates, units, officials, …) are tuples of frozen spans that may overlap; they are
computed on first use by the pipeline that made the document, or given when it was read back from JSON.

Offsets are Python code points of ``Document.text``: ``doc.text[span.start:span.end] == span.text`` always holds.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    import pandas as pd

SCHEMA_VERSION = 1
SEVERITIES = ("info", "warning", "error")
"""Severities from the mildest to the gravest."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text: ``[start, end)`` in code points, and the text itself."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence, without the white space around it. A line break always ends one."""


@dataclass(frozen=True, slots=True)
class Word(Span):
    """A word of one or more syllables, as underthesea segments it."""


@dataclass(frozen=True, slots=True)
class Region(Span):
    """A part of the page with a role of its own.

    ``kind`` is one of ``title``, ``header`` (the lines with date, poster and views), ``posted``, ``author``, ``poster``, ``views``,
    ``letterhead``, ``caption``, ``title-repeated``, ``residue`` (page furniture and script), ``signature``.
    """

    kind: str


@dataclass(frozen=True, slots=True)
class DateSpan(Span):
    """A temporal expression.

    Attributes
    ----------
    type : {"DATE", "TIME", "DURATION", "SET"}
        TIMEX3 type.
    value : str or None
        TIMEX3 value, resolved against the posted date and the context; a slip keeps the value that is written (``2018-04-31``).
    role : str or None
        ``posted``, ``event``, ``reference``, ``period``, ``citation`` or ``anniversary``.
    confidence : float
        Between 0 and 1.
    reason : str or None
        Which step gave the parts that are not written, e.g. ``"year: posted date"``.
    alternatives : tuple of str
        Other values that the text leaves open.
    """

    type: str
    value: str | None
    role: str | None = None
    confidence: float = 1.0
    reason: str | None = None
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Abbreviation(Span):
    """An abbreviation and what it means here.

    ``expansion`` is ``None`` where the context does not decide; ``candidates`` then holds the readings, the likeliest first.
    ``source`` is ``definition`` (the document defines it), ``dictionary`` or ``model``.
    """

    expansion: str | None
    source: str | None
    confidence: float = 1.0
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity(Span):
    """A person (``PER``), organisation (``ORG``) or place (``LOC``)."""

    label: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Unit(Span):
    """A mention of an administrative unit.

    Attributes
    ----------
    level : str or None
        As the text says it, in lower case (``"quận"``, ``"thành phố"``); ``None`` where unsaid.
    name : str
        Official spelling of the name without the level word.
    code : str or None
        Code of the General Statistics Office (2, 3 or 5 digits); ``None`` where the text does not decide between namesakes.
    province : str or None
        Name of the province or central city.
    status : str or None
        ``current`` (alive at the date of the document), ``former``, ``future``, ``unknown``.
    candidates : tuple of str
        Codes of the namesakes where ``code`` is ``None``.
    """

    level: str | None
    name: str
    code: str | None = None
    province: str | None = None
    status: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation(Span):
    """A document cited by kind and number: "Quyết định số 12/2018/QĐ-UBND ngày 05/3/2018"."""

    kind: str | None
    number: str | None
    date: str | None = None
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity(Span):
    """A number with what it counts: ``value`` in the unit written, ``unit`` as written ("tỷ đồng", "%", "hộ") or ``None``."""

    value: float
    unit: str | None


@dataclass(frozen=True, slots=True)
class Official:
    """A person with the offices held in one body; one row for each body.

    ``titles`` are the offices as written, without the body; ``organisation`` is completed from the context ("UBND quận" of a quận's own
    post is "UBND quận Cẩm Lệ"). ``mentions`` are the spans that name the person in this office. ``code`` is the code (General Statistics
    Office) of the unit that the body belongs to; ``None`` where the text does not decide.
    """

    name: str
    titles: tuple[str, ...]
    organisation: str | None
    mentions: tuple[Span, ...]
    confidence: float = 1.0
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Issuer:
    """The administrative unit whose document or post this is."""

    level: str | None
    name: str | None
    code: str | None = None
    province: str | None = None


@dataclass(frozen=True, slots=True)
class Meta:
    """What the page says of itself. Dates are ISO 8601 (``2018-04-24``), times ``HH:MM``; unknown is ``None``."""

    title: str | None = None
    posted: str | None = None
    posted_time: str | None = None
    author: str | None = None
    poster: str | None = None
    views: int | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A message to the user: its id and arguments, and the text in Vietnamese and English."""

    id: str
    args: Mapping[str, Any]
    vi: str
    en: str

    def __str__(self) -> str:
        return self.vi

    def text(self, lang: str = "vi") -> str:
        """The message in ``lang`` (``"vi"`` or ``"en"``)."""
        return self.en if lang == "en" else self.vi


@dataclass(frozen=True, slots=True)
class Evidence(Span):
    """A place that speaks for a finding. ``role``: ``claim``, ``conflict``, ``reference`` or ``context``."""

    role: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A minimal repair: the text to put in place of the flagged span ("" deletes it), and why."""

    text: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Finding(Span):
    """Something that does not fit.

    ``line`` and ``column`` (from 1) are places in the source file; ``fingerprint`` depends on the rule and the content, not on the place.
    """

    code: str
    name: str
    severity: str
    confidence: float
    message: Message
    suggestions: tuple[Suggestion, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    line: int = 0
    column: int = 0
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """How often a rule could not check something, and why: silence must not read as clean."""

    name: str
    reason: Message
    count: int = 1


@dataclass(frozen=True, slots=True)
class Marker:
    """A note of the author to the checker, "vnreport: ignore[date-year]", which is no part of the text.

    Attributes
    ----------
    text : str
        As it is written in the source.
    selectors : tuple of str
        Rules to be silent: codes, prefixes of codes, names, or "ALL".
    line, column : int
        Its place in the source, from 1.
    target : int or None
        The line of the source that it speaks of; ``None``: all of them.
    """

    text: str
    selectors: tuple[str, ...]
    line: int
    column: int
    target: int | None


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where each character of a text stands in the source it was read from.

    The text is cut into runs inside which text and source advance together. ``text_starts`` and ``source_starts`` are the first offsets
    of the runs; ``line_starts`` are the offsets of the source's lines.

    Examples
    --------
    >>> SourceMap((0, 1), (0, 2), (0,)).locate(1)  # a letter written as two code points in the source
    (1, 3)
    """

    text_starts: tuple[int, ...]
    source_starts: tuple[int, ...]
    line_starts: tuple[int, ...]

    def offset(self, position: int) -> int:
        """Offset in the source of the character at ``position`` of the text."""
        i = bisect_right(self.text_starts, position) - 1
        return self.source_starts[i] + position - self.text_starts[i]

    def locate(self, position: int) -> tuple[int, int]:
        """Line and column in the source, both from 1, of the character at ``position`` of the text."""
        offset = self.offset(position)
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    @classmethod
    def identity(cls, text: str) -> SourceMap:
        """The map of a text that is its own source."""
        starts = [0]
        while (at := text.find("\n", starts[-1])) >= 0:
            starts.append(at + 1)
        return cls((0,), (0,), tuple(starts))


class KnownAbbreviation(NamedTuple):
    """An abbreviation of the user's own, and what it means; ``domain`` is one of the built-in table's, or ``""``."""

    abbr: str
    expansion: str
    domain: str = ""


class KnownOfficial(NamedTuple):
    """A person the user knows in an office: the name as it is to be spelt, the office, the body."""

    name: str
    title: str = ""
    organisation: str = ""


class KnownBody(NamedTuple):
    """A body the user knows: its name in full, and the short forms that are right for it."""

    name: str
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UserFacts:
    """What the user knows beyond the built-in tables; it goes before them.

    Annotators and rules read it as ``doc.facts``. It is hashable, so an index over it can be cached by it.
    """

    abbreviations: tuple[KnownAbbreviation, ...] = ()
    officials: tuple[KnownOfficial, ...] = ()
    bodies: tuple[KnownBody, ...] = ()


NO_FACTS = UserFacts()


class Engine(Protocol):
    """What computes the layers of a document; the pipeline is one."""

    @property
    def facts(self) -> UserFacts: ...

    def layer(self, doc: Document, name: str) -> Any: ...

    def html(self, doc: Document) -> str: ...


JSON_LAYERS: dict[str, type] = {
    "dates": DateSpan,
    "abbreviations": Abbreviation,
    "entities": Entity,
    "units": Unit,
    "officials": Official,
    "citations": Citation,
    "quantities": Quantity,
    "sentences": Sentence,
    "words": Word,
}
"""The layers that JSON carries, and the type of their members."""

DEFAULT_LAYERS = ("dates", "abbreviations", "entities", "units", "officials", "citations", "quantities")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Document:
    """A text that was read, and everything found in it.

    Documents come from :func:`vnreport.read`, :func:`vnreport.analyze` or :meth:`Document.from_dict`.

    Attributes
    ----------
    text : str
        What was read: NFC, line ends as ``"\\n"``, otherwise untouched.
    source : str or None
        Path or name of the source.
    meta : Meta
        Title, posting date and time, author, poster, views.
    regions : tuple of Region
        Parts of the page with a role of their own.
    map : SourceMap
        Where the text stands in the source.
    markers : tuple of Marker
        Notes to the checker that the source carried; they are not in the text.
    unread : tuple of Unchecked
        Parts of the source that are not in the text (the headers of a Word file), and why.

    Examples
    --------
    >>> import vnreport
    >>> doc = vnreport.analyze("Ngày 24/4/2018, UBND quận Cẩm Lệ tổ chức hội nghị.")
    >>> doc.dates[0].value, doc.units[0].code
    ('2018-04-24', '495')
    """

    text: str
    source: str | None = None
    meta: Meta = Meta()
    regions: tuple[Region, ...] = ()
    map: SourceMap = SourceMap((0,), (0,), (0,))
    engine: Engine | None = None
    layers: dict[str, Any] = field(default_factory=dict)
    markers: tuple[Marker, ...] = ()
    unread: tuple[Unchecked, ...] = ()

    # -- layers ----------------------------------------------------------------------------------------------------------------------
    def layer(self, name: str) -> Any:
        """The layer ``name``, computed on first use."""
        try:
            return self.layers[name]
        except KeyError:
            if self.engine is None:
                raise ValueError(
                    f"tài liệu này không có lớp {name!r}: hãy gọi vnreport.analyze(doc) trước "
                    f"(this document has no layer {name!r}: call vnreport.analyze(doc) first)"
                ) from None
            value = self.layers[name] = self.engine.layer(self, name)
            return value

    @property
    def facts(self) -> UserFacts:
        """What the user knows beyond the built-in tables: abbreviations, officials, bodies."""
        return self.engine.facts if self.engine else NO_FACTS

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences, by the library's own splitter."""
        return self.layer("sentences")  # type: ignore[no-any-return]

    @property
    def words(self) -> tuple[Word, ...]:
        """Words, by underthesea (imported on first use, about a second)."""
        return self.layer("words")  # type: ignore[no-any-return]

    @property
    def dates(self) -> tuple[DateSpan, ...]:
        """Temporal expressions, in text order."""
        return self.layer("dates")  # type: ignore[no-any-return]

    @property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """Abbreviations, in text order; codes inside document numbers too."""
        return self.layer("abbreviations")  # type: ignore[no-any-return]

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Persons, organisations and places, in text order; a unit inside an organisation's name is a place too."""
        return self.layer("entities")  # type: ignore[no-any-return]

    @property
    def units(self) -> tuple[Unit, ...]:
        """Administrative units, in text order."""
        return self.layer("units")  # type: ignore[no-any-return]

    @property
    def officials(self) -> tuple[Official, ...]:
        """Persons with an office, in order of first mention."""
        return self.layer("officials")  # type: ignore[no-any-return]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Documents cited, in text order."""
        return self.layer("citations")  # type: ignore[no-any-return]

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers with their units, in text order."""
        return self.layer("quantities")  # type: ignore[no-any-return]

    @property
    def issuer(self) -> Issuer | None:
        """The unit whose document this is, or ``None``."""
        return self.layer("issuer")  # type: ignore[no-any-return]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What does not fit, in text order, by all rules; :func:`vnreport.check` takes a configuration."""
        return self.layer("findings")  # type: ignore[no-any-return]

    @property
    def unchecked(self) -> tuple[Unchecked, ...]:
        """What could not be checked, and why."""
        return self.layer("unchecked")  # type: ignore[no-any-return]

    def expanded(self) -> str:
        """The text with its abbreviations written out (those whose meaning is known; not inside document numbers or addresses).

        Examples
        --------
        >>> import vnreport
        >>> vnreport.analyze("UBND quận phát triển KT-XH.").expanded()
        'Ủy ban nhân dân quận phát triển kinh tế - xã hội.'
        """
        return self.layer("expanded")  # type: ignore[no-any-return]

    # -- places ----------------------------------------------------------------------------------------------------------------------
    def locate(self, position: int) -> tuple[int, int]:
        """Line and column of the source, from 1."""
        return self.map.locate(position)

    def region(self, *kinds: str) -> Iterator[Region]:
        """The regions of these kinds, in text order."""
        return (r for r in self.regions if r.kind in kinds)

    def span(self, start: int, end: int) -> Span:
        """The span ``[start, end)`` of this text."""
        return Span(start, end, self.text[start:end])

    # -- JSON ------------------------------------------------------------------------------------------------------------------------
    def to_dict(self, layers: Sequence[str] = DEFAULT_LAYERS, lang: str = "vi", findings: bool = True) -> dict[str, Any]:
        """The document as the published JSON object (see ``vnreport/output/schema.json``)."""
        return {
            "schema": SCHEMA_VERSION,
            "source": self.source,
            "text": self.text,
            "meta": _plain(self.meta),
            "issuer": _plain(self.issuer) if self.issuer else None,
            "layers": {name: [_plain(x) for x in self.layer(name)] for name in layers},
            "findings": [finding_to_dict(f, lang) for f in self.findings] if findings else [],
        }

    def to_json(self, layers: Sequence[str] = DEFAULT_LAYERS, lang: str = "vi", indent: int | None = None) -> str:
        """:meth:`to_dict` as JSON text, letters unescaped."""
        return json.dumps(self.to_dict(layers, lang), ensure_ascii=False, indent=indent)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], engine: Engine | None = None) -> Document:
        """The document of a JSON object that :meth:`to_dict` made; layers that it lacks are absent.

        Raises
        ------
        ValueError
            If the object is of another schema version.
        """
        if data.get("schema") != SCHEMA_VERSION:
            raise ValueError(
                f"lược đồ JSON phải là phiên bản {SCHEMA_VERSION}, gặp {data.get('schema')!r} "
                f"(the JSON schema must be version {SCHEMA_VERSION}, found {data.get('schema')!r})"
            )
        layers: dict[str, Any] = {
            name: tuple(_build(JSON_LAYERS[name], row) for row in rows) for name, rows in data["layers"].items() if name in JSON_LAYERS
        }
        layers["issuer"] = Issuer(**data["issuer"]) if data["issuer"] else None
        layers["findings"] = tuple(_finding(row) for row in data["findings"])
        return cls(data["text"], data["source"], Meta(**data["meta"]), map=SourceMap.identity(data["text"]), engine=engine, layers=layers)

    def to_frame(self, layer: str = "findings") -> pd.DataFrame:
        """A layer as a DataFrame, one row a member; the columns are ``document`` (the source) and the fields of the layer's JSON objects.

        ``"officials"`` has one row an office: ``document``, ``date`` (of posting), ``person``, ``office``, ``body``, ``unit_code``,
        ``confidence``, and where the person is first named in it (``start``, ``end``).

        Examples
        --------
        >>> import vnreport
        >>> doc = vnreport.analyze("Ông Lê Văn Nam, Chủ tịch UBND quận Cẩm Lệ dự.", posted="2018-04-24")
        >>> doc.to_frame("officials")[["date", "person", "office", "body", "unit_code"]].loc[0].tolist()
        ['2018-04-24', 'Lê Văn Nam', 'Chủ tịch', 'UBND quận Cẩm Lệ', '495']
        """
        import pandas as pd

        if layer not in JSON_LAYERS and layer != "findings":
            known = ", ".join([*JSON_LAYERS, "findings"])
            raise ValueError(f"không có lớp {layer!r}; các lớp: {known} (no layer {layer!r}; layers: {known})")
        if layer == "findings":
            columns = list(finding_to_dict(Finding(0, 0, "", "", "", "", 0.0, Message("", {}, "", ""))))
            rows = [finding_to_dict(f) for f in self.findings]
        elif layer == "officials":
            columns = ["date", "person", "office", "body", "unit_code", "confidence", "start", "end"]
            rows = [dict(zip(columns, row, strict=True)) for o in self.officials for row in _office_rows(o, self.meta.posted)]
        else:
            columns = [f.name for f in fields(JSON_LAYERS[layer])]
            rows = [_plain(x) for x in self.layer(layer)]
        return pd.DataFrame([{"document": self.source, **r} for r in rows], columns=["document", *columns])

    def _repr_html_(self) -> str:
        return self.engine.html(self) if self.engine else f"<pre>{self.text.translate(_ESCAPE)}</pre>"

    def __repr__(self) -> str:
        return f"<Document {self.source or self.meta.title or self.text[:40]!r}: {len(self.text)} ký tự>"

    def replace(self, **changes: Any) -> Document:
        """A copy with some attributes changed and no layer computed."""
        return replace(self, **{"layers": {}, **changes})


def _office_rows(o: Official, posted: str | None) -> Iterator[tuple[Any, ...]]:
    """The rows of a table of offices: one for each title."""
    first = o.mentions[0] if o.mentions else None
    place = (first.start, first.end) if first else (None, None)
    return ((posted, o.name, title, o.organisation, o.code, o.confidence, *place) for title in o.titles)


_ESCAPE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def _plain(x: Any) -> Any:
    if isinstance(x, tuple):
        return [_plain(i) for i in x]
    if hasattr(x, "__dataclass_fields__"):
        return {f: _plain(getattr(x, f)) for f in x.__dataclass_fields__}
    return x


def finding_to_dict(finding: Finding, lang: str = "vi") -> dict[str, Any]:
    """A finding as its JSON object, messages in ``lang``."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "confidence": round(finding.confidence, 3),
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "line": finding.line,
        "column": finding.column,
        "message": finding.message.text(lang),
        "message_id": finding.message.id,
        "args": dict(finding.message.args),
        "suggestions": [
            {"text": s.text, "reason": s.reason.text(lang), "reason_id": s.reason.id, "args": dict(s.reason.args)}
            for s in finding.suggestions
        ],
        "evidence": [_plain(e) for e in finding.evidence],
        "fingerprint": finding.fingerprint,
    }


def _finding(row: Mapping[str, Any]) -> Finding:
    """The finding of a JSON object; both languages get the text that the object carries."""
    return Finding(
        row["start"], row["end"], row["text"], row["code"], row["name"], row["severity"], row["confidence"],
        Message(row["message_id"], row["args"], row["message"], row["message"]),
        tuple(Suggestion(s["text"], Message(s["reason_id"], s["args"], s["reason"], s["reason"])) for s in row["suggestions"]),
        tuple(Evidence(**e) for e in row["evidence"]),
        row["line"], row["column"], row["fingerprint"],
    )  # fmt: skip


def _build(kind: type, row: Mapping[str, Any]) -> Any:
    values = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    if kind is Official:
        values["mentions"] = tuple(Span(**m) for m in row["mentions"])
    return kind(**values)
