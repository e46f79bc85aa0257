"""The annotated corpus of our own: its format, its size, its splits, its card."""

import importlib.util
import shutil
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

from vnreport.learn.gold import load
from vnreport.learn.tagger import site_of

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "data" / "corpus"
DOCUMENTS = list(load(CORPUS))


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"tools_{name}", ROOT / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_document_holds_the_format() -> None:
    assert list(tool("corpus").problems(CORPUS)) == []


def test_it_is_large_and_of_many_sites() -> None:
    sites = Counter(site_of(g.id) for g in DOCUMENTS)
    assert len(DOCUMENTS) >= 150
    assert len(sites) >= 45
    assert max(sites.values()) <= 8


def test_all_genres_and_levels_occur() -> None:
    assert {g.data["genre"] for g in DOCUMENTS} == {"news-post", "legal-document", "news-article"}
    levels = Counter((g.data["issuer"] or {}).get("level") for g in DOCUMENTS)
    assert {"tỉnh", "huyện", "quận", "thành phố", "thị xã", "xã", "phường"} <= set(levels)


def test_some_documents_are_clean_and_many_kinds_of_slips_occur() -> None:
    assert sum(not g.data["inconsistencies"] for g in DOCUMENTS) >= 20
    assert len({r["kind"] for g in DOCUMENTS for r in g.data["inconsistencies"]}) >= 15


def test_every_site_has_one_fold_and_folds_are_of_like_size() -> None:
    lines = [line.split("\t") for line in (CORPUS / "splits.tsv").read_text("utf-8").splitlines() if not line.startswith("#")][1:]
    fold = {site: int(k) for site, k in lines}
    assert len(fold) == len(lines)
    assert set(fold) == {site_of(g.id) for g in DOCUMENTS}
    sizes = Counter(fold[site_of(g.id)] for g in DOCUMENTS)
    assert set(sizes) == {0, 1, 2, 3, 4}
    assert max(sizes.values()) <= 1.3 * min(sizes.values())


def test_the_card_counts_all_documents_and_sites() -> None:
    """The other counts are written by ``tools/corpus_card.py`` when documents were changed."""
    sites = {site_of(g.id) for g in DOCUMENTS}
    assert f"**{len(DOCUMENTS)} documents of {len(sites)} sites**" in (CORPUS / "README.md").read_text("utf-8")


def test_the_card_is_written_by_its_tool(tmp_path: Path) -> None:
    for g in DOCUMENTS[:3]:
        shutil.copytree(g.path.parent, tmp_path / g.id)
    (tmp_path / "README.md").write_text("before\n<!-- counts: tools/corpus_card.py -->\n<!-- end of counts -->\nafter\n", "utf-8")
    card = tool("corpus_card")
    assert card.main(["--check", str(tmp_path)]) == 1
    assert card.main([str(tmp_path)]) == 0
    assert card.main(["--check", str(tmp_path)]) == 0
    text = (tmp_path / "README.md").read_text("utf-8")
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "**3 documents of" in text
