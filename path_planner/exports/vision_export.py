"""What an export of a vision is, what can be chosen for it, and which ones there are."""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from importlib import import_module
from typing import NamedTuple

import path_planner.exports
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownVisionExport
from path_planner.evidence.quoting import quote_of
from path_planner.evidence.shareable import shareable
from path_planner.exports.paper import Paper


def nobody_watches(_done: float) -> None:
    """Take notice of no progress."""


@dataclass(frozen=True, slots=True)
class VisionOptions:
    """What was chosen; an export looks only at what concerns it, and never at the clock."""

    on: date
    """The day that the document carries."""
    language: str = "en"
    paper: Paper = Paper.A4
    progress: Callable[[float], None] = nobody_watches
    """Is told how much is done, from 0 to 1; it may be called often and never goes back."""


class Stands(NamedTuple):
    """Whose words and whose drawings stand in a document: ids of voices and of sources."""

    voices: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def everything(vision: Vision) -> Stands:
    """Return all that may be printed: what a document holds unless it says otherwise."""
    voices = (one.id for one in vision.voices.values() if quote_of(vision, one))
    drawings = shareable(vision).drawings.values()
    return Stands(tuple(voices), tuple(dict.fromkeys(one.source for one in drawings)))


def nobody(_vision: Vision) -> Stands:
    """Return that only the group's own words stand in a document."""
    return Stands()


RenderVision = Callable[[Vision, VisionOptions], bytes]


@dataclass(frozen=True, slots=True)
class VisionExport:
    """A kind of document: its name is an id of the catalogue, its key stands in commands."""

    name: str
    key: str
    suffix: str
    mime: str
    render: RenderVision
    stands: Callable[[Vision], Stands] = everything
    """Tells who has to know, should they take their yes back after it was printed."""
    paper: Paper = Paper.A4
    """What it is printed on where nobody chose a paper."""


@cache
def vision_exports() -> tuple[VisionExport, ...]:
    """Return every export of a vision: each module here that defines VISION_EXPORT has one."""
    modules = (
        import_module(f"{path_planner.exports.__name__}.{found.name}")
        for found in pkgutil.iter_modules(path_planner.exports.__path__)
    )
    return tuple(module.VISION_EXPORT for module in modules if hasattr(module, "VISION_EXPORT"))


def find_vision_export(key: str) -> VisionExport:
    """Return the export with this key, such as `plan`."""
    for export in vision_exports():
        if export.key == key:
            return export
    raise UnknownVisionExport(key=key, known=" ".join(one.key for one in vision_exports()))


def vision_file_name(vision: Vision, export: VisionExport, content: bytes) -> str:
    """Name a file by day, vision, kind and content: no person's name, no two contents alike."""
    day = vision.updated.date().isoformat()
    mark = sha256(content).hexdigest()[:12]
    return f"{day}_{vision.id}_{export.key}_{mark}{export.suffix}"
