"""The counts in the data card of the annotated corpus, and the folds of its sites.

    python tools/corpus_card.py [FOLDER]           write them into FOLDER/README.md and FOLDER/splits.tsv (data/corpus)
    python tools/corpus_card.py --check [FOLDER]   say whether they are as the documents are

A site keeps its fold; new ones get one by turns, the largest first.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from vnreport.learn.cards import table
from vnreport.learn.gold import Gold, load
from vnreport.learn.tagger import site_of

FOLDS = 5
LAYERS = ("dates", "abbreviations", "persons", "officials", "units", "organisations", "citations", "inconsistencies")
BEGIN, END = "<!-- counts: tools/corpus_card.py -->", "<!-- end of counts -->"
HEAD = """\
# Folds of the sites for cross-validation: documents of one site are never on both sides. Written by tools/corpus_card.py.
site\tfold
"""


def counts(documents: list[Gold]) -> str:
    """The tables of the card."""
    sites = Counter(site_of(g.id) for g in documents)
    rows = {layer: sum(len(g.data[layer]) for g in documents) for layer in LAYERS}
    syllables = sum(len(g.text.split()) for g in documents)
    genres = Counter(g.data["genre"] for g in documents)
    levels = Counter((g.data["issuer"] or {}).get("level") or "none" for g in documents)
    years = Counter((g.data["meta"]["posted"] or "none")[:4] for g in documents)
    kinds = Counter(r["kind"].partition(":")[0] for g in documents for r in g.data["inconsistencies"])
    clean = sum(not g.data["inconsistencies"] for g in documents)
    by_site = []
    for site in sorted(sites):
        own = [g for g in documents if site_of(g.id) == site]
        by_site.append((site, len(own), sum(len(g.text) for g in own), *(sum(len(g.data[layer]) for g in own) for layer in LAYERS)))
    return "\n\n".join(
        [
            f"**{len(documents)} documents of {len(sites)} sites**, {sum(len(g.text) for g in documents):,} characters, {syllables:,} syllables; "
            f"{clean} documents have no inconsistency.",
            table(("layer", "rows"), rows.items()),
            table(("genre", "documents"), genres.most_common()),
            table(("level of the issuer", "documents"), levels.most_common()),
            "Documents by year of posting: " + ", ".join(f"{y} {n}" for y, n in sorted(years.items())) + ".",
            "Inconsistencies by kind: " + ", ".join(f"{k} {n}" for k, n in kinds.most_common()) + ".",
            table(("site", "documents", "characters", *LAYERS), by_site),
        ]
    )


def splits(documents: list[Gold], old: str) -> str:
    """The table of the folds."""
    sites = Counter(site_of(g.id) for g in documents)
    known = dict(line.split("\t") for line in old.split("\n") if line and not line.startswith("#"))
    fold = {s: int(known[s]) for s in sites if s in known}
    sizes = Counter(dict.fromkeys(range(FOLDS), 0))
    for site, k in fold.items():
        sizes[k] += sites[site]
    for site in sorted(sites, key=lambda s: (-sites[s], s)):
        if site not in fold:
            fold[site] = min(range(FOLDS), key=lambda k: (sizes[k], k))
            sizes[fold[site]] += sites[site]
    return HEAD + "".join(f"{site}\t{k}\n" for site, k in sorted(fold.items()))


def main(arguments: list[str]) -> int:
    """Write, or compare."""
    check = "--check" in arguments
    folder = Path(next((a for a in arguments if a != "--check"), "data/corpus"))
    documents = list(load(folder))
    card, file = folder / "README.md", folder / "splits.tsv"
    text = card.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    new = {card: f"{before}{BEGIN}\n\n{counts(documents)}\n\n{END}{after}", file: splits(documents, file.read_text("utf-8") if file.exists() else "")}
    stale = [path for path, content in new.items() if not path.exists() or path.read_text("utf-8") != content]
    for path in stale:
        if check:
            print(f"{path} is not as the documents are: run python tools/corpus_card.py")
        else:
            path.write_text(new[path], "utf-8")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
