"""The command ``config``."""

from __future__ import annotations

from typing import Any

import click

from vnreport.cli.options import CONFIG, LANG


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def config() -> None:
    """Cấu hình: tệp nào, giá trị nào (the configuration in force)."""


@config.command()
@click.argument("path", default=".", metavar="[PATH]")
@click.option("--format", "--output-format", "kind", type=click.Choice(["text", "json"]), default="text", help="Dạng đầu ra (output format).")
@CONFIG
@LANG
def show(path: str, kind: str, config: str | None, isolated: bool, lang: str | None) -> int:
    """In cấu hình có hiệu lực với PATH, và nguồn của từng giá trị (each value and where it comes from)."""
    from vnreport.check.settings import COMMAND_LINE, DEFAULT
    from vnreport.cli.configs import Configs
    from vnreport.output import json

    settings = Configs((path,), config, isolated, lang=lang).settings(path)
    english = settings.values["lang"].value == "en"
    if kind == "json":
        values = {key: {"value": _plain(s.value), "source": s.source} for key, s in settings.values.items()}
        click.echo(json.dump({"file": str(settings.file) if settings.file else None, "settings": values}, indent=2))
        return 0
    words = {DEFAULT: DEFAULT if english else "mặc định", COMMAND_LINE: COMMAND_LINE if english else "dòng lệnh"}
    none = "no configuration file" if english else "không có tệp cấu hình"
    rows = [(f"{key} = {json.dump(_plain(s.value))}", words.get(s.source, s.source)) for key, s in settings.values.items()]
    width = min(max(len(left) for left, _ in rows), 60)
    click.echo(f"# {settings.file or none}")
    for left, source in rows:
        click.echo(f"{left:<{width}}  # {source}")
    return 0


def _plain(value: Any) -> Any:
    """A value as JSON can say it."""
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, tuple):
        named = getattr(value, "_asdict", None)
        return _plain(named()) if named else [_plain(v) for v in value]
    return value if isinstance(value, str | int | float) or value is None else str(value)
