"""The registry of exports: every kind of file that a document can be written as."""

import pkgutil
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import Generic

from path_planner.domain.event.event import Event
from path_planner.domain.session import Session
from path_planner.domain.vision.vision import Vision
from path_planner.errors import (
    PlannerError,
    UnknownEventExport,
    UnknownExport,
    UnknownVisionExport,
)
from path_planner.exports import event, session, vision
from path_planner.exports.base import (
    D,
    EventOptions,
    Export,
    Options,
    OptionsT,
    VisionOptions,
)


class Registry(Generic[D, OptionsT]):
    """The exports of one kind of document: all that the modules of a package define."""

    def __init__(self, package: ModuleType, unknown: type[PlannerError]) -> None:
        self._package = package
        self._unknown = unknown

    @cached_property
    def known(self) -> tuple[Export[D, OptionsT], ...]:
        """Return every export, in the order of the names of their modules."""
        names = [found.name for found in pkgutil.iter_modules(self._package.__path__)]
        modules = [import_module(f"{self._package.__name__}.{name}") for name in sorted(names)]
        return tuple(export for module in modules for export in getattr(module, "EXPORTS", ()))

    def find(self, key: str) -> Export[D, OptionsT]:
        """Return the export with this key; capital letters make no difference."""
        wanted = key.lower()
        for export in self.known:
            if export.key == wanted:
                return export
        raise self._unknown(key=wanted, known=" ".join(export.key for export in self.known))


SESSION_EXPORTS = Registry[Session, Options](session, UnknownExport)
VISION_EXPORTS = Registry[Vision, VisionOptions](vision, UnknownVisionExport)
EVENT_EXPORTS = Registry[Event, EventOptions](event, UnknownEventExport)
