"""The command ``baseline``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vnreport.cli.options import CONFIG, FILES, JOBS, LANG, PATHS, QUIET, RULES, commas, group_of

if TYPE_CHECKING:
    from vnreport.check.baseline import Entries, Entry
    from vnreport.document import Finding

_FILE = click.option("--baseline", metavar="FILE", help="Tệp baseline; mặc định lấy trong cấu hình (the file; by default that of the configuration).")
_COMMON = group_of(_FILE, CONFIG, RULES, FILES, JOBS, QUIET, LANG)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def baseline() -> None:
    """Những phát hiện đã có từ trước: chỉ báo phát hiện mới (findings that were there before)."""


@baseline.command()
@PATHS
@click.option("--force", is_flag=True, help="Ghi đè tệp đã có (overwrite).")
@_COMMON
def create(paths: tuple[str, ...], force: bool, **given: Any) -> int:
    """Ghi mọi phát hiện hiện có vào một tệp baseline mới (all findings of now)."""
    from vnreport.check import baseline as b

    work = _Work(paths, given)
    if work.file.exists() and not force:
        raise click.UsageError(f"{work.file} đã có: dùng update, prune, hoặc --force (exists: use update, prune or --force)")
    found = {key: b.entries(findings) for key, (findings, _) in work.found.items()}
    work.write(found)
    work.tell(f"ghi {_total(found)} phát hiện của {len(found)} tệp", f"{_total(found)} findings of {len(found)} files written")
    return work.status()


@baseline.command()
@PATHS
@commas("--add", "FINGERPRINTS", "Nhận thêm những phát hiện mới này (take in these new findings).")
@click.option("--add-new", is_flag=True, help="Nhận thêm mọi phát hiện mới (take in all new findings).")
@_COMMON
def update(paths: tuple[str, ...], add: tuple[str, ...], add_new: bool, **given: Any) -> int:
    """Bỏ phát hiện không còn, theo tệp đổi tên; phát hiện mới chỉ nhận khi được nêu (new findings only when named)."""
    from vnreport.check import baseline as b

    work = _Work(paths, given)
    known = b.read(work.file)
    found = {key: b.entries(findings) for key, (findings, _) in work.found.items()}
    renamed = b.moved(known, found, [k for k in known if k not in found and not work.exists(k)])
    for old, new in renamed.items():
        known[new] = known.pop(old)
        work.tell(f"{old} nay là {new}", f"{old} is now {new}")
    gone = _prune(work, known)
    fresh: list[tuple[str, Finding]] = []
    added = 0
    offered: set[str] = set()
    for key, (findings, _) in work.found.items():
        for f in b.fresh(findings, known.get(key, {})):
            d = b.digest(f.fingerprint)
            offered |= {f.fingerprint, d}
            if add_new or f.fingerprint in add or d in add:
                added += 1
                rows = known.setdefault(key, {})
                rows[d] = b.Entry(rows[d].count + 1, f.code, f.name, rows[d].text) if d in rows else b.entries([f])[d]
            else:
                fresh.append((key, f))
    if wrong := [name for name in add if name not in offered]:
        raise click.UsageError(f"--add {', '.join(wrong)}: không phát hiện mới nào có dấu vết này, chưa ghi gì (no new finding has it)")
    work.write(known)
    for key, f in fresh:
        click.echo(f"{key}:{f.line}:{f.column}: {f.code} {f.name} {f.fingerprint} {' '.join(f.text.split())[:60]}")
    work.tell(
        f"bỏ {gone}, nhận thêm {added}; {len(fresh)} phát hiện mới không nhận (xem --add)",
        f"{gone} dropped, {added} added; {len(fresh)} new findings not taken in (see --add)",
    )
    return work.status() or int(bool(fresh))


@baseline.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@_COMMON
def prune(paths: tuple[str, ...], **given: Any) -> int:
    """Bỏ khỏi baseline những phát hiện, những tệp không còn (drop what is gone). Không nêu PATH: chỉ bỏ tệp đã mất."""
    from vnreport.check import baseline as b

    work = _Work(paths, given)
    known = b.read(work.file)
    gone = _prune(work, known)
    for key in [k for k in known if k not in work.found and not work.exists(k)]:
        gone += _total({key: known.pop(key)})
    work.write(known)
    work.tell(f"bỏ {gone} phát hiện không còn; còn {_total(known)}", f"{gone} dropped; {_total(known)} left")
    return work.status()


@baseline.command()
@_FILE
@CONFIG
@LANG
def show(**given: Any) -> int:
    """Đếm phát hiện trong baseline theo quy tắc (counts by rule)."""
    from vnreport.check import baseline as b

    known = b.read(_Work((), given).file)
    counts: Counter[tuple[str, str]] = Counter()
    for rows in known.values():
        for e in rows.values():
            counts[e.code, e.name] += e.count
    for (code, name), count in sorted(counts.items()):
        click.echo(f"{count:>7}  {code} {name}")
    return 0


class _Work:
    """Checks the documents of a command: their findings that no triage file silences, by their key in the baseline."""

    def __init__(self, paths: tuple[str, ...], given: dict[str, Any]) -> None:
        from vnreport.check.baseline import key
        from vnreport.check.decisions import Decisions
        from vnreport.cli.configs import Configs
        from vnreport.cli.failures import Failures
        from vnreport.cli.work import Run

        file, config, isolated = given.pop("baseline"), given.pop("config"), given.pop("isolated")
        options = {name: given.pop(name, default) for name, default in (("force_exclude", False), ("jobs", 0), ("quiet", False))}
        configs = Configs(paths, config, isolated, **given)
        chosen = Path(file) if file else configs.general.baseline
        if chosen is None:
            raise click.UsageError("chưa biết tệp baseline: dùng --baseline FILE hoặc ghi baseline = … trong cấu hình (no baseline file given)")
        self.file: Path = chosen
        self.lang, self.quiet = configs.general.lang, options["quiet"]
        self.failures = Failures(self.lang)
        run = Run(configs, quiet=self.quiet, force_exclude=options["force_exclude"], jobs=options["jobs"], failures=self.failures)
        decisions = Decisions()
        self.found: dict[str, tuple[tuple[Finding, ...], set[str]]] = {}
        for checked, own in run.outcomes(paths):
            source = checked.document.source
            findings = decisions.apply(source, checked.findings, own, baselines=False)[0]
            if source not in {s for s, _ in self.failures.told}:  # one that failed in part has unknown findings
                self.found[key(source, self.file)] = (findings, {r.name for r in own.rules(source)})

    def exists(self, key: str) -> bool:
        return (self.file.absolute().parent / key).exists()

    def write(self, documents: Entries) -> None:
        from vnreport.check.baseline import dump
        from vnreport.cli.files import write_whole

        try:
            write_whole(self.file, dump(documents).encode("utf-8", "backslashreplace"))  # bytes of a file name that are no UTF-8
        except OSError as error:
            raise click.UsageError(f"{self.file}: không ghi được: {error.strerror} (cannot write)") from None

    def tell(self, vi: str, en: str) -> None:
        if not self.quiet:
            click.echo(f"{self.file}: {en if self.lang == 'en' else vi}.")

    def status(self) -> int:
        return 2 if self.failures.told else 0


def _prune(work: _Work, known: Entries) -> int:
    """Drop what the checked documents no longer have; how many that was."""
    from vnreport.check import baseline as b

    before = _total(known)
    for key, (findings, ran) in work.found.items():
        if key in known:
            known[key] = b.lowered(findings, known[key], ran)
    return before - _total(known)


def _total(documents: dict[str, dict[str, Entry]]) -> int:
    return sum(e.count for rows in documents.values() for e in rows.values())
