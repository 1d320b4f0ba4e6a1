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
from path_planner.services.vision.theme_board_commands import (
    Ask,
    AskAboutTheme,
    AskAboutUnassigned,
)
from path_planner.services.vision.theme_offers import offers_of
from path_planner.services.vision.theme_suggestions import (
    reach_of,
    why_alike,
    why_harvest,
    why_seed,
    why_theme,
)
from path_planner.similarity.clusters import ClusterSeed
from path_planner.similarity.embeddings import Progress
from path_planner.ui.components.messages import where
from path_planner.ui.vision.background import SUGGESTIONS, StoppableJob

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
    """Return what themes can start from, of voices without one: groups of harvests, and clusters.

    Voices that say the same words are one line. A group of a harvest brings its title.
    """
    groups = theme_suggestions.harvest_seeds(vision)
    clusters = theme_suggestions.suggest_clusters(vision, keep_in, progress)
    return {
        "seeds": [
            *(
                {
                    "id": f"harvest {group.lines[0][0]}",
                    "lines": [list(line) for line in group.lines],
                    "because": why_harvest(),
                    "reach": "",
                    "name": group.title,
                }
                for group in groups
            ),
            *(_cluster(cluster) for cluster in clusters),
        ]
    }


def _cluster(cluster: ClusterSeed) -> Suggested:
    return {
        "id": cluster.lines[0][0],
        "lines": [list(line) for line in cluster.lines],
        "because": why_seed(cluster),
        "reach": reach_of(cluster),
        "name": "",
    }


def offer_voices(
    vision: Vision, ask: AskAboutTheme, keep_in: Path | None, progress: Progress | None = None
) -> Suggested:
    """Return the voices in no theme that may belong in one, ranked."""
    offers = offers_of(vision, ask.theme, ask.like, keep_in, progress)
    return {
        "offers": [
            {
                "voices": list(line.voices),
                "people": list(line.people),
                "because": line.because,
                "sure": line.sure,
            }
            for line in offers.lines
        ],
        "middle": list(offers.middle),
    }


logger = logging.getLogger(__name__)

_MOST_KEPT = 64

_jobs: OrderedDict[tuple[str, str], StoppableJob[Suggested]] = OrderedDict()
_asked: OrderedDict[tuple[str, str], str] = OrderedDict()
"""The id of what each window asked for last, by the vision and the window."""
_lock = Lock()


def _begin(context: VisionContext, ask: Ask) -> StoppableJob[Suggested]:
    vision, keep_in = context.document, context.store.cache_path(context.document.id)

    def answer(progress: Progress) -> Suggested:
        if isinstance(ask, AskAboutUnassigned):
            return suggest_clusters(vision, keep_in, progress)
        if isinstance(ask, AskAboutTheme):
            return offer_voices(vision, ask, keep_in, progress)
        return suggest_for_voice(vision, ask.voice, keep_in, progress)

    return StoppableJob(SUGGESTIONS, answer)


def suggestions_for(context: VisionContext, ask: Ask) -> dict[str, Any]:
    """Return the suggestions; while they are computed, the progress."""
    job = _job(context, ask)
    if not job.future.done():
        return {"busy": _busy(job)}
    return {"answer": _answer(job, ask)}


def stop_unasked(vision_id: str, window: str, ask_id: str | None) -> None:
    """Stop what a window had asked for before, once it asks for something else or for nothing."""
    with _lock:
        before = _asked.pop((vision_id, window), None)
        if ask_id:
            _asked[vision_id, window] = ask_id
        while len(_asked) > _MOST_KEPT:
            _asked.popitem(last=False)
        is_over = before is not None and before != ask_id
        job = _jobs.pop((vision_id, before), None) if before and is_over else None
    if job is not None:
        job.stop()


def _busy(job: StoppableJob[Suggested]) -> str:
    if job.done >= job.total:
        return ""
    read = _("{done} of {whole} voices read.", done=job.done, whole=job.total)
    return " ".join(filter(None, (read, job.time_left())))


def _answer(job: StoppableJob[Suggested], ask: Ask) -> dict[str, Any]:
    error = job.future.exception()
    if isinstance(error, Exception):
        # Its message may quote a person.
        logger.error("A suggestion failed: %s", where(error))
        return {**_nothing(ask), "note": _("No suggestions at the moment.")}
    return {**_nothing(ask), **job.future.result()}


def _job(context: VisionContext, ask: Ask) -> StoppableJob[Suggested]:
    name = (context.document.id, ask.id)
    with _lock:
        if name not in _jobs:
            _jobs[name] = _begin(context, ask)
        _jobs.move_to_end(name)
        while len(_jobs) > _MOST_KEPT:
            _jobs.popitem(last=False)[1].stop()
        return _jobs[name]


def _nothing(ask: Ask) -> dict[str, Any]:
    return {
        "id": ask.id,
        "alike": [],
        "themes": [],
        "seeds": [],
        "offers": [],
        "middle": [],
        "note": "",
    }


def wait_for(vision_id: str, ask_id: str) -> None:
    """Wait until a request is computed."""
    with _lock:
        job = _jobs[(vision_id, ask_id)]
    wait([job.future])
