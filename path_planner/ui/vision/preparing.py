"""Getting ready to compare: large visions are read once while people gather, not when they ask.

It shows how far it is and about how long it takes, and can be stopped: then nothing is kept.
"""

from collections import OrderedDict
from hashlib import blake2b
from threading import Lock

import streamlit as st

from path_planner.analysis.queries import all_voices
from path_planner.domain.vision.vision import Vision
from path_planner.exports.vision_memo import memo_by_revision
from path_planner.i18n import _, ngettext
from path_planner.services.context import VisionContext
from path_planner.services.vision.theme_suggestions import corpus_of
from path_planner.ui import state
from path_planner.ui.components.basics import paragraph
from path_planner.ui.erased import on_erase
from path_planner.ui.vision.background import SUGGESTIONS, Progress, StoppableJob

LARGE = 300
"""Voices: fewer are read in a moment once somebody asks."""
_MOST_KEPT = 16
_EVERY = 1.0

_Key = tuple[str, str]
_jobs: OrderedDict[_Key, StoppableJob[int]] = OrderedDict()
_lock = Lock()


def preparing(context: VisionContext) -> None:
    """Show how far the reading of a large vision is, and begin it where it has not begun."""
    job = _job(context)
    if job is None or job.future.done():
        return
    with st.container(key="preparing", border=True):
        st.fragment(_show, run_every=_EVERY)(context.document.id, _key(context.document))


def _job(context: VisionContext) -> StoppableJob[int] | None:
    vision, key = context.document, _key(context.document)
    if not key[1]:
        return None
    with _lock:
        if key not in _jobs:
            keep_in = context.store.cache_path(vision.id)

            def read(progress: Progress) -> int:
                return len(corpus_of(vision, keep_in, progress).ids)

            for older in [older for older in _jobs if older[0] == vision.id]:
                _jobs.pop(older).stop()
            _jobs[key] = StoppableJob(SUGGESTIONS, read)
        while len(_jobs) > _MOST_KEPT:
            _jobs.popitem(last=False)[1].stop()
        return _jobs[key]


@memo_by_revision
def _key(vision: Vision) -> _Key:
    """Return what tells the voices of a vision from those of another time; empty if few."""
    voices = all_voices(vision)
    if len(voices) < LARGE:
        return vision.id, ""
    texts = sorted(f"{voice.id} {voice.text}" for voice in voices)
    return vision.id, blake2b("\n".join(texts).encode(), digest_size=12).hexdigest()


def _show(vision_id: str, key: _Key) -> None:
    with _lock:
        job = _jobs.get(key)
    if job is None:
        return
    if job.future.cancelled() or (job.future.done() and job.future.exception()):
        paragraph(
            _(
                "The computer has stopped reading the voices. It will go on "
                "when somebody asks for suggestions."
            )
        )
    elif job.future.done():
        paragraph(_("The computer has read all the voices. It can suggest what belongs together."))
    else:
        st.progress(job.part, text=_sentence(job))
        st.button(
            _("Stop"),
            key=state.key(f"stop preparing {vision_id}"),
            icon=":material/stop:",
            on_click=job.stop,
        )


def _sentence(job: StoppableJob[int]) -> str:
    if not job.total:
        return _("Getting ready to find themes …")
    read = ngettext(
        "Getting ready to find themes: {done} of {count} voice read.",
        "Getting ready to find themes: {done} of {count} voices read.",
        job.total,
        done=job.done,
    )
    return " ".join(filter(None, (read, job.time_left())))


@on_erase
def _forget_erased(document_id: str) -> None:
    with _lock:
        for key in [key for key in _jobs if key[0] == document_id]:
            _jobs.pop(key).stop()
