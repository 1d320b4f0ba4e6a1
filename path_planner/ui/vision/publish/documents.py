"""The documents of a vision: rendered on demand in the background, downloads recorded."""

import logging
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from hashlib import sha256
from threading import Lock

import streamlit as st

from path_planner import i18n
from path_planner.domain.vision.vision import Vision
from path_planner.errors import FileGone
from path_planner.exports.base import Paper, VisionExport, VisionOptions, vision_file_name
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.exports.vision_memo import memo_by_revision
from path_planner.i18n import N_, _, ngettext
from path_planner.services.context import VisionContext
from path_planner.services.vision.privacy.pii_checks import marks_of
from path_planner.services.vision.sources import note_printed
from path_planner.storage.serializer import write
from path_planner.ui import state
from path_planner.ui.components.basics import heading, paragraph
from path_planner.ui.components.choices import PAPER_WORDS
from path_planner.ui.components.downloads import Offer, download_button, made_from
from path_planner.ui.components.messages import where
from path_planner.ui.context import open_vision_context
from path_planner.ui.erased import on_erase
from path_planner.ui.stores import vision_store
from path_planner.ui.vision.background import (
    BackgroundWorker,
    Progress,
    StoppableJob,
    Stopped,
)
from path_planner.ui.vision.privacy.own_texts import in_own_words
from path_planner.ui.vision.privacy.quotes import unchecked_findings

logger = logging.getLogger(__name__)

_MOST_KEPT = 12
_MOST_BYTES = 200_000_000
_APART = ("printed", "withdrawals")
"""Collections that no document shows: recording a download must not render all again."""

Key = tuple[str, ...]


_STEPS = 1_000
"""The parts into which the progress of a document is divided."""


class RenderJob:
    """The rendering of one document, which can be stopped."""

    def __init__(
        self, worker: BackgroundWorker, export: VisionExport, vision: Vision, options: VisionOptions
    ) -> None:
        self._furthest = 0

        def make(progress: Progress) -> bytes:
            def report(done: float) -> None:
                # It never decreases: the parts of a zip each begin anew.
                self._furthest = max(self._furthest, round(_STEPS * min(1.0, done)))
                progress(self._furthest, _STEPS)

            return _made(export, vision, replace(options, progress=report))

        self.job = StoppableJob(worker, make)

    @property
    def is_over(self) -> bool:
        """Whether it was made, failed or was stopped."""
        return self.job.future.done()

    @property
    def content(self) -> bytes | None:
        """Return the document; None while it is rendered, and if that failed."""
        future = self.job.future
        if not future.done() or future.cancelled() or future.exception():
            return None
        return future.result()

    @property
    def failed(self) -> bool:
        """Say whether rendering failed."""
        return self.is_over and self.content is None


class RenderJobs:
    """All jobs of this process: one runs at a time, so that the pages stay quick."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[Key, RenderJob] = OrderedDict()
        self._lock = Lock()
        self.workers = BackgroundWorker("documents")

    def get(self, key: Key) -> RenderJob | None:
        """Return the job with this key, or None."""
        with self._lock:
            if key in self._jobs:
                self._jobs.move_to_end(key)
            return self._jobs.get(key)

    def begin(
        self, key: Key, export: VisionExport, vision: Vision, options: VisionOptions
    ) -> RenderJob:
        """Start a job, or return the one with this key unless it failed."""
        with self._lock:
            existing = self._jobs.get(key)
            if existing and not existing.failed:
                return existing
            job = self._jobs[key] = RenderJob(self.workers, export, vision, options)
            self._forget()
            return job

    def forget(self, vision_id: str, keep: str = "") -> None:
        """Drop the jobs of a vision, even one that runs, except for the fingerprint `keep`."""
        with self._lock:
            for key in [key for key in self._jobs if key[1:2] == (vision_id,) and key[-1] != keep]:
                del self._jobs[key]

    def stop(self, key: Key) -> None:
        """Stop a job and drop it: nothing of it is left."""
        with self._lock:
            if stopped := self._jobs.pop(key, None):
                stopped.job.stop()

    def has_any(self, vision_id: str) -> bool:
        """Say whether there is a job of this vision."""
        with self._lock:
            return any(key[1:2] == (vision_id,) for key in self._jobs)

    def _forget(self) -> None:
        """Drop the least recently used jobs that are done, beyond the limits."""
        for key, job in list(self._jobs.items()):
            sizes = [len(job.content or b"") for job in self._jobs.values()]
            if len(sizes) <= _MOST_KEPT and sum(sizes) <= _MOST_BYTES:
                return
            if job.is_over:
                del self._jobs[key]


RENDER_JOBS = RenderJobs()


def key_of(export: VisionExport, vision: Vision, options: VisionOptions) -> Key:
    """Return the cache key of a document: the same key means the same content."""
    chosen = (options.on.isoformat(), options.language, options.paper.value, i18n.language())
    return (export.key, vision.id, *chosen, _fingerprint(vision))


@on_erase
def _forget_erased(document_id: str) -> None:
    RENDER_JOBS.forget(document_id)


def forget_outdated(vision: Vision) -> None:
    """Drop the documents that show what the vision no longer says."""
    if RENDER_JOBS.has_any(vision.id):
        RENDER_JOBS.forget(vision.id, keep=_fingerprint(vision))


@memo_by_revision
def _fingerprint(vision: Vision) -> str:
    bare = {**{name: {} for name in _APART}, "revision": 0, "updated": vision.begun}
    return sha256(write(vision.model_copy(update=bare))).hexdigest()


def _made(export: VisionExport, vision: Vision, options: VisionOptions) -> bytes:
    try:
        marks = marks_of(vision, export.quoted_ids(vision).voices)
        return export.render(vision, replace(options, marks=marks))
    except Stopped:
        raise
    except Exception as error:
        # Its message may quote a person.
        logger.error("The document %s failed: %s", export.key, where(error))  # noqa: TRY400
        raise


_ORDER = (
    "plan",
    "evidence",
    "easyread",
    "summary",
    "poster",
    "posterpng",
    "postersvg",
    "docx",
    "giveaway",
)
"""The order of the documents by key; others come last."""
FOR_WHOM = {
    "plan": N_("Two pages to act on, and the plan in full: for the group and decision-makers."),
    "evidence": N_("Every voice and what came from it: for all who want to check the plan."),
    "easyread": N_("Pictures and short sentences: for everyone."),
    "summary": N_("One side of A4: for a notice board or a meeting."),
    "poster": N_("The community’s PATH on one sheet: for the wall."),
    "posterpng": N_("The same poster as a picture: for a screen or a message."),
    "postersvg": N_("The same poster as a drawing: for designers."),
    "docx": N_("The plan in a form you can edit in Word."),
    "giveaway": N_("Everything that can be shared, in one file: for other groups and researchers."),
}
"""Who each document is for, by its key."""
_WATCHING = 0.7
"""Seconds between two updates of the progress."""
_POSTERS = "poster"
_WAITING = 2.0
"""Seconds between two looks whether a document has been taken."""
_STATE = "documents shown"


def documents(context: VisionContext) -> None:
    """Show the documents; first a warning if checks are left that people must confirm."""
    heading(_("Make the documents"), 2)
    if not _known(context.document):
        return
    paper = st.selectbox(
        _("Paper size of the poster"),
        list(PAPER_WORDS),
        index=list(PAPER_WORDS).index(Paper.A1),
        format_func=lambda paper: _(PAPER_WORDS[paper]),
        key=state.key("poster paper"),
    )
    pace, _taken_before = shown = _state(context, paper)
    state.remember(_STATE, shown)
    st.fragment(_all, run_every=pace)(paper)


def _known(vision: Vision) -> bool:
    """Show what the checks found; return whether people want the documents all the same."""
    count = len(unchecked_findings(vision)) + len(in_own_words(vision))
    if not count:
        return True
    paragraph(
        ngettext(
            "{count} quote or text of yours could identify someone. If you "
            "make the documents now, they say that they were not checked.",
            "{count} quotes or texts of yours could identify someone. If you "
            "make the documents now, they say that they were not checked.",
            count,
        ),
        "needed",
    )
    return st.checkbox(_("We know. Make the documents anyway."), key=state.key("make anyway"))


def _all(paper: Paper) -> None:
    """Show each document; while there is something to wait for, this fragment reruns by itself."""
    context = open_vision_context()
    for export in _listed():
        with st.container(border=True, key=f"document-{export.key}", gap="small"):
            _document(context, export, paper)
    if _state(context, paper) != state.recall(_STATE):
        # The page starts or stops the reruns, or shows the recorded download.
        st.rerun(scope="app")


def _state(context: VisionContext, paper: Paper) -> tuple[float | None, int]:
    """Return the seconds until the next look, and how many downloads are recorded."""
    jobs = [_job(context, export, paper) for export in _listed()]
    pace = None
    if any(job and not job.is_over for job in jobs):
        pace = _WATCHING
    elif any(job and job.content is not None for job in jobs):
        pace = _WAITING
    return pace, len(context.document.printed)


def _listed() -> list[VisionExport]:
    return sorted(VISION_EXPORTS.known, key=_place)


def _place(export: VisionExport) -> tuple[int, str]:
    return (_ORDER.index(export.key) if export.key in _ORDER else len(_ORDER), export.key)


def _options(context: VisionContext, export: VisionExport, paper: Paper) -> VisionOptions:
    chosen = paper if export.key.startswith(_POSTERS) else Paper.A4
    return VisionOptions(on=context.now().date(), language=i18n.language(), paper=chosen)


def _job(context: VisionContext, export: VisionExport, paper: Paper) -> RenderJob | None:
    return RENDER_JOBS.get(key_of(export, context.document, _options(context, export, paper)))


def _document(context: VisionContext, export: VisionExport, paper: Paper) -> None:
    heading(_(export.name), 3)
    if export.key in FOR_WHOM:
        paragraph(_(FOR_WHOM[export.key]), "quiet")
    options = _options(context, export, paper)
    key = key_of(export, context.document, options)
    job = RENDER_JOBS.get(key)
    if job and not job.is_over:
        _progress(job, key)
    elif job and (content := job.content) is not None:
        _download(context, export, options, content)
    else:
        if job and job.failed:
            paragraph(_("This document could not be made. The others are not affected."), "needed")
        st.button(
            _("Make"),
            icon=":material/print:",
            key=state.key(f"make {export.key}"),
            on_click=_make,
            args=(export, paper),
        )


def _make(export: VisionExport, paper: Paper) -> None:
    context = open_vision_context()
    options = _options(context, export, paper)
    RENDER_JOBS.begin(key_of(export, context.document, options), export, context.document, options)


def _progress(job: RenderJob, key: Key) -> None:
    making = job.job
    words = _("Being made …") if making.future.running() else _("Waiting its turn.")
    st.progress(making.part, text=" ".join(filter(None, (words, making.time_left()))))
    st.button(
        _("Stop"),
        key=state.key(f"stop {key[0]}"),
        icon=":material/stop:",
        on_click=RENDER_JOBS.stop,
        args=(key,),
    )


def _download(
    context: VisionContext, export: VisionExport, options: VisionOptions, content: bytes
) -> None:
    take = partial(_taken, export, options, context.by)
    offer = Offer(
        file_name=vision_file_name(context.document, export, content),
        mime=export.mime,
        content=made_from(vision_store, context.document.id, take),
    )
    download_button(
        _("Download and print"),
        offer,
        state.key(f"take {export.key}"),
        facts=f"{options.on} {options.paper}",
        primary=True,
    )


def _taken(export: VisionExport, options: VisionOptions, by: str, vision: Vision) -> bytes:
    """Return a document that is being taken, and record it with the ids of the voices in it."""
    job = RENDER_JOBS.get(key_of(export, vision, options))
    content = job.content if job else None
    if content is None:
        raise FileGone
    quoted = export.quoted_ids(vision)
    # Before it goes out: what was not noted could not be found again.
    note_printed(
        VisionContext(vision_store(), vision, by=by), export.key, quoted.voices, quoted.sources
    )
    return content


def names_of_documents() -> Mapping[str, str]:
    """Return the name of each document by its key."""
    return {export.key: _(export.name) for export in VISION_EXPORTS.known}
