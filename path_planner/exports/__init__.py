"""Exports: each module that defines EXPORT writes a session as one kind of file."""

import pkgutil
from functools import cache
from importlib import import_module

from path_planner.errors import UnknownExport
from path_planner.exports.export import Export


@cache
def known() -> tuple[Export, ...]:
    """Return every export there is, found by looking into this folder."""
    modules = (
        import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)
    )
    return tuple(module.EXPORT for module in modules if hasattr(module, "EXPORT"))


def find(suffix: str) -> Export:
    """Return the export that writes files ending like this, with or without a dot."""
    wanted = f".{suffix.lower().removeprefix('.')}"
    for export in known():
        if export.suffix == wanted:
            return export
    raise UnknownExport(suffix=wanted, known=" ".join(export.suffix for export in known()))
