"""The command ``triage``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vnreport.cli.options import CONFIG, FILES, JOBS, LANG, PATHS, QUIET, group_of

if TYPE_CHECKING:
    from vnreport.cli.configs import Configs
    from vnreport.document import Finding

    Found = tuple[str, Finding]
    """A finding and the document that it is of."""

_PLACE = re.compile(r"(.+):[0-9]{1,9}:[0-9]{1,9}")
_STATUS = click.Choice(["accepted", "false-alarm", "fixed"])
_FILE = group_of(
    click.option("--triage", "file", metavar="FILE", help="Tệp triage; mặc định lấy trong cấu hình (by default that of the configuration)."),
    CONFIG,
    LANG,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def triage() -> None:
    """Ghi lại quyết định về từng phát hiện: chấp nhận, báo nhầm, đã sửa (decisions on findings)."""


@triage.command()
@click.argument("findings", nargs=-1, required=True, metavar="FINDING...")
@click.option("--status", type=_STATUS, required=True, help="accepted: để nguyên; false-alarm: báo nhầm; fixed: đã sửa.")
@click.option("--reason", required=True, help="Vì sao (why).")
@click.option("--by", default="", metavar="NAME", help="Ai quyết định (who decided).")
@click.option("--in", "sources", multiple=True, metavar="PATH", help="Tìm dấu vết trong tệp này để ghi kèm chữ, quy tắc, nguồn (looks it up here).")
@click.option(
    "--only", multiple=True, metavar="GLOB",
    help="Chỉ có hiệu lực với những tệp này; mặc định: tệp của chỗ đã nêu; '**': mọi tệp (limits the decision to these paths).",
)
@_FILE
def add(
    findings: tuple[str, ...], status: str, reason: str, by: str, sources: tuple[str, ...], only: tuple[str, ...], file: str | None,
    config: str | None, isolated: bool, lang: str | None,
) -> int:  # fmt: skip
    """Ghi quyết định về các phát hiện.

    FINDING là chỗ như check in ra (posts/a.txt:4:26) hoặc dấu vết (fingerprint) trong --format json.
    """
    from datetime import date

    from vnreport.check import triage as t
    from vnreport.check.baseline import key
    from vnreport.check.globs import literal

    places = {given: m[1] for given in findings if (m := _PLACE.fullmatch(given))}
    paths = tuple(dict.fromkeys((*sources, *places.values())))
    target, configs = _target(file, config, isolated, lang, paths or (".",))
    for given in findings:
        if given not in places:
            t.checked(given)
    found, status_code = _found(paths, configs) if paths else ([], 0)
    text = target.read_text("utf-8-sig") if target.exists() else ""
    known = t.read(target) if text else {}
    replaced = 0
    for given in findings:
        one = _at(found, given) if given in places else _called(found, given, sources) if sources else None
        about, where = {}, only
        if one:
            source, f = one
            about = {"rule": f"{f.code} {f.name}", "text": " ".join(f.text.split())[:120], "source": key(source, target)}
        fingerprint = one[1].fingerprint if one and given in places else given
        before = known.get(fingerprint)
        if one and given in places and not only:
            where = (literal(key(one[0], target)),)
            if before and before.status == status:  # an equal finding of another file
                where = tuple(dict.fromkeys((*before.only, *where))) if before.only else ()
        replaced += before is not None and before.status != status
        known[fingerprint] = t.Decision(fingerprint, status, reason, by, date.today(), where, **about)
        text = t.put(text, known[fingerprint])
    _write(target, text)
    english = configs.general.lang == "en"
    click.echo(
        f"{target}: {len(findings)} recorded as {status}" + (f", {replaced} decided otherwise before." if replaced else ".")
        if english
        else f"{target}: đã ghi {len(findings)} quyết định {status}" + (f", thay {replaced} quyết định khác trước đó." if replaced else ".")
    )
    return status_code


def _at(found: list[Found], place: str) -> Found:
    """The finding at a place as ``check`` prints it."""
    there = [(source, f) for source, f in found if f"{source}:{f.line}:{f.column}" == place]
    if len(there) == 1:
        return there[0]
    if not there:
        raise click.UsageError(f"không có phát hiện nào ở {place} (no finding there)")
    names = ", ".join(f"{f.fingerprint} ({f.code} {f.name})" for _, f in there)
    raise click.UsageError(f"ở {place} có nhiều phát hiện, hãy dùng dấu vết (several findings, use a fingerprint): {names}")


def _called(found: list[Found], fingerprint: str, sources: tuple[str, ...]) -> Found:
    for source, f in found:
        if fingerprint in (f.fingerprint, f.fingerprint.partition(":")[0]):
            return source, f
    raise click.UsageError(f"không thấy {fingerprint} trong {', '.join(sources)} (not found there)")


@triage.command(name="list")
@click.option("--status", type=_STATUS, help="Chỉ những quyết định này (only these).")
@click.option("--format", "--output-format", "kind", type=click.Choice(["text", "json"]), default="text", help="Dạng đầu ra (output format).")
@_FILE
def list_(status: str | None, kind: str, file: str | None, config: str | None, isolated: bool, lang: str | None) -> int:
    """Các quyết định trong tệp triage (the decisions)."""
    from dataclasses import asdict

    from vnreport.check import triage as t
    from vnreport.output import json

    target, _ = _target(file, config, isolated, lang, (".",))
    chosen = [d for d in t.read(target).values() if status in (None, d.status)]
    if kind == "json":
        click.echo(json.dump([{**asdict(d), "date": d.date.isoformat() if d.date else None} for d in chosen], indent=2))
        return 0
    for d in chosen:
        parts = (d.fingerprint, d.status, d.rule, f"“{d.text}”" if d.text else "", d.reason, d.by, d.date.isoformat() if d.date else "")
        click.echo("  ".join(p for p in parts if p))
    return 0


@triage.command()
@PATHS
@click.option("--fixed", is_flag=True, help="Bỏ cả những mục đã sửa (drop those called fixed, too).")
@FILES
@JOBS
@QUIET
@_FILE
def prune(
    paths: tuple[str, ...], fixed: bool, file: str | None, config: str | None, isolated: bool, lang: str | None, force_exclude: bool,
    jobs: int, quiet: bool, exclude: tuple[str, ...],
) -> int:  # fmt: skip
    """Bỏ những quyết định không còn ứng với phát hiện nào trong PATH (drop decisions on what is gone)."""
    from vnreport.check import triage as t
    from vnreport.check.baseline import key

    target, configs = _target(file, config, isolated, lang, paths, exclude=exclude)
    checked: set[str] = set()
    found, status = _found(paths, configs, force_exclude=force_exclude, jobs=jobs, quiet=quiet, checked=checked)
    there = {name for _, f in found for name in (f.fingerprint, f.fingerprint.partition(":")[0])}
    if status:
        raise click.UsageError("có tệp không kiểm tra được nên không bỏ gì (nothing dropped: some files could not be checked)")
    known = t.read(target)
    here = {key(source, target) for source in checked}
    gone = [
        d.fingerprint
        for d in known.values()
        if d.fingerprint not in there
        and (d.silences or fixed)
        # A decision on a document that was not checked may still be needed, unless that document is gone.
        and (not d.source or d.source in here or not (target.absolute().parent / d.source).exists())
    ]
    _write(target, t.drop(target.read_text("utf-8-sig"), gone))
    if not quiet:
        left = len(known) - len(gone)
        click.echo(f"{target}: {len(gone)} dropped, {left} left." if configs.general.lang == "en" else f"{target}: bỏ {len(gone)}, còn {left}.")
    return 0


def _target(
    file: str | None, config: str | None, isolated: bool, lang: str | None, paths: tuple[str, ...], **given: Any
) -> tuple[Path, Configs]:
    from vnreport.cli.configs import Configs

    configs = Configs(paths, config, isolated, lang=lang, **given)
    target = Path(file) if file else configs.general.triage
    if target is None:
        raise click.UsageError("chưa biết tệp triage: dùng --triage FILE hoặc ghi triage = … trong cấu hình (no triage file given)")
    return target, configs


def _found(
    paths: tuple[str, ...], configs: Configs, *, force_exclude: bool = False, jobs: int = 0, quiet: bool = True, checked: set[str] | None = None
) -> tuple[list[Found], int]:
    """The findings of documents, nothing silenced by decisions; and 2 where something could not be checked."""
    from vnreport.cli.failures import Failures
    from vnreport.cli.work import Run

    failures = Failures(configs.general.lang)
    found: list[Found] = []
    for one, _ in Run(configs, quiet=quiet, force_exclude=force_exclude, jobs=jobs, failures=failures).outcomes(paths):
        if checked is not None:
            checked.add(one.document.source or "-")
        found += ((one.document.source or "-", f) for f in one.findings)
    return found, 2 if failures.told else 0


def _write(target: Path, text: str) -> None:
    from vnreport.cli.files import write_whole

    try:
        write_whole(target, text.encode("utf-8", "replace"))  # bytes of a file name that are no UTF-8
    except OSError as error:
        raise click.UsageError(f"{target}: không ghi được: {error.strerror} (cannot write)") from None
