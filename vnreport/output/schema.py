"""The JSON Schema of the published objects: ``schema.json`` beside this file."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load() -> dict[str, Any]:
    """The schema (2020-12). Its root is the object of ``analyze``; ``#/$defs/check`` is that of ``check``.

    Examples
    --------
    >>> load()["$schema"]
    'https://json-schema.org/draft/2020-12/schema'
    """
    schema: dict[str, Any] = json.loads(Path(__file__).with_name("schema.json").read_text("utf-8"))
    return schema
