"""Processes as data: each module of this folder that defines PROCESSES adds its processes."""

import pkgutil
from functools import cache
from importlib import import_module

from path_planner.domain.session import Columns
from path_planner.processes.model import PlannedBy, Process, Region, Stage


@cache
def known() -> tuple[Process, ...]:
    """Return every process, found by importing the modules of this folder."""
    modules = (import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    return tuple(process for module in modules for process in getattr(module, "PROCESSES", ()))


def find(process_id: str) -> Process:
    """Return the process with this id; for an unknown id, the first process."""
    return next((process for process in known() if process.id == process_id), known()[0])


def forms() -> tuple[Process, ...]:
    """Return the processes for a group; each has its likes for one person."""
    return tuple(process for process in known() if process.planned_by is PlannedBy.GROUP)


def form_of(process: Process) -> Process:
    """Return the process for a group with the same stages."""
    return find(process.form or process.id)


def planned_by(process: Process, who: PlannedBy) -> Process:
    """Return the process with the same stages for a group, one person, or one with a supporter."""
    form = form_of(process)
    alike = (other for other in known() if form_of(other) is form and other.planned_by is who)
    return next(alike, form)


def arrow_stages(process: Process, columns: Columns) -> tuple[Stage, ...]:
    """Return the stages in the arrow, from left to right."""
    inside = [stage for stage in process.stages if stage.region is Region.COLUMN]
    if columns is Columns.NEAR_TO_FAR:
        inside.sort(key=lambda stage: stage.place)
    return tuple(inside)
