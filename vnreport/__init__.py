"""vnreport reads Vietnamese state writing and says what is in it and what does not fit.

>>> import vnreport
>>> doc = vnreport.analyze("UBND quận Cẩm Lệ họp ngày 31/4/2018.", posted="2018-05-02")
>>> doc.findings[0].name
'date-invalid'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vnreport.api import analyze, analyze_many, check, read
    from vnreport.check.config import Config
    from vnreport.document import Document, Finding

__version__ = "0.1.0"
__all__ = ["Config", "Document", "Finding", "__version__", "analyze", "analyze_many", "check", "read"]

_HOME = {
    "Config": "vnreport.check.config",
    "Document": "vnreport.document",
    "Finding": "vnreport.document",
    "analyze": "vnreport.api",
    "analyze_many": "vnreport.api",
    "check": "vnreport.api",
    "read": "vnreport.api",
}


def __getattr__(name: str) -> Any:
    # The package loads nothing until a name is used.
    from importlib import import_module

    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)  # "check" is also a package, which can be called the same way
    try:
        return import_module(f"vnreport.{name}")  # vnreport.dates, vnreport.units, …
    except ModuleNotFoundError as error:
        if error.name != f"vnreport.{name}":
            raise
        raise AttributeError(f"module 'vnreport' has no attribute {name!r}") from None


def __dir__() -> list[str]:
    return sorted(__all__)
