"""Reads and checks documents one after another, in several processes if asked; the order is that of the paths."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace

from vnreport.check.cache import Cache
from vnreport.check.config import Config
from vnreport.check.engine import examine
from vnreport.check.globs import matches
from vnreport.cli.configs import Configs
from vnreport.cli.failures import Failures, unexpected, unreadable
from vnreport.cli.inputs import expand
from vnreport.cli.progress import shown
from vnreport.document import Document
from vnreport.output.report import Checked, Failure
from vnreport.pipeline import attach
from vnreport.reading import ReadError, read
from vnreport.reading.source import MAX_BYTES, fetch


@dataclass(frozen=True, slots=True)
class Task:
    """A source to read: its path, its content where it came from standard input, the number of its configuration."""

    path: str
    content: bytes | None
    config: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a source: the document, checked, unless it could not be read; and what failed."""

    checked: Checked | None = None
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Worker:
    """Reads and checks; the same in this process and in others."""

    configs: tuple[Config, ...]
    posted: str | None = None
    cache: Cache | None = None
    issuers: bool = False

    def document(self, task: Task) -> Document:
        """The document of a task; raises ``ReadError``."""
        content, label = (task.content, task.path) if task.content is not None else fetch(task.path)
        doc = attach(read(content.encode() if isinstance(content, str) else content, name=label), self.configs[task.config].facts)
        return doc.replace(meta=replace(doc.meta, posted=self.posted)) if self.posted else doc

    def check(self, task: Task) -> Outcome:
        """Check a source; nothing escapes."""
        config = self.configs[task.config]
        failures: list[Failure] = []
        try:
            content = task.content if task.content is not None else fetch(task.path)[0]
            raw = content.encode() if isinstance(content, str) else content
            doc = self.document(replace(task, content=raw))
            key = self.cache.key(raw, task.path, self.posted, config) if self.cache else ""
            result = self.cache.get(key) if self.cache else None
            if result is None:
                result = examine(doc, config, lambda rule, error: failures.append(unexpected(task.path, rule, error)))
                if self.cache and not failures:
                    self.cache.put(key, result)
            # Layers are large, and a document from the cache has none.
            bare = doc.replace(engine=None, layers={"issuer": doc.issuer} if self.issuers else {})
        except ReadError as error:
            return Outcome(failures=(unreadable(error),))
        except Exception as error:
            return Outcome(failures=(unexpected(task.path, None, error),))
        return Outcome(Checked(bare, result.findings, result.unchecked, dict(result.silenced), dict(result.looked_at)), tuple(failures))


_worker: Worker


def _start(worker: Worker) -> None:
    global _worker  # one for each process: configurations travel once, not with every task
    _worker = worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that reads the results


def _check(task: Task) -> Outcome:
    return _worker.check(task)


@dataclass(slots=True)
class Run:
    """What the commands on documents share: the sources, in order, each with its configuration; ``jobs`` 0 is as many as pay."""

    configs: Configs
    posted: str | None = None
    stdin_name: str = "-"
    quiet: bool = False
    force_exclude: bool = False
    jobs: int = 1
    cached: bool = True
    issuers: bool = False
    failures: Failures = field(default_factory=Failures)
    _known: dict[int, int] = field(default_factory=dict)
    _all: list[Config] = field(default_factory=list)

    def tasks(self, paths: Sequence[str]) -> list[Task | ReadError]:
        """What to read; a path that stands for nothing is an error in its place."""
        named = {p for p in paths if not self.force_exclude}
        out: list[Task | ReadError] = []
        for path in expand(paths):
            if isinstance(path, ReadError):
                out.append(path)
                continue
            name = self.stdin_name if path == "-" else path
            config = self.configs.of(name)
            if path not in named and matches(name, config.exclude, config.root):
                continue
            number = self._known.setdefault(id(config), len(self._all))
            if number == len(self._all):
                self._all.append(config)
            out.append(Task(name, sys.stdin.buffer.read(MAX_BYTES + 1) if path == "-" else None, number))
        return out

    def outcomes(self, paths: Sequence[str]) -> Iterator[tuple[Checked, Config]]:
        """The documents, checked, in the order of the paths; what failed is told in its place."""
        tasks = self.tasks(paths)
        folder = self.configs.general.cache if self.cached else None
        worker = Worker(tuple(self._all), self.posted, Cache(folder) if folder else None, self.issuers)
        for task, outcome in shown(zip(tasks, self._results(worker, tasks), strict=True), tasks, self.quiet):
            self.failures.add(outcome.failures)
            if outcome.checked and isinstance(task, Task):
                yield outcome.checked, self._all[task.config]

    def _results(self, worker: Worker, tasks: Sequence[Task | ReadError]) -> Iterator[Outcome]:
        real = [t for t in tasks if isinstance(t, Task)]
        jobs = min(self.jobs or min(os.cpu_count() or 1, 1 + len(real) // 32), len(real))
        if jobs > 1:
            with ProcessPoolExecutor(jobs, initializer=_start, initargs=(worker,)) as pool:
                yield from _merged(tasks, pool.map(_check, real, chunksize=max(1, min(16, len(real) // (4 * jobs)))))
        else:
            yield from _merged(tasks, map(worker.check, real))

    def documents(self, paths: Sequence[str]) -> Iterator[tuple[Document, Config]]:
        """The documents that can be read, with their layers to be computed; the others are told."""
        tasks = self.tasks(paths)
        worker = Worker(tuple(self._all), self.posted)
        for task in shown(tasks, tasks, self.quiet):
            if isinstance(task, ReadError):
                self.failures.add([unreadable(task)])
                continue
            try:
                doc = worker.document(task)
            except ReadError as error:
                self.failures.add([unreadable(error)])
            except Exception as error:
                self.failures.add([unexpected(task.path, None, error)])
            else:
                yield doc, self._all[task.config]

    def layers(self, doc: Document, names: Iterable[str]) -> list[str]:
        """Compute the layers; returns those that came. One that fails is told and left out."""
        came = []
        for name in names:
            try:
                doc.layer(name)
            except Exception as error:
                self.failures.add([unexpected(doc.source, name, error)])
                if name == "issuer":
                    doc.layers[name] = None
            else:
                came.append(name)
        return came


def _merged(tasks: Sequence[Task | ReadError], results: Iterator[Outcome]) -> Iterator[Outcome]:
    """The outcome of each task, in their order. Where a process died the tasks that are left have failed, and the run ends as usual."""
    died = False
    for task in tasks:
        if isinstance(task, ReadError):
            yield Outcome(failures=(unreadable(task),))
            continue
        if not died:
            try:
                yield next(results)
                continue
            except BrokenProcessPool:
                died = True
        vi, en = "tiến trình con đã dừng (hết bộ nhớ?): thử --jobs 1", "a process died (no memory?): try --jobs 1"
        yield Outcome(failures=(Failure(task.path, vi, en),))
