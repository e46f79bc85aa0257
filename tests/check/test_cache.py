"""Kept results: what the key depends on, and what happens to damaged entries."""

from collections.abc import Callable
from pathlib import Path

import pytest

from vnreport.check.cache import Cache
from vnreport.check.config import Config
from vnreport.check.engine import examine
from vnreport.cli.work import Task, Worker
from vnreport.document import KnownAbbreviation, UserFacts
from vnreport.pipeline import attach
from vnreport.reading import read_text

TEXT = "Sáng thứ Hai, ngày 24/4/2018, UBND quận Cẩm Lệ họp; hội nghị đã đã kết thúc. Bãi bỏ NVQS."
BASE = Config(select=("DAT", "TXT"), root=Path("/archive"))


def test_a_result_comes_back_as_it_was(tmp_path: Path) -> None:
    result = examine(attach(read_text(TEXT)), BASE)
    assert result.findings
    store = Cache(tmp_path)
    store.put("0123", result)
    back = store.get("0123")
    assert back == result
    assert back and [f.message.text("en") for f in back.findings] == [f.message.text("en") for f in result.findings]


def key(content: bytes = b"abc", path: str = "/archive/a.txt", posted: str | None = None, config: Config = BASE) -> str:
    return Cache(Path("none")).key(content, path, posted, config)


@pytest.mark.parametrize(
    "other",
    [
        lambda: key(content=b"abd"),
        lambda: key(path="/archive/a.html"),
        lambda: key(posted="2018-04-24"),
        lambda: key(config=Config(select=("DAT",))),
        lambda: key(config=Config(select=("DAT", "TXT"), min_confidence=0.5)),
        lambda: key(config=Config(select=("DAT", "TXT"), severity={"DAT": "info"})),
        lambda: key(config=Config(select=("DAT", "TXT"), options={"doubled-word": {"allow": ("đã đã",)}})),
        lambda: key(config=Config(select=("DAT", "TXT"), facts=UserFacts((KnownAbbreviation("A", "b"),)))),
        lambda: key(config=Config(select=("DAT", "TXT"), per_file_ignores={"*.txt": ("DAT",)})),
    ],
)
def test_the_key_changes_with_everything_a_result_depends_on(other: Callable[[], str]) -> None:
    assert other() != key()


def test_the_key_does_not_depend_on_what_no_result_depends_on() -> None:
    assert key(path="/archive/b/c.txt") == key()
    assert key(config=Config(select=("DAT", "TXT"), lang="en", fail_level="error", triage=Path("t.toml"))) == key()


def test_the_key_changes_with_the_program_and_its_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from vnreport.check import cache

    before = key()
    monkeypatch.setattr(cache.resources, "path", lambda kind: tmp_path)
    cache._program.cache_clear()
    try:
        assert key() != before
    finally:
        cache._program.cache_clear()


@pytest.mark.parametrize("damage", [lambda t: "", lambda t: t[:50], lambda t: t.replace("2018", "2019"), lambda t: "x\n[]", lambda t: "\udcff"])
def test_a_damaged_entry_counts_as_absent(tmp_path: Path, damage: Callable[[str], str]) -> None:
    store = Cache(tmp_path)
    store.put("0123", examine(attach(read_text(TEXT)), BASE))
    [file] = [f for f in tmp_path.rglob("*") if f.name == "23"]
    file.write_bytes(damage(file.read_text("utf-8")).encode("utf-8", "surrogateescape"))
    assert store.get("0123") is None


def test_a_kept_result_spares_the_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = Worker((BASE,), cache=Cache(tmp_path))
    task = Task("a.txt", TEXT.encode(), 0)
    first = worker.check(task)
    monkeypatch.setattr("vnreport.cli.work.examine", lambda *_: pytest.fail("the rules ran"))
    again = worker.check(task)
    assert first.checked and again.checked and first.checked.findings == again.checked.findings
    assert (first.checked.looked_at, first.failures) == (again.checked.looked_at, again.failures)


def test_what_failed_in_part_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnreport.dates.annotator.annotate", lambda doc: 1 / 0)
    outcome = Worker((BASE,), cache=Cache(tmp_path)).check(Task("a.txt", TEXT.encode(), 0))
    assert outcome.failures and not list(tmp_path.iterdir())
