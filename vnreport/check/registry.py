"""The rules: what a rule is, and the one registry that knows them all."""

from __future__ import annotations

import copy
import pkgutil
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, ClassVar, Protocol, TypeVar

from vnreport.check.errors import unknown
from vnreport.document import Document, Evidence, Finding, Message, Suggestion, Unchecked

Repair = tuple[str, str, Mapping[str, Any]]
"""A suggestion as a rule gives it: the text to put in place, the id of the reason, the reason's arguments."""


Value = bool | int | float | str | tuple[str, ...]
"""What an option of a rule can be set to."""


@dataclass(frozen=True, slots=True)
class Option:
    """A setting of a rule: its default, which also gives its type, and what it is for in Vietnamese and English."""

    default: Value
    vi: str
    en: str


ALLOW = Option((), "những chữ viết đúng, không báo khi gặp", "texts that are right: a finding that flags one of them is dropped")
"""The option that every rule has: ``rules.<name>.allow``."""


class Place(Protocol):
    """Anything with a start and an end: every span of a document."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class Rule(ABC):
    """A check for one kind of defect.

    A rule lives in a file of its own under ``vnreport/check/rules``; the docstring of its class is its page, with the sections
    *Kiểm tra gì*, *Vì sao*, *Ví dụ sai*, *Sửa thành*, *Giới hạn*, *Nguồn*. Its cases are in ``tests/rules/<name>.md``.

    Attributes
    ----------
    code : str
        Three letters of the area and three digits; never reused.
    name : str
        The defect, in kebab case.
    severity : {"info", "warning", "error"}
        Of its findings, unless a finding says otherwise.
    summary : (str, str)
        One line, Vietnamese and English.
    texts : dict
        Message id -> (Vietnamese, English) with ``{placeholders}`` for the arguments. ``"message"`` is the finding's own; the others are
        reasons of suggestions and of what was not checked.
    repair : {"safe", "text", "fact"}
        What its suggestions change: typography, doubled words and residue (``--fix`` does it), other spelling, or dates, names, numbers,
        units and citations, which are changed only where the rule or the finding is named.
    options : dict
        What a configuration may set under ``rules.<name>`` beside :data:`ALLOW`; the rule reads it with :meth:`option`.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[str] = "warning"
    summary: ClassVar[tuple[str, str]]
    texts: ClassVar[Mapping[str, tuple[str, str]]]
    repair: ClassVar[str] = "fact"
    options: ClassVar[Mapping[str, Option]] = {}
    _chosen: Mapping[str, Value] = {}

    def option(self, name: str) -> Any:
        """The value of an option: the configured one, or its default."""
        return self._chosen[name] if name in self._chosen else self.options[name].default

    @property
    def settable(self) -> Mapping[str, Option]:
        """The options that a configuration may set: those of every rule, and the rule's own."""
        return {"allow": ALLOW, **self.options}

    def configured(self, values: Mapping[str, Value]) -> Rule:
        """This rule with some options set."""
        if not values:
            return self
        rule = copy.copy(self)
        rule._chosen = dict(values)
        return rule

    @abstractmethod
    def check(self, doc: Document) -> Iterable[Finding | Unchecked]:
        """Findings in ``doc``, and what could not be checked."""

    def message(self, id: str, args: Mapping[str, Any]) -> Message:
        """The message ``id`` with its arguments filled in."""
        vi, en = self.texts[id]
        return Message(f"{self.name}.{id}", dict(args), vi.format(**args), en.format(**args))

    def finding(
        self,
        doc: Document,
        start: int,
        end: int,
        *,
        message: str = "message",
        args: Mapping[str, Any] | None = None,
        confidence: float = 0.9,
        severity: str | None = None,
        suggestions: Sequence[Repair] = (),
        evidence: Sequence[tuple[Place, str]] = (),
    ) -> Finding:
        """A finding at ``[start, end)``.

        ``args`` gets ``text`` (the flagged text) on top. ``suggestions`` are (replacement for the span, reason id, arguments);
        ``evidence`` are (span, role) beside the claim itself, which is added.
        """
        text = doc.text[start:end]
        given = {"text": text, **(args or {})}
        return Finding(
            start, end, text, self.code, self.name, severity or self.severity, confidence, self.message(message, given),
            tuple(Suggestion(t, self.message(r, {"text": text, **a})) for t, r, a in suggestions),
            (Evidence(start, end, text, "claim"), *(Evidence(p.start, p.end, doc.text[p.start : p.end], role) for p, role in evidence)),
            *doc.locate(start),
        )  # fmt: skip

    def unchecked(self, reason: str, /, **args: Any) -> Unchecked:
        """One thing that could not be checked."""
        return Unchecked(self.name, self.message(reason, args))


R = TypeVar("R", bound=type[Rule])
_RULES: dict[str, Rule] = {}


def register(rule: R) -> R:
    """Class decorator: add a rule to the registry."""
    if rule.name in _RULES or any(r.code == rule.code for r in _RULES.values()):
        raise ValueError(f"two rules {rule.name!r} or two codes {rule.code!r}")
    _RULES[rule.name] = rule()
    return rule


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by code.

    Examples
    --------
    >>> [r.name for r in rules() if r.code == "DAT001"]
    ['date-invalid']
    """
    package = import_module("vnreport.check.rules")
    for module in pkgutil.iter_modules(package.__path__):
        import_module(f"vnreport.check.rules.{module.name}")
    return tuple(sorted(_RULES.values(), key=lambda r: r.code))


def matching(selectors: Iterable[str]) -> Iterator[Rule]:
    """The rules that the selectors name: a code, a prefix of codes ("DAT"), a name, or "ALL".

    Raises
    ------
    ConfigError
        If a selector names no rule; the message names the nearest one.
    """
    for selector in selectors:
        s = selector.strip()
        found = [r for r in rules() if s.upper() == "ALL" or r.name == s.lower() or r.code.startswith(s.upper())] if s else []
        if not found:
            raise unknown("quy tắc", "rule", selector, selectable(), "vnreport rule")
        yield from found


@cache
def selectable() -> tuple[str, ...]:
    """Everything that selects rules: names, codes, areas."""
    return (*(r.name for r in rules()), *(r.code for r in rules()), *dict.fromkeys(r.code[:3] for r in rules()), "ALL")


def named(name: str) -> Rule:
    """The rule of this name or code."""
    for rule in rules():
        if name.lower() == rule.name or name.upper() == rule.code:
            return rule
    raise unknown("quy tắc", "rule", name, selectable(), "vnreport rule")
