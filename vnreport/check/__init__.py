"""Checking: the registry of rules, their configuration, and the engine that runs them.

The package shares its name with the function :func:`vnreport.check`, so it can be called as one: ``vnreport.check(text)`` works whether or
not this package was imported before.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _Callable(ModuleType):
    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        # By name: the public functions stand above this package and are needed only when one is called.
        return import_module("vnreport.api").check(*args, **kwargs)


sys.modules[__name__].__class__ = _Callable
