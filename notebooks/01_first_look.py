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
# # A first look: one post layer by layer, then a folder as DataFrames
#
# The posts are samples of ours: invented persons and figures, real units. Run it from the repository or from its `notebooks` folder.

# %%
from pathlib import Path

import pandas as pd

import vnreport

samples = next(p / "data" / "samples" for p in (Path.cwd(), *Path.cwd().parents) if (p / "data" / "samples").is_dir())
pd.set_option("display.max_colwidth", 60)

# %% [markdown]
# ## One post
# Reading takes the page's header apart. Nothing else is computed yet: a layer is computed when it is first asked for.

# %%
doc = vnreport.analyze(vnreport.read(samples / "01-cam-le-hoi-nghi.txt"))
doc.meta

# %%
doc.issuer

# %% [markdown]
# **Abbreviations**, and a paragraph with them written out. Offsets always refer to the text as it was read.

# %%
pd.DataFrame([(a.text, a.expansion, a.source) for a in doc.abbreviations], columns=["text", "expansion", "source"]).drop_duplicates()

# %%
doc.expanded().splitlines()[5]

# %% [markdown]
# **Dates** are resolved against the posting date. The year of the first one is a slip; the layer keeps what is written.

# %%
doc.to_frame("dates")[["text", "type", "value", "role"]]

# %% [markdown]
# **Units** are linked to the codes of the General Statistics Office as they were on the day of the post.

# %%
doc.to_frame("units")[["text", "level", "name", "code", "province", "status"]]

# %% [markdown]
# **Officials**: who holds which office in which body, and where the text names them.

# %%
[(o.name, o.titles, o.organisation, len(o.mentions)) for o in doc.officials]

# %% [markdown]
# **Findings**: what does not fit, with evidence and the minimal repairs.

# %%
for finding in doc.findings:
    print(f"{finding.line}:{finding.column} {finding.code} {finding.name} “{finding.text}” → {[s.text for s in finding.suggestions]}")
    print(f"    {finding.message.text('en')}")

# %% [markdown]
# What could not be checked is counted, so that silence does not read as clean.

# %%
[(u.name, u.reason.en, u.count) for u in doc.unchecked]

# %% [markdown]
# In a notebook a document shows itself.

# %%
doc

# %% [markdown]
# ## A folder of posts

# %%
paths = sorted(p for p in samples.iterdir() if p.suffix in (".txt", ".html"))
docs = list(vnreport.analyze_many(paths, jobs=1))


def frame(layer: str) -> pd.DataFrame:
    table = pd.concat([d.to_frame(layer) for d in docs if len(d.to_frame(layer))], ignore_index=True)
    return table.assign(document=table["document"].map(lambda s: Path(s).name))


findings = frame("findings")
findings[["document", "line", "name", "severity", "text", "message"]]

# %% [markdown]
# Findings by rule and post:

# %%
pd.crosstab(findings["name"], findings["document"].str[:2])

# %% [markdown]
# Everyone with an office:

# %%
frame("officials")[["document", "date", "person", "office", "body", "unit_code"]]

# %% [markdown]
# When things happened, from the days that the posts name:

# %%
dates = frame("dates")
days = dates[dates["value"].str.fullmatch(r"\d{4}-\d\d-\d\d.*", na=False)]
days.groupby("document")["value"].agg(["count", "min", "max"])
