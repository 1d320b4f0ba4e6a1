"""What a board asks the machine: it is worked out beside the page, which goes on meanwhile."""

import logging
import re
from collections import OrderedDict
from collections.abc import Mapping
from concurrent.futures import wait
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from path_planner.domain.vision.vision import Vision
from path_planner.ui.messages import where
from path_planner.ui.vision.beside import Hands
from path_planner.ui.vision.board.suggestions import Suggested, for_pile, for_voice
from path_planner.visioning.meeting import Meeting
from path_planner.words import say

logger = logging.getLogger(__name__)

_ASKED = re.compile(r"[a-z0-9]{20}")
_VOICE = re.compile(r"[A-Za-z0-9_-]{1,40}")
_MOST_KEPT = 64


@dataclass(frozen=True)
class Ask:
    """Suggestions for one voice, or seeds for the pile where `voice` is None."""

    id: str
    voice: str | None = None


def read_ask(raw: object) -> Ask | None:
    """Return what a report asks, read as from a stranger."""
    ask = raw.get("ask") if isinstance(raw, Mapping) else None
    if not isinstance(ask, Mapping):
        return None
    asked, about, voice = ask.get("id"), ask.get("about"), ask.get("voice")
    if not isinstance(asked, str) or not _ASKED.fullmatch(asked):
        return None
    if about == "pile":
        return Ask(asked)
    known = about == "voice" and isinstance(voice, str) and _VOICE.fullmatch(voice)
    return Ask(asked, str(voice)) if known else None


_hands = Hands("suggestions")
_asked: OrderedDict[tuple[str, str], "_Work"] = OrderedDict()
_guard = Lock()


class _Work:
    """One question that is being worked out, and how far it is."""

    def __init__(self, meeting: Meeting, ask: Ask) -> None:
        self.done, self.whole = 0, 0
        keep_in = meeting.store.spare(meeting.vision.id)
        self.future = _hands.submit(self._answer, meeting.vision, ask, keep_in)

    def _answer(self, vision: Vision, ask: Ask, keep_in: Path | None) -> Suggested:
        if ask.voice is None:
            return for_pile(vision, keep_in, self._tell)
        return for_voice(vision, ask.voice, keep_in, self._tell)

    def _tell(self, done: int, whole: int) -> None:
        self.done, self.whole = done, whole


def answer_to(meeting: Meeting, ask: Ask) -> dict[str, Any]:
    """Return what is suggested; while it is being worked out, how far that is."""
    work = _work(meeting, ask)
    if not work.future.done():
        return {"busy": _busy(work)}
    return {"answer": _answer(work, ask)}


def _busy(work: _Work) -> str:
    if work.done >= work.whole:
        return ""
    return say("{done} of {whole} voices read.", done=work.done, whole=work.whole)


def _answer(work: _Work, ask: Ask) -> dict[str, Any]:
    error = work.future.exception()
    if isinstance(error, Exception):
        # Its message may quote a person.
        logger.error("A suggestion failed: %s", where(error))
        return {**_nothing(ask), "note": say("Nothing can be suggested at the moment.")}
    return {**_nothing(ask), **work.future.result()}


def _work(meeting: Meeting, ask: Ask) -> _Work:
    name = (meeting.vision.id, ask.id)
    with _guard:
        if name not in _asked:
            _asked[name] = _Work(meeting, ask)
        _asked.move_to_end(name)
        while len(_asked) > _MOST_KEPT:
            _asked.popitem(last=False)[1].future.cancel()
        return _asked[name]


def _nothing(ask: Ask) -> dict[str, Any]:
    return {"id": ask.id, "alike": [], "themes": [], "seeds": [], "note": ""}


def wait_for(vision_id: str, ask_id: str) -> None:
    """Wait until something that was asked is worked out."""
    with _guard:
        work = _asked[(vision_id, ask_id)]
    wait([work.future])
