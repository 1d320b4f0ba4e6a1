"""Documents that tests only read: each is rendered once in a run, by whoever needs it first.

A test that patches something, watches the progress, or compares two renderings calls the export
itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from filelock import FileLock

from path_planner.domain.event.event import Event
from path_planner.domain.session import Session
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import EventOptions, Options, VisionOptions
from path_planner.exports.registry import EVENT_EXPORTS, SESSION_EXPORTS, VISION_EXPORTS
from path_planner.i18n import language


@dataclass
class RenderedDocuments:
    """The documents of this run, in a folder that all its processes share."""

    folder: Path = Path()

    def get(self, described: str, render: Callable[[], bytes]) -> bytes:
        """Return the document of this description, rendered if nobody has done so yet."""
        file = self.folder / sha256(described.encode()).hexdigest()
        with FileLock(f"{file}.lock"):
            if not file.exists():
                unfinished = file.with_suffix(".part")
                unfinished.write_bytes(render())
                unfinished.replace(file)
        return file.read_bytes()


DOCUMENTS = RenderedDocuments()


def rendered(suffix: str, session: Session, options: Options | None = None) -> bytes:
    """Return a session in its own form as a file of this kind."""
    export, chosen = SESSION_EXPORTS.find(suffix), options or Options()
    choices = {choice: getattr(chosen, choice) for choice in sorted(export.takes)}
    described = f"{export.suffix} {language()} {choices} {session.model_dump_json()}"
    return DOCUMENTS.get(described, lambda: export.render(session, chosen))


def rendered_vision(key: str, vision: Vision, options: VisionOptions) -> bytes:
    """Return a vision as this kind of document."""
    export = VISION_EXPORTS.find(key)
    choices = (options.on, options.language, options.paper)
    described = f"{export.key} {language()} {choices} {vision.model_dump_json()}"
    return DOCUMENTS.get(described, lambda: export.render(vision, options))


def rendered_event(key: str, event: Event, options: EventOptions) -> bytes:
    """Return an event as this kind of document."""
    export = EVENT_EXPORTS.find(key)
    choices = {choice: getattr(options, choice) for choice in sorted(export.takes)}
    described = f"{export.key} {language()} {options.on} {choices} {event.model_dump_json()}"
    return DOCUMENTS.get(described, lambda: export.render(event, options))
