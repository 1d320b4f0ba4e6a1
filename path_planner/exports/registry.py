"""The registry of exports: every kind of file that a session or a vision can be written as."""

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from path_planner.errors import UnknownExport, UnknownVisionExport
from path_planner.exports import session, vision
from path_planner.exports.base import Export, VisionExport


@cache
def known() -> tuple[Export, ...]:
    """Return every export of a session."""
    return _exports_in(session)


def find(suffix: str) -> Export:
    """Return the export with this suffix, with or without a dot; raise UnknownExport."""
    wanted = f".{suffix.lower().removeprefix('.')}"
    for export in known():
        if export.suffix == wanted:
            return export
    raise UnknownExport(suffix=wanted, known=" ".join(export.suffix for export in known()))


@cache
def vision_exports() -> tuple[VisionExport, ...]:
    """Return every export of a vision."""
    return _exports_in(vision)


def find_vision_export(key: str) -> VisionExport:
    """Return the export with this key, such as `plan`; raise UnknownVisionExport."""
    for export in vision_exports():
        if export.key == key:
            return export
    raise UnknownVisionExport(key=key, known=" ".join(export.key for export in vision_exports()))


def _exports_in(package: ModuleType) -> tuple[Any, ...]:
    names = [found.name for found in pkgutil.iter_modules(package.__path__)]
    modules = [import_module(f"{package.__name__}.{name}") for name in sorted(names)]
    return tuple(export for module in modules for export in getattr(module, "EXPORTS", ()))
