# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#       format_version: '1.3'
#       jupytext_version: 1.19.6
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # An archive: who held which office, which abbreviations are in use, what is wrong where
#
# The documents are those of `data/corpus`, written for vnreport: the units are real, persons and events are invented. With documents of your
# own, change the path.

# %%
from pathlib import Path

import pandas as pd

import vnreport
from vnreport import abbreviations
from vnreport.people import holders_table, joined, office_facts

corpus = next(p / "data" / "corpus" for p in (Path.cwd(), *Path.cwd().parents) if (p / "data" / "corpus").is_dir())
pd.set_option("display.max_colwidth", 70)

# %%
paths = sorted(corpus.glob("*/text.txt"))[::3]
docs = list(vnreport.analyze_many(paths, jobs=1))
pd.Series([d.meta.posted[:4] if d.meta.posted else "no date" for d in docs], name="year").value_counts().sort_index()

# %% [markdown]
# ## Who held which office
# A row for each person, office and body. `first` and `last` are the posting dates of the documents that say so; what a text calls a former
# office ends it. Only full names have a row: "ông Nam" alone names nobody outside its document.

# %%
holders = holders_table(docs, min_confidence=0.6)
holders[["person", "office", "body", "unit_code", "first", "last", "documents"]].head(10)

# %% [markdown]
# The longest seen in one office:

# %%
seen = holders.dropna(subset=["first", "last"]).query("documents > 1")
length = pd.to_datetime(seen["last"]) - pd.to_datetime(seen["first"])
seen.assign(days=length.dt.days).nlargest(8, "days")[["person", "office", "body", "days", "documents"]]

# %% [markdown]
# An office that has one holder at a time, and another person seen in it meanwhile: a successor, a namesake of the body, or a slip.

# %%
holders[holders["overlaps"].str.len() > 0][["person", "office", "body", "first", "last", "overlaps"]]

# %%
office_facts("Chủ tịch")

# %% [markdown]
# Within one document, all that names a person: the full name, the given name later on, the office alone.

# %%
longest = max(docs, key=lambda d: len(d.officials))
pd.DataFrame(
    [(p.name, len(p.mentions), [o.titles for o in p.offices][:2], [r.text for r in p.roles][:2]) for p in joined(longest)],
    columns=["person", "mentions", "offices", "named by office"],
).head(8)

# %% [markdown]
# ## Abbreviations of the archive
# With how often each meaning occurs and which documents define it. A form with several meanings has several rows; where the context did not
# decide, the expansion is missing rather than guessed.

# %%
table = abbreviations.frame(docs)
table.head(8)

# %%
several = table[table.duplicated("abbr", keep=False)].sort_values(["abbr", "count"], ascending=[True, False])
several[["abbr", "expansion", "count", "documents", "confidence"]].head(12)

# %%
table[table["defined_as"] != ""][["abbr", "expansion", "count", "defined_as"]].head(8)

# %% [markdown]
# ## What does not fit, by rule and issuer

# %%
def issuer(doc: vnreport.Document) -> str:
    return f"{doc.issuer.level or ''} {doc.issuer.name}".strip() if doc.issuer else "?"


findings = pd.concat([d.to_frame("findings").assign(issuer=issuer(d)) for d in docs if d.findings], ignore_index=True)
findings = findings[findings["severity"] != "info"]
pd.crosstab(findings["name"], findings["severity"]).sort_values("error", ascending=False)

# %%
findings.groupby("issuer").size().nlargest(8)

# %% [markdown]
# One finding with its evidence, as an editor would read it:

# %%
worst = max((f for d in docs for f in d.findings), key=lambda f: (f.severity == "error", len(f.evidence), f.confidence))
print(worst.code, worst.name, "|", worst.text)
print(worst.message.text("en"))
for e in worst.evidence:
    print("  ", e)
