"""Processes as data: each module that defines PROCESSES adds its forms."""

import pkgutil
from functools import cache
from importlib import import_module

from path_planner.domain.session import Columns
from path_planner.processes.model import Process, Region, Stage


@cache
def known() -> tuple[Process, ...]:
    """Return every form there is, found by looking into this folder."""
    modules = (
        import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)
    )
    return tuple(form for module in modules for form in getattr(module, "PROCESSES", ()))


def find(process_id: str) -> Process:
    """Return the form with this id; a form that is not known here is shown as the first one."""
    return next((form for form in known() if form.id == process_id), known()[0])


def arrow_stages(process: Process, columns: Columns) -> tuple[Stage, ...]:
    """Return the stages in the arrow, from left to right."""
    inside = [stage for stage in process.stages if stage.region is Region.COLUMN]
    if columns is Columns.NEAR_TO_FAR:
        inside.sort(key=lambda stage: stage.place)
    return tuple(inside)
