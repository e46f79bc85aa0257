"""The formats of ``check``: which module writes which, and what it needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import NamedTuple, Protocol

from vnreport.output.report import Checked, Summary
from vnreport.output.rules import Described
from vnreport.output.text import Style


class Renderer(Protocol):
    """One format: documents are given one after another, then the sums."""

    def add(self, checked: Checked) -> str:
        """What can be written now; "" where the format needs the whole first."""
        ...

    def close(self, summary: Summary) -> str | bytes:
        """The rest; of a binary format the whole."""
        ...


class Format(NamedTuple):
    """A format: its module in this folder, which has a class ``Render``; ``extra`` is the extra of the package that it needs."""

    module: str
    binary: bool = False
    extra: str | None = None


FORMATS: Mapping[str, Format] = {
    "text": Format("text"),
    "concise": Format("concise"),
    "json": Format("json"),
    "jsonl": Format("jsonl"),
    "sarif": Format("sarif"),
    "github": Format("github"),
    "gitlab": Format("gitlab"),
    "junit": Format("junit"),
    "csv": Format("csv"),
    "xlsx": Format("xlsx", binary=True, extra="excel"),
    "html": Format("report_html"),
}


class MissingExtra(RuntimeError):
    """A library that a format needs is not installed; the message says what to install.

    Examples
    --------
    >>> print(MissingExtra("xlsx", "excel"))
    định dạng xlsx cần thêm thư viện: pip install "vnreport[excel]" (xlsx needs another library: pip install "vnreport[excel]")
    """

    def __init__(self, name: str, extra: str) -> None:
        command = f'pip install "vnreport[{extra}]"'
        self.vi, self.en = f"định dạng {name} cần thêm thư viện: {command}", f"{name} needs another library: {command}"
        super().__init__(f"{self.vi} ({self.en})")


def open_renderer(name: str, *, lang: str = "vi", colour: bool = False, rules: Iterable[Described] = ()) -> Renderer:
    """A renderer of a format in ``FORMATS``.

    Parameters
    ----------
    name : str
        The format.
    lang : {"vi", "en"}
        Language of the messages.
    colour : bool
        Colours of a terminal; only text and concise have them.
    rules : iterable of rules
        Their pages go into formats that explain rules (sarif, html).

    Raises
    ------
    MissingExtra
        If a library that the format needs is not installed.

    Examples
    --------
    >>> import vnreport
    >>> doc = vnreport.analyze("Hội nghị đã đã kết thúc.")
    >>> print(open_renderer("concise", lang="en").add(Checked(doc, doc.findings)), end="")
    -:1:10: warning TXT001 doubled-word “đã đã”: “đã” is written twice
    """
    kind = FORMATS[name]
    try:
        module = import_module(f"vnreport.output.{kind.module}")
    except ImportError as error:
        if kind.extra is None:
            raise
        raise MissingExtra(name, kind.extra) from error
    renderer: Renderer = module.Render(Style(lang, colour), {r.code: r for r in rules})
    return renderer
