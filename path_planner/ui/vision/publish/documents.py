"""The documents of a vision: rendered on demand in the background, downloads recorded."""

import logging
from collections import OrderedDict
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from hashlib import sha256
from threading import Lock

import streamlit as st

from path_planner import i18n
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionExport, VisionOptions, vision_file_name
from path_planner.exports.paper import Paper
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.i18n import N_, _, ngettext
from path_planner.services.context import VisionContext
from path_planner.services.vision.sources import note_printed
from path_planner.storage.serializer import write
from path_planner.ui import state
from path_planner.ui.components.basics import heading, paragraph
from path_planner.ui.components.choices import PAPER_WORDS
from path_planner.ui.components.messages import where
from path_planner.ui.context import on_click_run, open_vision_context
from path_planner.ui.vision.background import BackgroundWorker
from path_planner.ui.vision.memo import memo_by_revision
from path_planner.ui.vision.privacy.quotes import unchecked_findings

logger = logging.getLogger(__name__)

_MOST_KEPT = 12
_MOST_BYTES = 200_000_000
_APART = ("printed", "withdrawals")
"""Collections that no document shows: recording a download must not render all again."""

Key = tuple[str, ...]


@dataclass
class RenderJob:
    """The rendering of one document."""

    future: Future[bytes] = field(default_factory=Future)
    done: float = 0.0

    def report_progress(self, done: float) -> None:
        """Set the progress, from 0 to 1; it never decreases."""
        self.done = max(self.done, min(1.0, done))

    @property
    def content(self) -> bytes | None:
        """Return the document; None while it is rendered, and if that failed."""
        return None if not self.future.done() or self.future.exception() else self.future.result()

    @property
    def failed(self) -> bool:
        """Say whether rendering failed."""
        return self.future.done() and self.future.exception() is not None


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
            job = self._jobs[key] = RenderJob()
            with_progress = replace(options, progress=job.report_progress)
            job.future = self.workers.submit(_made, export, vision, with_progress)
            self._forget()
            return job

    def _forget(self) -> None:
        """Drop the least recently used jobs that are done, beyond the limits."""
        for key, job in list(self._jobs.items()):
            sizes = [len(job.content or b"") for job in self._jobs.values()]
            if len(sizes) <= _MOST_KEPT and sum(sizes) <= _MOST_BYTES:
                return
            if job.future.done():
                del self._jobs[key]


RENDER_JOBS = RenderJobs()


def key_of(export: VisionExport, vision: Vision, options: VisionOptions) -> Key:
    """Return the cache key of a document: the same key means the same content."""
    chosen = (options.on.isoformat(), options.language, options.paper.value, i18n.language())
    return (export.key, vision.id, *chosen, _fingerprint(vision))


@memo_by_revision
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


_ORDER = ("plan", "easyread", "summary", "poster", "posterpng", "postersvg", "docx", "giveaway")
"""The order of the documents by key; others come last."""
FOR_WHOM = {
    "plan": N_("The full plan with all the evidence: for the group and for decision-makers."),
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
_BUSY, _DRAW_ALL = "documents busy", "documents draw all"


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
    busy = any(_is_busy(context, export, paper) for export in _listed())
    st.fragment(_all, run_every=_WATCHING if busy else None)(paper)


def _known(vision: Vision) -> bool:
    """Show what the checks found; return whether people want the documents all the same."""
    count = len(unchecked_findings(vision))
    if not count:
        return True
    paragraph(
        ngettext(
            "{count} quote could identify someone.",
            "{count} quotes could identify someone.",
            count,
        ),
        "needed",
    )
    return st.checkbox(_("We know. Make the documents anyway."), key=state.key("make anyway"))


def _all(paper: Paper) -> None:
    """Show each document; while one is rendered, this fragment reruns by itself."""
    context = open_vision_context()
    were_busy = bool(state.recall(_BUSY))
    for export in _listed():
        with st.container(border=True, key=f"document-{export.key}", gap="small"):
            _document(context, export, paper)
    busy = any(_is_busy(context, export, paper) for export in _listed())
    state.remember(_BUSY, busy)
    if busy != were_busy or state.recall(_DRAW_ALL):
        # The page starts or stops the reruns, or shows the recorded download.
        state.remember(_DRAW_ALL, False)
        st.rerun(scope="app")


def _listed() -> list[VisionExport]:
    return sorted(VISION_EXPORTS.known, key=_place)


def _place(export: VisionExport) -> tuple[int, str]:
    return (_ORDER.index(export.key) if export.key in _ORDER else len(_ORDER), export.key)


def _options(context: VisionContext, export: VisionExport, paper: Paper) -> VisionOptions:
    chosen = paper if export.key.startswith(_POSTERS) else Paper.A4
    return VisionOptions(on=context.now().date(), language=i18n.language(), paper=chosen)


def _is_busy(context: VisionContext, export: VisionExport, paper: Paper) -> bool:
    job = RENDER_JOBS.get(key_of(export, context.document, _options(context, export, paper)))
    return job is not None and not job.future.done()


def _document(context: VisionContext, export: VisionExport, paper: Paper) -> None:
    heading(_(export.name), 3)
    if export.key in FOR_WHOM:
        paragraph(_(FOR_WHOM[export.key]), "quiet")
    options = _options(context, export, paper)
    job = RENDER_JOBS.get(key_of(export, context.document, options))
    if job and not job.future.done():
        _progress(job)
    elif job and (content := job.content) is not None:
        _download(context, export, content)
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
    state.remember(_DRAW_ALL, True)


def _progress(job: RenderJob) -> None:
    words_for = _("Being made …") if job.future.running() else _("Waiting its turn.")
    st.progress(job.done, text=words_for)


def _download(context: VisionContext, export: VisionExport, content: bytes) -> None:
    st.download_button(
        _("Download and print"),
        data=content,
        file_name=vision_file_name(context.document, export, content),
        mime=export.mime,
        icon=":material/download:",
        type="primary",
        key=state.key(f"take {export.key}"),
        on_click=_taken,
        args=(export, context.document),
    )


def _taken(export: VisionExport, vision: Vision) -> None:
    """Record a download with the ids of the voices quoted in it."""
    stands = export.quoted_ids(vision)
    on_click_run(note_printed, export.key, stands.voices, stands.sources)
    state.remember(_DRAW_ALL, True)


def names_of_documents() -> Mapping[str, str]:
    """Return the name of each document by its key."""
    return {export.key: _(export.name) for export in VISION_EXPORTS.known}
