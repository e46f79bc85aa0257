"""What was decided before on the findings of a run: the triage file and the baseline, applied document by document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from vnreport.check import baseline, triage
from vnreport.check.config import Config
from vnreport.document import Finding


class Decisions:
    """Silences what a triage file or a baseline knows.

    Attributes
    ----------
    stale : Counter
        Baseline -> how many of its entries the documents no longer have.
    returned : list of str
        Places and fingerprints of findings that a triage file calls fixed and that are there.
    unused : set of (Path, str)
        Decisions of triage files on the documents that met no finding.
    """

    def __init__(self) -> None:
        self.stale: Counter[Path] = Counter()
        self.returned: list[str] = []
        self.unused: set[tuple[Path, str]] = set()
        self._triage: dict[Path, dict[str, triage.Decision]] = {}
        self._about: dict[Path, dict[str, list[triage.Decision]]] = {}
        self._baselines: dict[Path, baseline.Entries] = {}

    def apply(
        self, source: str | None, findings: Sequence[Finding], config: Config, *, baselines: bool = True
    ) -> tuple[tuple[Finding, ...], dict[str, int]]:
        """The findings to tell, and how many are silenced by what."""
        kept = list(findings)
        silenced: dict[str, int] = {}
        if config.triage:
            kept = self._by_triage(source, kept, config.triage)
            silenced["triage"] = len(findings) - len(kept)
        if config.baseline and baselines:
            before = len(kept)
            kept = self._by_baseline(source, kept, config.baseline, {r.name for r in config.rules(source)})
            silenced["baseline"] = before - len(kept)
        return tuple(kept), {reason: n for reason, n in silenced.items() if n}

    def _by_triage(self, source: str | None, findings: list[Finding], file: Path) -> list[Finding]:
        if file not in self._triage:
            # Before the first decision there is no file.
            self._triage[file] = triage.read(file) if file.exists() else {}
            self._about[file] = {}
            for d in self._triage[file].values():
                self._about[file].setdefault(d.source, []).append(d)
        known = self._triage[file]
        kept = []
        met = set()
        for f in findings:
            decision = triage.find(known, f.fingerprint, source, file.parent)
            if decision:
                met.add(decision.fingerprint)
                if not decision.silences:
                    self.returned.append(f"{source or '-'}:{f.line}:{f.column} {f.fingerprint}")
            if not decision or not decision.silences:
                kept.append(f)
        about = self._about[file].get(baseline.key(source, file), ())
        self.unused |= {(file, d.fingerprint) for d in about if d.silences and d.fingerprint not in met}
        return kept

    def _by_baseline(self, source: str | None, findings: list[Finding], file: Path, ran: set[str]) -> list[Finding]:
        if file not in self._baselines:
            self._baselines[file] = baseline.read(file)
        known = self._baselines[file].get(baseline.key(source, file), {})
        self.stale[file] += sum(e.count for e in baseline.stale(findings, known, ran).values())
        return baseline.fresh(findings, known)
