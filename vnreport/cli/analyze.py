"""The command ``analyze``."""

from __future__ import annotations

from typing import Any

import click

from vnreport.cli.options import COLOR, CONFIG, FILES, LANG, PATHS, RULES, SOURCE, colour, commas, group_of

_COMMON = group_of(CONFIG, FILES, SOURCE, LANG)


@click.command()
@PATHS
@click.option(
    "--format", "--output-format", "kind", type=click.Choice(["text", "json", "jsonl"]), default="text", help="Dạng đầu ra (output format)."
)
@commas("--layers", "LAYERS", "Chỉ những lớp này; sentences, words chỉ có khi nêu (only these layers).")
@RULES
@_COMMON
@COLOR
def analyze(
    paths: tuple[str, ...], kind: str, layers: tuple[str, ...], color: str, config: str | None, isolated: bool, posted: str | None,
    stdin_filename: str, quiet: bool, force_exclude: bool, **given: Any,
) -> int:  # fmt: skip
    """Mọi thứ có trong văn bản: ngày tháng, đơn vị, chức vụ, … (everything found)."""
    from vnreport.check.engine import examine
    from vnreport.cli.configs import Configs
    from vnreport.cli.failures import Failures, unexpected
    from vnreport.cli.work import Run
    from vnreport.document import DEFAULT_LAYERS, JSON_LAYERS
    from vnreport.output import json, text

    for name in layers:
        if name not in JSON_LAYERS:
            known = ", ".join(JSON_LAYERS)
            raise click.UsageError(f"không có lớp {name!r}; các lớp: {known} (no layer {name!r})")
    configs = Configs(paths, config, isolated, **given)
    lang = configs.general.lang
    failures = Failures(lang)
    work = Run(configs, posted, stdin_filename, quiet, force_exclude, failures=failures)
    style = text.Style(lang, colour(color))
    objects: list[dict[str, Any]] = []
    for doc, own in work.documents(paths):
        source = doc.source
        came = [name for name in work.layers(doc, [*(layers or DEFAULT_LAYERS), "issuer"]) if name != "issuer"]
        findings = examine(doc, own, lambda rule, error, source=source: failures.add([unexpected(source, rule, error)])).findings  # type: ignore[misc]
        if kind == "jsonl":
            click.echo(json.dump(json.analysis(doc, came, findings, lang)))
        elif kind == "json":
            objects.append(json.analysis(doc, came, findings, lang))
        else:
            click.echo(text.document(doc, came, findings, style) + "\n", color=style.colour)
    if kind == "json":
        click.echo(json.dump(objects, indent=2))
    return 2 if failures.sources else 0
