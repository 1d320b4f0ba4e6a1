"""Documents while they are made: beside the pages, each once, and kept for a while."""

import logging
from collections import OrderedDict
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from hashlib import sha256
from threading import Lock

from path_planner import words
from path_planner.domain.vision.vision import Vision
from path_planner.exports.vision_export import VisionExport, VisionOptions
from path_planner.storage.document import write
from path_planner.ui.messages import where
from path_planner.ui.vision.beside import Hands
from path_planner.ui.vision.seen import once

logger = logging.getLogger(__name__)

_MOST_KEPT = 12
_MOST_BYTES = 200_000_000
_APART = ("printed", "withdrawals")
"""What no document shows: noting a download must not make everything anew."""

Key = tuple[str, ...]


@dataclass
class Work:
    """One document that is being made, or is made."""

    future: Future[bytes] = field(default_factory=Future)
    done: float = 0.0

    def note(self, done: float) -> None:
        """Hear how much is done; it never goes back."""
        self.done = max(self.done, min(1.0, done))

    @property
    def content(self) -> bytes | None:
        """Return the document; nothing while it is made, and where it could not be."""
        return None if not self.future.done() or self.future.exception() else self.future.result()

    @property
    def failed(self) -> bool:
        """Say whether it could not be made."""
        return self.future.done() and self.future.exception() is not None


class Workshop:
    """All documents of this process: one is made at a time, so that the pages stay quick."""

    def __init__(self) -> None:
        self._works: OrderedDict[Key, Work] = OrderedDict()
        self._lock = Lock()
        self._hands = Hands("documents")

    def found(self, key: Key) -> Work | None:
        """Return the work with this key, if it was begun and is still kept."""
        with self._lock:
            if key in self._works:
                self._works.move_to_end(key)
            return self._works.get(key)

    def begin(self, key: Key, export: VisionExport, vision: Vision, options: VisionOptions) -> Work:
        """Begin a document, or return it where it is being made already."""
        with self._lock:
            known = self._works.get(key)
            if known and not known.failed:
                return known
            work = self._works[key] = Work()
            asked = replace(options, progress=work.note)
            work.future = self._hands.submit(_made, export, vision, asked)
            self._forget()
            return work

    def _forget(self) -> None:
        """Let go of what was asked for longest ago; never of what is being made."""
        for key, work in list(self._works.items()):
            sizes = [len(one.content or b"") for one in self._works.values()]
            if len(sizes) <= _MOST_KEPT and sum(sizes) <= _MOST_BYTES:
                return
            if work.future.done():
                del self._works[key]


WORKSHOP = Workshop()


def key_of(export: VisionExport, vision: Vision, options: VisionOptions) -> Key:
    """Return what a document is made of: the same key, the same words in it."""
    chosen = (options.on.isoformat(), options.language, options.paper.value, words.language())
    return (export.key, vision.id, *chosen, _fingerprint(vision))


@once
def _fingerprint(vision: Vision) -> str:
    bare = {**{name: {} for name in _APART}, "revision": 0, "updated": vision.begun}
    return sha256(write(vision.model_copy(update=bare))).hexdigest()


def _made(export: VisionExport, vision: Vision, options: VisionOptions) -> bytes:
    try:
        return export.render(vision, options)
    except Exception as error:
        # Its message may quote a person.
        logger.error("The document %s failed: %s", export.key, where(error))  # noqa: TRY400
        raise
