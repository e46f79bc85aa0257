"""``check --annotate``: copies of the Word files with the findings as comments."""

from __future__ import annotations

from pathlib import Path

import click

from vnreport.cli.files import write_whole
from vnreport.output.report import Checked, Failure


class Annotated:
    """Writes a copy of each Word file that was checked; ``target`` is the file of a single one, or a folder."""

    def __init__(self, target: Path, paths: tuple[str, ...], lang: str) -> None:
        if target.suffix.lower() == ".docx" and (len(paths) > 1 or not _is_word(paths[0])):
            raise click.UsageError(
                f"--annotate {target}: chỉ khi kiểm tra một tệp .docx; với nhiều tệp hãy nêu thư mục (a folder for more than one .docx file)"
            )
        self._target = target
        self._lang = lang
        self._written: set[Path] = set()

    def add(self, checked: Checked) -> list[Failure]:
        """Write the copy of a document; what went wrong. Other documents than Word files have none."""
        from vnreport.output.word import annotate
        from vnreport.reading import ReadError

        source = checked.document.source or "-"
        if not _is_word(source):
            return []
        path = Path(source)
        out = self._target if self._target.suffix.lower() == ".docx" else self._target / path.name
        if out in self._written or (out.exists() and path.exists() and out.samefile(path)):
            return [Failure(str(out), "không ghi đè lên tệp khác, tệp gốc", "would overwrite another file or the original")]
        try:
            write_whole(out, annotate(checked.document, checked.findings, path.read_bytes(), self._lang))
        except ReadError as error:
            return [Failure(source, error.vi, error.en)]
        except OSError as error:
            reason = error.strerror or str(error)
            return [Failure(str(out), f"không ghi được: {reason}", f"cannot write: {reason}")]
        self._written.add(out)
        return []


def _is_word(source: str) -> bool:
    return source.lower().endswith(".docx")
