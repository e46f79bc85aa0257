"""The command line."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> None:
    """Provisional: ``analyze --format jsonl FILE…``."""
    from dataclasses import replace

    from vnreport.document import DEFAULT_LAYERS, JSON_LAYERS, Document, _plain
    from vnreport.pipeline import attach
    from vnreport.reading import read

    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    files = [a for a in sys.argv[2:] if not a.startswith("--") and a not in ("json", "jsonl")]
    broken: set[str] = set()
    for f in files:
        doc = attach(read(Path(f)))
        for name in (*DEFAULT_LAYERS, "issuer", "unchecked", "findings"):
            try:
                doc.layer(name)
            except Exception as error:
                if name not in broken:
                    broken.add(name)
                    print(f"{name}: {type(error).__name__}: {error}", file=sys.stderr)
                doc.layers[name] = None if name == "issuer" else ()
        print(json.dumps(doc.to_dict(), ensure_ascii=False), flush=True)
