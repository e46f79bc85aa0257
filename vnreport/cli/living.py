"""What a run says at its end about triage files and baselines."""

from __future__ import annotations

from collections.abc import Iterator

from vnreport.check.decisions import Decisions


def remarks(decisions: Decisions, lang: str) -> Iterator[str]:
    """Entries that are no longer needed, and findings that were called fixed: with what to do next."""
    for file, count in decisions.stale.items():
        if count:
            yield (
                f"{file}: {count} findings of the baseline are gone: vnreport baseline prune"
                if lang == "en"
                else f"{file}: {count} phát hiện trong baseline không còn nữa: hãy chạy vnreport baseline prune"
            )
    if decisions.unused:
        names = ", ".join(sorted(fp for _, fp in decisions.unused)[:3])
        count = len(decisions.unused)
        yield (
            f"{count} decisions of the triage file meet no finding ({names}): vnreport triage prune"
            if lang == "en"
            else f"{count} quyết định trong tệp triage không còn ứng với phát hiện nào ({names}): hãy chạy vnreport triage prune"
        )
    if decisions.returned:
        names = ", ".join(decisions.returned[:3]) + (", …" if len(decisions.returned) > 3 else "")
        count = len(decisions.returned)
        yield (
            f"{count} findings are called fixed in the triage file and are still there: {names}"
            if lang == "en"
            else f"{count} phát hiện ghi là đã sửa (fixed) trong tệp triage nhưng vẫn còn: {names}"
        )
