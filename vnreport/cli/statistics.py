"""``check --statistics``: how many findings, by rule, by file and by issuer, in place of the findings themselves."""

from __future__ import annotations

from collections import Counter
from typing import Any

from vnreport.document import Issuer
from vnreport.output.json import dump
from vnreport.output.report import Checked, Summary

_MOST = 20
_HEADS = {
    "rules": ("Theo quy tắc", "By rule"),
    "files": ("Theo tệp", "By file"),
    "issuers": ("Theo nơi ban hành", "By issuer"),
}


class Statistics:
    """A renderer, as those of the output formats."""

    def __init__(self, kind: str, lang: str) -> None:
        self._json = kind == "json"
        self._lang = lang
        self._counts: dict[str, Counter[str]] = {name: Counter() for name in _HEADS}

    def add(self, checked: Checked) -> str:
        """Count a document."""
        if checked.findings:
            self._counts["rules"].update(f"{f.code} {f.name}" for f in checked.findings)
            self._counts["files"][checked.document.source or "-"] += len(checked.findings)
            self._counts["issuers"][_called(checked.document.layers.get("issuer"), self._lang)] += len(checked.findings)
        return ""

    def close(self, summary: Summary) -> str:
        """The tables, the highest counts first."""
        if self._json:
            data: dict[str, Any] = {name: [{"name": n, "count": c} for n, c in _sorted(counts)] for name, counts in self._counts.items()}
            return dump(data, indent=2) + "\n"
        english = self._lang == "en"
        lines: list[str] = []
        for name, counts in self._counts.items():
            if not counts:
                continue
            lines.append(_HEADS[name][english] + ":")
            rows = _sorted(counts)
            lines += [f"{count:>7}  {what}" for what, count in rows[:_MOST]]
            if len(rows) > _MOST:
                rest = sum(c for _, c in rows[_MOST:])
                lines.append(f"{rest:>7}  … {len(rows) - _MOST} others" if english else f"{rest:>7}  … {len(rows) - _MOST} mục khác")
            lines.append("")
        return "\n".join(lines)


def _sorted(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))


def _called(issuer: Issuer | None, lang: str) -> str:
    if issuer is None or not issuer.name:
        return "unknown" if lang == "en" else "không rõ"
    above = issuer.province if issuer.province != issuer.name else None
    return ", ".join(p for p in (f"{issuer.level or ''} {issuer.name}".strip(), above) if p)
