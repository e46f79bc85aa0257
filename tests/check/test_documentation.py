"""What docs/configuration.md says, held against the program."""

import re
from pathlib import Path

import pytest

from vnreport.check import settings
from vnreport.check.config import Config
from vnreport.cli.app import group

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "configuration.md"

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="the documentation is not here")


def test_the_example_is_a_configuration_with_every_key(tmp_path: Path) -> None:
    example = re.findall(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.S)[0]
    (tmp_path / "vnreport.toml").write_text("", "utf-8")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "vnreport.toml").write_text(example, "utf-8")
    config = Config.load(tmp_path / "posts" / "a.txt")
    assert config.facts.officials[0].name == "Lưu Thị Mỹ Hạnh" and config.severity_of("doubled-word") == "warning"
    for key in settings.KEYS:
        assert re.search(rf"^\[*{key}\b", example, re.M), f"docs/configuration.md lacks {key}"


@pytest.mark.parametrize("file", ["docs/configuration.md", "docs/examples/github-workflow.yml", ".pre-commit-hooks.yaml"])
def test_options_and_commands_that_are_named_exist(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    known = {option for command in _all(group) for p in command.params for option in p.opts}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) <= known
    for name, sub in re.findall(r"vnreport (triage|baseline|config) ([a-z]+)", text):
        assert sub in group.commands[name].commands  # type: ignore[attr-defined]


def _all(command: object) -> list[object]:
    return [command, *(c for sub in getattr(command, "commands", {}).values() for c in _all(sub))]
