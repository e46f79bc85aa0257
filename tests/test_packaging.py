"""What a wheel must carry is declared, and is there."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_data_and_models_travel_inside_the_wheel() -> None:
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert included == {"data": "vnreport/data", "models": "vnreport/models"}
    # git keeps no empty folder, and the build stops at a missing one.
    assert all(any((ROOT / folder).iterdir()) for folder in included)


def test_readme_and_licences_are_there() -> None:
    project = PROJECT["project"]
    assert all((ROOT / name).is_file() for name in [project["readme"], *project["license-files"]])


def test_the_extra_all_holds_every_extra_but_the_developers() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    (everything,) = extras["all"]
    named = set(everything.removeprefix("vnreport[").removesuffix("]").split(","))
    assert named == set(extras) - {"all", "dev"}


def test_every_table_names_its_source() -> None:
    for table in (ROOT / "data").glob("*.tsv"):
        head = [line for line in table.read_text("utf-8").split("\n")[:12] if line.startswith("#")]
        assert any("ource" in line or "ompilation" in line or "ollection" in line or "own table" in line for line in head), table.name
