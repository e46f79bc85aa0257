from pathlib import Path

import pytest

from vnreport.check.globs import matches


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*.txt", "a.txt", True),
        ("*.txt", "x/y/a.txt", True),
        ("*.txt", "a.html", False),
        ("bao-cao", "bao-cao/2019/a.txt", True),
        ("bao-cao/", "x/bao-cao/a.txt", True),
        ("bao-cao/*.txt", "bao-cao/a.txt", True),
        ("bao-cao/*.txt", "bao-cao/2019/a.txt", False),
        ("bao-cao/**", "bao-cao/2019/a.txt", True),
        ("bao-cao/**/a.txt", "bao-cao/a.txt", True),
        ("**/2019/*", "x/y/2019/a.txt", True),
        ("bao-cao/2019", "x/bao-cao/2019/a.txt", False),
        ("20[12]?", "2019/a.txt", True),
        ("20[!12]?", "2019/a.txt", False),
        ("./a.txt", "a.txt", True),
        ("a.txt", "./a.txt", True),
        ("a+b (1).txt", "a+b (1).txt", True),
    ],
)
def test_patterns(pattern: str, path: str, expected: bool) -> None:
    assert matches(path, [pattern]) is expected


def test_patterns_start_from_the_folder_of_the_configuration() -> None:
    assert matches("/archive/2019/a.txt", ["2019/*"], Path("/archive"))
    assert not matches("/other/2019/a.txt", ["2019/*"], Path("/archive"))
    assert matches("/other/2019/a.txt", ["/other/**"], Path("/archive"))
    assert matches("/archive/2019/a.txt", ["/archive/2019"], Path("/archive"))
    assert not matches("/archive/2019/a.txt", ["archive"], Path("/archive"))
