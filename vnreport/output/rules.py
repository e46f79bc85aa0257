"""The pages of the rules."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Protocol

from vnreport.output.labels import SEVERITY, word

SECTIONS = ("Kiểm tra gì", "Vì sao", "Ví dụ sai", "Sửa thành", "Giới hạn", "Nguồn")
_HEADING = re.compile(rf"^(?:{'|'.join(SECTIONS)}):", re.M)


class Told(Protocol):
    """What a page needs of an option."""

    @property
    def default(self) -> Any: ...

    @property
    def vi(self) -> str: ...

    @property
    def en(self) -> str: ...


class Described(Protocol):
    """What a page needs of a rule."""

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[str]
    summary: ClassVar[tuple[str, str]]
    texts: ClassVar[Mapping[str, tuple[str, str]]]

    @property
    def settable(self) -> Mapping[str, Told]: ...


def sections(rule: Described) -> dict[str, str]:
    """The sections of the rule's page, from the docstring of its class."""
    text = inspect.getdoc(type(rule)) or ""
    marks = list(_HEADING.finditer(text))
    ends = [*(m.start() for m in marks[1:]), len(text)]
    return {m[0][:-1]: text[m.end() : end].strip() for m, end in zip(marks, ends, strict=True)}


def page(rule: Described, lang: str = "vi") -> str:
    """The page of a rule; in English its summary and messages."""
    head = f"{rule.code} {rule.name} ({word(SEVERITY, rule.severity, lang)})"
    options = [f"  {name} = {_value(o.default)}: {o.en if lang == 'en' else o.vi}" for name, o in rule.settable.items()]
    if lang == "en":
        messages = (f"  {id}: {en}" for id, (_, en) in rule.texts.items())
        return "\n".join([head, "", rule.summary[1], "", "Messages", *messages, "", f"Options (rules.{rule.name})", *options])
    parts = [f"{title}\n{_indent(body)}" for title, body in sections(rule).items()]
    parts.append("\n".join([f"Tùy chọn (rules.{rule.name})", *options]))
    return "\n\n".join([head, rule.summary[0], *parts])


def listing(rules: Iterable[Described], lang: str = "vi") -> str:
    """One line a rule."""
    return "\n".join(f"{r.code}  {r.name:<18} {word(SEVERITY, r.severity, lang):<9} {r.summary[lang == 'en']}" for r in rules)


def as_dict(rule: Described) -> dict[str, Any]:
    """A rule as a JSON object."""
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "summary": {"vi": rule.summary[0], "en": rule.summary[1]},
        "sections": sections(rule),
        "messages": {id: {"vi": vi, "en": en} for id, (vi, en) in rule.texts.items()},
        "options": {name: {"default": _plain(o.default), "vi": o.vi, "en": o.en} for name, o in rule.settable.items()},
    }


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _value(value: Any) -> str:
    return json.dumps(_plain(value), ensure_ascii=False)


def _indent(text: str) -> str:
    return "\n".join("  " + line.strip() if line.strip() else "" for line in text.split("\n"))
