"""What was drawn on the sketch pad and can never be saved: why, and how to save it elsewhere."""

from collections.abc import Callable
from functools import partial
from weakref import ReferenceType, ref

import streamlit as st

from path_planner.errors import FileGone
from path_planner.formats.sketch_svg import drawn_svg
from path_planner.i18n import _, ngettext
from path_planner.ui import state
from path_planner.ui.components.basics import confirm_button
from path_planner.ui.components.downloads import Offer, download_button
from path_planner.ui.components.messages import alert
from path_planner.ui.stores import session_store
from path_planner.ui.walk.sketch_sync import HEIGHT, WIDTH, SketchState


def set_aside_notice(sheet: SketchState, session_id: str, discard: Callable[[], object]) -> None:
    """Say what can never be saved, and why, with a way to save it elsewhere."""
    if not sheet.set_aside:
        return
    reasons = dict.fromkeys(each.why for each in sheet.set_aside.values())
    with st.container(border=True, key="pad-set-aside"):
        told = ngettext(
            "One thing you drew is on the pad only. Please save it as a file, or discard it.",
            "{count} things you drew are on the pad only. "
            "Please save them as a file, or discard them.",
            len(sheet.set_aside),
        )
        alert(f"{' '.join(reasons)} {told}")
        with st.container(horizontal=True):
            offer = Offer(
                file_name="not-kept.svg",
                mime="image/svg+xml",
                content=partial(_set_aside_file, ref(sheet), session_id),
            )
            download_button(_("Save as a file"), offer, state.key(f"set aside {sheet.slot}"))
            confirm_button(
                f"set aside {sheet.slot}",
                _("Discard"),
                _("Discard without saving?"),
                discard,
            )


def _set_aside_file(sheet: ReferenceType[SketchState], session_id: str) -> bytes:
    """Return what is set aside as an SVG; nothing is left of it once its window or plan is gone."""
    session_store().open(session_id)
    shown = sheet()
    if shown is None or not shown.set_aside:
        raise FileGone
    strokes = [stroke for each in shown.set_aside.values() for stroke in each.strokes]
    return drawn_svg(strokes, WIDTH, HEIGHT).encode()
