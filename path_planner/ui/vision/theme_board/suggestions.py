"""Suggestions as the board shows them: each with what made it."""

import logging
from collections import OrderedDict
from concurrent.futures import wait
from pathlib import Path
from threading import Lock
from typing import Any

from path_planner.domain.vision.vision import Vision
from path_planner.i18n import _
from path_planner.services.context import VisionContext
from path_planner.services.vision import theme_suggestions
from path_planner.services.vision.theme_board_commands import Ask, AskAboutUnassigned
from path_planner.services.vision.theme_suggestions import why_alike, why_seed, why_theme
from path_planner.similarity.embeddings import Progress
from path_planner.ui.components.messages import where
from path_planner.ui.vision.background import BackgroundWorker

Suggested = dict[str, Any]


def suggest_for_voice(
    vision: Vision, voice_id: str, keep_in: Path | None, progress: Progress | None = None
) -> Suggested:
    """Return voices like one, and the likeliest of the group's own themes for it."""
    found = theme_suggestions.suggest_for_voice(vision, voice_id, keep_in, progress)
    note = _("The computer does not know this language. It only compares letters.")
    return {
        "alike": [{"voice": voice.id, "because": why_alike(voice)} for voice in found.alike],
        "themes": [
            {"theme": theme.id, "because": why_theme(vision, theme)} for theme in found.themes
        ],
        "note": "" if found.known_language else note,
    }


def suggest_clusters(
    vision: Vision, keep_in: Path | None, progress: Progress | None = None
) -> Suggested:
    """Return small groups of voices that may belong together, out of those in no theme."""
    found = theme_suggestions.suggest_clusters(vision, keep_in, progress)
    return {
        "seeds": [
            {"id": "-".join(seed.voices), "voices": list(seed.voices), "because": why_seed(seed)}
            for seed in found
        ]
    }


logger = logging.getLogger(__name__)

_MOST_KEPT = 64

_hands = BackgroundWorker("suggestions")
_asked: OrderedDict[tuple[str, str], "_Work"] = OrderedDict()
_guard = Lock()


class _Work:
    """One question that is being worked out, and how far it is."""

    def __init__(self, context: VisionContext, ask: Ask) -> None:
        self.done, self.whole = 0, 0
        keep_in = context.store.cache_path(context.document.id)
        self.future = _hands.submit(self._answer, context.document, ask, keep_in)

    def _answer(self, vision: Vision, ask: Ask, keep_in: Path | None) -> Suggested:
        if isinstance(ask, AskAboutUnassigned):
            return suggest_clusters(vision, keep_in, self._tell)
        return suggest_for_voice(vision, ask.voice, keep_in, self._tell)

    def _tell(self, done: int, whole: int) -> None:
        self.done, self.whole = done, whole


def answer_to(context: VisionContext, ask: Ask) -> dict[str, Any]:
    """Return what is suggested; while it is being worked out, how far that is."""
    work = _work(context, ask)
    if not work.future.done():
        return {"busy": _busy(work)}
    return {"answer": _answer(work, ask)}


def _busy(work: _Work) -> str:
    if work.done >= work.whole:
        return ""
    return _("{done} of {whole} voices read.", done=work.done, whole=work.whole)


def _answer(work: _Work, ask: Ask) -> dict[str, Any]:
    error = work.future.exception()
    if isinstance(error, Exception):
        # Its message may quote a person.
        logger.error("A suggestion failed: %s", where(error))
        return {**_nothing(ask), "note": _("No suggestions at the moment.")}
    return {**_nothing(ask), **work.future.result()}


def _work(context: VisionContext, ask: Ask) -> _Work:
    name = (context.document.id, ask.id)
    with _guard:
        if name not in _asked:
            _asked[name] = _Work(context, ask)
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
