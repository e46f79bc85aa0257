"""Who may import whom: the table of the design, held against the source."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "vnreport"
DOMAINS = {"dates", "units", "abbreviations", "people", "citations", "quantities"}
BASE = {"document", "resources", "language"}
"""What every part may use; ``document`` and ``resources`` themselves use nothing of ours."""

MAY: dict[str, set[str]] = {
    "document": set(),
    "resources": set(),
    "language": {"document", "resources"},
    "reading": {"document", "language"},
    # A domain may use those that the pipeline computes before it.
    "abbreviations": BASE,
    "citations": BASE | {"abbreviations"},
    "dates": BASE | {"abbreviations", "citations"},
    "units": BASE | {"abbreviations", "citations", "dates"},
    "people": BASE | {"abbreviations", "citations", "dates", "units"},
    "quantities": BASE | {"abbreviations", "citations", "dates", "units", "people"},
    "pipeline": {"document", "output", *DOMAINS},
    "check": BASE | DOMAINS,
    # The package for its version; word.py writes comments into the file that the reader of Word walks.
    "output": {"", "document", "reading"},
    "corpus": {"document", "pipeline", "reading", "check", "output", *DOMAINS},
    "learn": BASE | DOMAINS | {"pipeline", "reading", "check", "corpus"},
    "api": {"document", "pipeline", "reading", "check", "corpus"},
    "cli": BASE | DOMAINS | {"", "api", "pipeline", "reading", "check", "output", "corpus", "learn", "web"},
    "web": BASE | DOMAINS | {"", "api", "pipeline", "reading", "check", "output", "corpus", "learn"},
    "__init__": {"api", "check", "document"},
    "__main__": {"cli"},
}


def part_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(file: Path) -> set[str]:
    """Parts of the package that a file imports, in functions too; ``""`` is the package itself."""
    names: list[str] = []
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}: a relative import"
            module = node.module or ""
            names += [f"vnreport.{a.name}" for a in node.names] if module == "vnreport" else [module]
    parts = [n.split(".")[1:2] for n in names if n.split(".")[0] == "vnreport"]
    # "from vnreport import dates" names a part, "from vnreport import __version__" the package.
    return {p[0] if p and ((PACKAGE / p[0]).is_dir() or (PACKAGE / f"{p[0]}.py").exists()) else "" for p in parts}


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda f: str(f.relative_to(PACKAGE)))
def test_a_part_imports_only_what_the_table_allows(file: Path) -> None:
    part = part_of(file)
    assert part in MAY, f"a new part {part!r}: say in the table what it may import"
    # The public functions of a domain take a plain text: they run the pipeline on it.
    allowed = MAY[part] | ({"pipeline"} if part in DOMAINS and file.name == "__init__.py" else set())
    extra = imported(file) - {part} - allowed
    assert not extra, f"{part} may not import {', '.join(sorted(extra))}"


def loaded(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    return set(done.stdout.split())


HEAVY = {"pandas", "numpy", "sklearn", "underthesea", "click"}


@pytest.mark.parametrize(
    "statement",
    ["import vnreport", "import vnreport; vnreport.analyze", "import vnreport.cli", *(f"import vnreport.{d}" for d in sorted(DOMAINS))],
)
def test_importing_loads_nothing_heavy(statement: str) -> None:
    assert not loaded(statement) & HEAVY


def test_checking_a_text_loads_nothing_heavy_but_numpy() -> None:
    """The tagger of persons and bodies is read with numpy; everything else stays out."""
    assert not loaded("import vnreport; vnreport.check('Ngày 24/4/2018, UBND quận họp.')") & (HEAVY - {"numpy"})


def test_importing_reads_no_table() -> None:
    code = "\n".join(
        [
            "import sys",
            "opened = []",
            "sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None)",
            "import vnreport",
            "vnreport.analyze, vnreport.check, vnreport.read",
            *(f"import vnreport.{d}" for d in sorted(DOMAINS)),
            "print([f for f in opened if f.endswith(('.tsv', '.toml', '.json', '.csv'))])",
        ]
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    assert done.stdout.strip() == "[]"


def test_importing_the_package_imports_no_part_of_it() -> None:
    assert {m for m in loaded("import vnreport") if m.startswith("vnreport.")} == set()
