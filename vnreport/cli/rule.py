"""The command ``rule``."""

from __future__ import annotations

import click

from vnreport.cli.options import LANG


@click.command()
@click.argument("rule", required=False, metavar="[CODE|NAME]")
@click.option("--all", "everything", is_flag=True, help="Mọi quy tắc (all rules).")
@click.option("--format", "--output-format", "kind", type=click.Choice(["text", "json"]), default="text", help="Dạng đầu ra (output format).")
@LANG
def rule(rule: str | None, everything: bool, kind: str, lang: str | None) -> int:
    """Một quy tắc kiểm tra gì, vì sao, ví dụ (what a rule checks, why, examples)."""
    from vnreport.check.registry import matching, rules
    from vnreport.output import json
    from vnreport.output import rules as pages

    chosen = list(matching([rule])) if rule else list(rules())
    if kind == "json":
        data = [pages.as_dict(r) for r in chosen]
        click.echo(json.dump(data if everything or not rule else data[0] if len(data) == 1 else data, indent=2))
    elif rule or everything:
        click.echo("\n\n\n".join(pages.page(r, lang or "vi") for r in chosen))
    else:
        click.echo(pages.listing(chosen, lang or "vi"))
    return 0
