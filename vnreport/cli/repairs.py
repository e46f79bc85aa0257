"""``check --fix`` and ``--diff``: repairs written into the files, or shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from vnreport.check.config import Config
from vnreport.check.decisions import Decisions
from vnreport.check.engine import examine
from vnreport.check.fix import Choice, Fixed, diff, fix
from vnreport.cli.files import write_whole
from vnreport.document import Document
from vnreport.output.report import Checked, Failure
from vnreport.pipeline import attach
from vnreport.reading import ReadError, read

_ROUNDS = 5
"""A repair may bring another one: a doubled word in a doubled phrase."""
_WHY = {
    "several": ("có nhiều cách sửa", "several ways to repair"),
    "none": ("không rõ sửa thành gì", "no repair known"),
    "source": ("nằm giữa mã của trang", "markup stands inside"),
    "overlap": ("chồng lên chỗ khác", "overlaps another"),
}


@dataclass(slots=True)
class Repairs:
    """Repairs of a run; with ``write`` unset the change is printed and nothing is written. ``stdin`` is the name of what is read from there."""

    choice: Choice
    write: bool
    posted: str | None
    lang: str
    stdin: str = "-"
    echo: Callable[[str], None] = click.echo
    done: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    files: int = 0

    def apply(self, checked: Checked, config: Config) -> tuple[Checked, list[Failure]]:
        """Repair the file of a document; the document as it is afterwards, and what went wrong."""
        source = checked.document.source or "-"
        if not any(self.choice.takes(f) for f in checked.findings):
            return checked, []
        if source == self.stdin or source.lower().endswith(".docx"):
            why = (
                ("dữ liệu vào từ '-' không sửa được: hãy nêu tệp", "standard input cannot be repaired: name a file")
                if source == self.stdin
                else ("tệp Word không sửa được: dùng --annotate", "a Word file is not repaired: use --annotate")
            )
            return checked, [Failure(source, *why)]
        try:
            before = content = Path(source).read_bytes()
            for _ in range(_ROUNDS):
                kept, _silenced = Decisions().apply(source, checked.findings, config)
                fixed = fix(content, checked.document, kept, self.choice)
                self.done.update(f.name for f in fixed.done)
                if not fixed.done:
                    break
                content = fixed.content
                checked = self._again(content, checked, config)
            self._count(fixed)
            if content == before:
                return checked, []
            if self.write:
                write_whole(Path(source), content)
            else:
                self.echo(diff(before, content, source))
        except ReadError as error:
            return checked, [Failure(source, error.vi, error.en)]
        except ValueError:
            vi = "chưa sửa: bảng mã của tệp không phải UTF-8 hay UTF-16, hãy chuyển sang UTF-8 rồi chạy lại"
            return checked, [Failure(source, vi, "not repaired: neither UTF-8 nor UTF-16, convert it to UTF-8 and run again")]
        except OSError as error:
            reason = error.strerror or str(error)
            return checked, [Failure(source, f"không ghi được, tệp gốc còn nguyên: {reason}", f"cannot write, the file is as it was: {reason}")]
        self.files += 1
        return checked, []

    def summary(self) -> str:
        """The sums in one line."""
        vi = self.lang == "vi"
        total, kept = sum(self.done.values()), sum(self.left.values())
        by_rule = ", ".join(f"{name} {n}" for name, n in sorted(self.done.items()))
        verb = ("Đã sửa" if self.write else "Sẽ sửa") if vi else ("Repaired" if self.write else "Would repair")
        line = f"{verb} {total} {'chỗ trong' if vi else 'places in'} {self.files} {'tệp' if vi else 'files'}" + (f" ({by_rule})" if by_rule else "")
        if kept:
            reasons = ", ".join(f"{_WHY[why][0 if vi else 1]}: {n}" for why, n in sorted(self.left.items()))
            line += f"; {kept} {'chỗ để lại' if vi else 'left alone'} ({reasons})"
        return line + "."

    def _count(self, fixed: Fixed) -> None:
        self.left.update(why for _, why in fixed.left)

    def _again(self, content: bytes, checked: Checked, config: Config) -> Checked:
        """The document of the new content, checked."""
        doc: Document = attach(read(content, name=checked.document.source), config.facts)
        if self.posted:
            doc = doc.replace(meta=replace(doc.meta, posted=self.posted))
        result = examine(doc, config)
        return replace(checked, document=doc.replace(engine=None, layers={}), findings=result.findings, unchecked=result.unchecked)
