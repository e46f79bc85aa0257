"""What the readmes show is what the program prints; ``--update-snapshots`` writes it anew."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
READMES = [ROOT / "README.md", ROOT / "README.vi.md"]
SCREEN = re.compile(r"^    \$ vnreport (check .*)\n((?:    .*\n|\n)*)", re.M)


def printed(arguments: str) -> str:
    command = [sys.executable, "-m", "vnreport", *arguments.split()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return f"{done.stdout.strip()}\n\n{done.stderr.strip()}".strip()


@pytest.mark.parametrize("path", READMES, ids=lambda p: p.name)
def test_screenful_is_what_the_command_prints(path: Path, update_snapshots: bool) -> None:
    text = path.read_text("utf-8")
    shown = SCREEN.search(text)
    assert shown
    wanted = printed(shown[1])
    if update_snapshots:
        block = "".join(f"    {line}\n" if line else "\n" for line in wanted.split("\n"))
        path.write_text(text[: shown.start(2)] + "\n" + block + "\n" + text[shown.end(2) :], "utf-8")
    else:
        assert re.sub(r"^    ", "", shown[2], flags=re.M).strip() == wanted


@pytest.mark.parametrize("path", READMES, ids=lambda p: p.name)
def test_python_example_runs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"^```python\n(.*?)^```", path.read_text("utf-8"), flags=re.M | re.S)
    assert blocks
    for block in blocks:
        exec(compile(block, path.name, "exec"), {})


@pytest.mark.parametrize("path", [*READMES, ROOT / "CONTRIBUTING.md", ROOT / "docs" / "architecture.md"], ids=lambda p: p.name)
def test_every_place_named_is_there(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target
