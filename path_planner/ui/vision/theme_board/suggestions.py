"""Suggestions for the theming board, computed in the background, each with its reason."""

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
    """Return voices similar to one, and the most similar themes of the group."""
    suggested = theme_suggestions.suggest_for_voice(vision, voice_id, keep_in, progress)
    note = _("The computer does not know this language. It only compares letters.")
    return {
        "alike": [{"voice": voice.id, "because": why_alike(voice)} for voice in suggested.alike],
        "themes": [
            {"theme": theme.id, "because": why_theme(vision, theme)} for theme in suggested.themes
        ],
        "note": "" if suggested.known_language else note,
    }


def suggest_clusters(
    vision: Vision, keep_in: Path | None, progress: Progress | None = None
) -> Suggested:
    """Return clusters of similar voices among those without a theme."""
    clusters = theme_suggestions.suggest_clusters(vision, keep_in, progress)
    return {
        "seeds": [
            {
                "id": "-".join(cluster.voices),
                "voices": list(cluster.voices),
                "because": why_seed(cluster),
            }
            for cluster in clusters
        ]
    }


logger = logging.getLogger(__name__)

_MOST_KEPT = 64

_worker = BackgroundWorker("suggestions")
_jobs: OrderedDict[tuple[str, str], "_Job"] = OrderedDict()
_lock = Lock()


class _Job:
    """The computation of one request, and its progress."""

    def __init__(self, context: VisionContext, ask: Ask) -> None:
        self.done, self.total = 0, 0
        keep_in = context.store.cache_path(context.document.id)
        self.future = _worker.submit(self._answer, context.document, ask, keep_in)

    def _answer(self, vision: Vision, ask: Ask, keep_in: Path | None) -> Suggested:
        if isinstance(ask, AskAboutUnassigned):
            return suggest_clusters(vision, keep_in, self._report_progress)
        return suggest_for_voice(vision, ask.voice, keep_in, self._report_progress)

    def _report_progress(self, done: int, total: int) -> None:
        self.done, self.total = done, total


def suggestions_for(context: VisionContext, ask: Ask) -> dict[str, Any]:
    """Return the suggestions; while they are computed, the progress."""
    job = _job(context, ask)
    if not job.future.done():
        return {"busy": _busy(job)}
    return {"answer": _answer(job, ask)}


def _busy(job: _Job) -> str:
    if job.done >= job.total:
        return ""
    return _("{done} of {whole} voices read.", done=job.done, whole=job.total)


def _answer(job: _Job, ask: Ask) -> dict[str, Any]:
    error = job.future.exception()
    if isinstance(error, Exception):
        # Its message may quote a person.
        logger.error("A suggestion failed: %s", where(error))
        return {**_nothing(ask), "note": _("No suggestions at the moment.")}
    return {**_nothing(ask), **job.future.result()}


def _job(context: VisionContext, ask: Ask) -> _Job:
    name = (context.document.id, ask.id)
    with _lock:
        if name not in _jobs:
            _jobs[name] = _Job(context, ask)
        _jobs.move_to_end(name)
        while len(_jobs) > _MOST_KEPT:
            _jobs.popitem(last=False)[1].future.cancel()
        return _jobs[name]


def _nothing(ask: Ask) -> dict[str, Any]:
    return {"id": ask.id, "alike": [], "themes": [], "seeds": [], "note": ""}


def wait_for(vision_id: str, ask_id: str) -> None:
    """Wait until a request is computed."""
    with _lock:
        job = _jobs[(vision_id, ask_id)]
    wait([job.future])
