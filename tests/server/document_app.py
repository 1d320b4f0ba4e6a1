"""A page that has a document made which is never done."""

from datetime import UTC, datetime
from threading import Event

import streamlit as st

from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionExport, VisionOptions, none_quoted
from path_planner.ui.vision.publish.documents import RENDER_JOBS

begun = Event()


def never_done(_vision: Vision, _options: VisionOptions) -> bytes:
    """Wait for what never comes."""
    begun.set()
    Event().wait()
    return b""


then = datetime(2026, 5, 1, tzinfo=UTC)
vision = Vision(id="v7f3q2m", begun=then, updated=then)
endless = VisionExport("Endless", "endless", ".pdf", "application/pdf", never_done, none_quoted)
RENDER_JOBS.begin(("endless",), endless, vision, VisionOptions(on=then.date()))
begun.wait()
st.text("Being made …")
