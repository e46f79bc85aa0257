"""What to check, how strictly, and what the user knows."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from vnreport.check.errors import ConfigError, unknown
from vnreport.check.globs import matches
from vnreport.check.registry import Rule, Value, matching, named, rules
from vnreport.document import NO_FACTS, SEVERITIES, UserFacts

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Config:
    """A choice of rules, and what goes with it.

    Make one here, or read it from ``vnreport.toml`` or ``pyproject.toml`` with :meth:`load`.

    Parameters
    ----------
    select : tuple of str
        Rules to run: codes, prefixes of codes ("DAT"), names, or "ALL".
    ignore : tuple of str
        Rules to leave out.
    min_confidence : float
        Findings below it are dropped.
    fail_level : {"info", "warning", "error"}
        The mildest severity that makes ``vnreport check`` exit with 1.
    severity : dict
        Selector of rules -> severity of their findings; a name or code goes before an area, that before "ALL".
    per_file_ignores : dict
        Pattern of paths -> rules to leave out there.
    options : dict
        Name of a rule -> option -> value. Every rule has ``allow``, the texts that it is not to report.
    facts : UserFacts
        Abbreviations, officials and bodies that the user knows.
    lang : {"vi", "en"}
        Language of the messages.
    exclude : tuple of str
        Patterns of paths to leave out of folders.
    triage, baseline : Path, optional
        Files with what was decided on findings, and with the findings that were there before.
    cache : Path, optional
        Folder of the results of earlier runs.
    root : Path, optional
        The folder that the patterns of paths start from.

    Raises
    ------
    ConfigError
        If a rule, a severity, an option or a value is unknown; it is a ``ValueError``.

    Examples
    --------
    >>> [r.code for r in Config(select=("DAT",), ignore=("date-order",)).rules()][:2]
    ['DAT001', 'DAT002']
    >>> Config(severity={"DAT": "info", "date-invalid": "error"}).severity_of("date-invalid")
    'error'
    """

    select: tuple[str, ...] = ("ALL",)
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.0
    fail_level: str = "warning"
    severity: Mapping[str, str] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    facts: UserFacts = NO_FACTS
    lang: str = "vi"
    exclude: tuple[str, ...] = ()
    triage: Path | None = None
    baseline: Path | None = None
    cache: Path | None = None
    root: Path | None = None

    def __post_init__(self) -> None:
        _chosen(tuple(self.select), tuple(self.ignore))
        if not 0 <= self.min_confidence <= 1:
            raise ConfigError(f"độ tin cậy phải từ 0 đến 1, không phải {self.min_confidence}", f"not a confidence: {self.min_confidence}")
        for level in (self.fail_level, *self.severity.values()):
            if level not in SEVERITIES:
                raise unknown("mức", "severity", level, SEVERITIES)
        if self.lang not in LANGUAGES:
            raise unknown("ngôn ngữ", "language", self.lang, LANGUAGES)
        for selectors in (tuple(self.severity), *self.per_file_ignores.values()):
            _chosen(tuple(selectors), ())
        # By name, whether a name or a code was given.
        object.__setattr__(self, "options", {named(name).name: values for name, values in self.options.items()})
        for name, values in self.options.items():
            _check_options(named(name), values)

    @classmethod
    def load(cls, path: str | os.PathLike[str] = ".") -> Config:
        """The configuration of a file, or the one that holds for a path: the nearest upwards; the defaults where there is none.

        Parameters
        ----------
        path : str or path
            A ``.toml`` file with a configuration, or a file or folder to check.

        Raises
        ------
        ConfigError
            If the file cannot be read or says something unknown.
        """
        from vnreport.check.settings import find, load

        given = Path(path)
        return load(given if given.suffix == ".toml" else find(given)).config()

    def rules(self, path: str | None = None) -> tuple[Rule, ...]:
        """The rules to run on the document at ``path``, by code, with their options set."""
        ignore = [*self.ignore]
        for pattern, selectors in self.per_file_ignores.items():
            if path is not None and matches(path, [pattern], self.root):
                ignore += selectors
        chosen = _chosen(tuple(self.select), tuple(ignore))
        return tuple(r.configured(self.options[r.name]) if r.name in self.options else r for r in chosen) if self.options else chosen

    def severity_of(self, name: str) -> str | None:
        """The severity that the findings of a rule are given; ``None``: their own."""
        if not self.severity:
            return None
        rule = named(name)
        known = {s.lower(): level for s, level in self.severity.items()}
        selectors = (rule.name, *(rule.code[:n].lower() for n in range(len(rule.code), 0, -1)), "all")
        return next((known[s] for s in selectors if s in known), None)

    def allowed(self, name: str) -> frozenset[str]:
        """The texts that a rule is not to report, with white space run together."""
        given = self.options.get(name, {}).get("allow", ())
        return frozenset(" ".join(t.split()) for t in given) if isinstance(given, tuple) else frozenset()


@cache
def _chosen(select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    chosen = {r.name for r in matching(select)} - {r.name for r in matching(ignore)}
    return tuple(r for r in rules() if r.name in chosen)


def _check_options(rule: Rule, values: Mapping[str, Value]) -> None:
    known = rule.settable
    for name, value in values.items():
        if name not in known:
            raise unknown(f"tùy chọn của {rule.name}", f"option of {rule.name}", name, known)
        default = known[name].default
        # A whole number will do for a number, but yes and no are none.
        fits = type(value) is type(default) or (type(default) is float and type(value) is int)
        if not fits or (isinstance(value, tuple) and not all(isinstance(v, str) for v in value)):
            vi, en = KINDS[type(default)]
            raise ConfigError(f"rules.{rule.name}.{name} phải là {vi}, không phải {value!r}", f"not {en}")


KINDS: Mapping[type, tuple[str, str]] = {
    bool: ("true hoặc false", "true or false"),
    int: ("số nguyên", "a whole number"),
    float: ("số", "a number"),
    str: ("chữ", "a text"),
    tuple: ("danh sách chữ", "a list of texts"),
    dict: ("bảng", "a table"),
}
"""What kinds of values are called."""
