"""What to check, and how strictly."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from vnreport.check.registry import Rule, matching, rules
from vnreport.document import SEVERITIES


@dataclass(frozen=True, slots=True)
class Config:
    """A choice of rules.

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

    Raises
    ------
    ValueError
        If a selector or a severity is unknown.

    Examples
    --------
    >>> [r.code for r in Config(select=("DAT",), ignore=("date-order",)).rules()][:2]
    ['DAT001', 'DAT002']
    """

    select: tuple[str, ...] = ("ALL",)
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.0
    fail_level: str = "warning"

    def __post_init__(self) -> None:
        if self.fail_level not in SEVERITIES:
            raise ValueError(f"mức {self.fail_level!r} không có; các mức: {', '.join(SEVERITIES)} (no severity {self.fail_level!r})")
        _chosen(self.select, self.ignore)

    def rules(self) -> tuple[Rule, ...]:
        """The rules to run, by code."""
        return _chosen(self.select, self.ignore)


@cache
def _chosen(select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    chosen = {r.name for r in matching(select)} - {r.name for r in matching(ignore)}
    return tuple(r for r in rules() if r.name in chosen)
