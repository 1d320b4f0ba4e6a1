"""The sketch pad of a stage: every stroke is saved as it is drawn."""

import secrets
from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from path_planner.domain.marks import Pen, Sketch
from path_planner.domain.session import Session
from path_planner.domain.voice import Expressed
from path_planner.formats.fabric import write_colour
from path_planner.formats.sketch_svg import as_address, sketch_svg
from path_planner.i18n import _, ngettext
from path_planner.processes.model import Stage
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.sketches import (
    describe_sketch,
    sketches_of,
    strokes_of,
)
from path_planner.services.session.voices import write_voice
from path_planner.ui import state
from path_planner.ui.components import autosave, choices
from path_planner.ui.components.basics import hidden, paragraph
from path_planner.ui.components.line_input import line_input
from path_planner.ui.components.messages import alert
from path_planner.ui.components.undo_delete import delete_button, undo_delete_bar
from path_planner.ui.context import open_session, run_use_case
from path_planner.ui.live_updates import mark_saved
from path_planner.ui.page_frame import saved_line
from path_planner.ui.sync.component import load_script
from path_planner.ui.walk import sketch_sync
from path_planner.ui.walk.set_aside import set_aside_notice
from path_planner.ui.walk.sketch_sync import HEIGHT, WIDTH, SketchState


def show_canvas(
    key: str,
    pen: Pen,
    drawing: dict[str, Any],
    picture: str | None,
    size: tuple[float, float],
    *,
    on_change: Callable[[], None],
) -> None:
    """Show the drawing component; it is reset whenever `drawing` changes."""
    # Imported here because the import raises outside a running app.
    from streamlit_drawable_canvas import st_canvas  # noqa: PLC0415

    width, height = round(size[0]), round(size[1])
    # The space is reserved from the start, so that nothing below moves when it is loaded.
    st.html(f"<style>.st-key-sketch-pad {{ aspect-ratio: {width} / {height}; }}</style>")
    st_canvas(
        stroke_width=round(pen.width),
        stroke_color=write_colour(pen.colour, pen.opacity),
        background_image=picture,
        initial_drawing=drawing,
        width=width,
        height=height,
        drawing_mode="freedraw",
        key=key,
        on_change=on_change,
    )


def objects_on(key: str, otherwise: list[Any]) -> list[Any]:
    """Return the objects on the canvas, from its last message."""
    message = state.widget_value(key) or {}
    drawing = message.get("drawing") or {}
    objects = (drawing.get("raw") or {}).get("objects")
    return objects if isinstance(objects, list) else otherwise


def fit_canvas(
    place: str, label: str, size: tuple[float, float], on_idle: Callable[[], None], *, heavy: int
) -> None:
    """Fit the canvas into its place and label it; if `heavy`, call `on_idle` once nobody draws."""
    fit = load_script("sketch_pad_dress", "ui/walk/sketch_pad.js")
    fit(
        data={
            "place": place,
            "shape": f"{round(size[0])} / {round(size[1])}",
            "label": label,
            "heavy": heavy,
        },
        key=state.key("canvas dress"),
        on_fold_change=on_idle,
    )


_PLACE = "sketch-pad"


@st.fragment
def sketch_pad(stage: Stage) -> None:
    """Show the buttons of a stage's sketches, and one of them on the pad."""
    session = open_session().document
    sketches = sketches_of(session, stage.id)
    sheet = _sheet(stage, sketches)
    with st.container(horizontal=True, key="pad-choices", vertical_alignment="center"):
        _choose(stage, sheet, sketches)
        pen = _choose_pen()
    # Strokes whose callback was cut off are saved here.
    _save(stage.id, sheet)
    session = open_session().document
    _pad(stage, sheet, session, pen)
    if state.ui_state().error_message:
        alert(state.ui_state().error_message)
    set_aside_notice(sheet, session.id, partial(_discard, sheet))
    with state.showing(session.revision):
        _below(stage, sheet, session)


def _choose(stage: Stage, sheet: SketchState, sketches: list[Sketch]) -> None:
    # The row keeps its height when a sketch gets its first stroke: the pad must not move.
    sketch_ids = [*(sketch.id for sketch in sketches), *([] if sheet.sketch else [None])]
    here = sketch_ids.index(sheet.sketch) + 1 if sheet.sketch in sketch_ids else len(sketch_ids)
    with (
        st.popover(_("Sketch {number}", number=here), key=state.key("sheets")),
        st.container(key="sheets"),
    ):
        for number, sketch_id in enumerate(sketch_ids, start=1):
            st.button(
                _("Sketch {number}", number=number),
                key=state.key(f"sheet {stage.id} {number}"),
                type="primary" if sketch_id == sheet.sketch else "secondary",
                on_click=_turn_to,
                args=(stage.id, sketch_id),
            )
        st.button(
            _("New page"),
            key=state.key("new sheet"),
            icon=":material/add:",
            disabled=sheet.sketch is None,
            on_click=_turn_to,
            args=(stage.id, None),
        )


def _choose_pen() -> Pen:
    ink_key, width_key = state.key("ink"), state.key("pen width")
    ink = choices.ink(state.widget_value(ink_key) or "")
    width = state.widget_value(width_key) or list(choices.WIDTHS)[1]
    with st.popover(
        _("{ink}, {width}", ink=_(ink.name), width=_(choices.WIDTH_NAMES[width]).lower()),
        icon=":material/brush:",
        key=state.key("pen"),
    ):
        with st.container(key="pens"):
            ink_id = st.radio(
                _("Pen"),
                [ink.id for ink in choices.INKS],
                format_func=lambda option: _(choices.ink(option).name),
                horizontal=True,
                label_visibility="collapsed",
                key=ink_key,
            )
        with st.container(key="pen-widths"):
            width_id = st.radio(
                _("Width"),
                list(choices.WIDTHS),
                index=1,
                format_func=lambda width: _(choices.WIDTH_NAMES[width]),
                horizontal=True,
                label_visibility="collapsed",
                key=width_key,
            )
    return choices.pen(ink_id or "", width_id or "")


def _pad(stage: Stage, sheet: SketchState, session: Session, pen: Pen) -> None:
    staying = sketch_sync.on_pad(sheet, _objects(sheet), session)
    below = sketch_sync.background_strokes(sheet, staying, session)
    size = _size(session, sheet)
    picture = as_address(sketch_svg(below, *size)) if below else None
    with st.container(key=_PLACE):
        show_canvas(
            _pad_key(sheet),
            pen,
            {"objects": sheet.loaded, "turn": sheet.turns},
            picture,
            size,
            on_change=autosave.saving(_pad_key(sheet), partial(_save, stage.id, sheet)),
        )
    heavy = sheet.turns + 1 if sketch_sync.weight(sheet, staying) > sketch_sync.HEAVY else 0
    flatten = partial(sketch_sync.flatten, sheet)
    fit_canvas(_PLACE, _label(session, sheet), size, flatten, heavy=heavy)


def _discard(sheet: SketchState) -> None:
    sketch_sync.discard_set_aside(sheet, _objects(sheet))


def _size(session: Session, sheet: SketchState) -> tuple[float, float]:
    sketch = session.marks.get(sheet.sketch or "")
    return (sketch.width, sketch.height) if isinstance(sketch, Sketch) else (WIDTH, HEIGHT)


def _below(stage: Stage, sheet: SketchState, session: Session) -> None:
    sketch = session.marks.get(sheet.sketch or "")
    count = len(strokes_of(session, sheet.sketch)) if sheet.sketch else 0
    undo_delete_bar("marks")
    with st.container(horizontal=True, key="pad-tools", vertical_alignment="center"):
        st.button(
            _("Undo last stroke"),
            key=state.key("undo stroke"),
            icon=":material/undo:",
            disabled=not count,
            on_click=_undo,
            args=(sheet,),
        )
        if isinstance(sketch, Sketch):
            delete_button("marks", sketch, label=_("Delete this sketch"))
        saved_line(session)
    if isinstance(sketch, Sketch):
        autosave.text_input(
            _("What is in the picture?"),
            sketch.words,
            lambda context, words: describe_sketch(context, sketch.id, words),
            f"sketch words {sketch.id}",
            placeholder=_("For people who cannot see it. A few words are enough."),
        )
    with st.expander(_("Rather not draw? Describe a picture in words")):
        line_input(
            _("The picture in words"),
            lambda context, text: write_voice(context, stage.id, text, expressed=Expressed.DRAWN),
            f"picture in words {stage.id}",
        )
        paragraph(_("It becomes a card in this stage, like the others."), "quiet")
    hidden(_label(session, sheet))


def _label(session: Session, sheet: SketchState) -> str:
    sketch = session.marks.get(sheet.sketch or "")
    count = len(strokes_of(session, sheet.sketch)) if sheet.sketch else 0
    drawn = ngettext("{count} stroke", "{count} strokes", count)
    if isinstance(sketch, Sketch) and sketch.words:
        return _("Sketch pad: {words} ({drawn})", words=sketch.words, drawn=drawn)
    return _("Sketch pad, for pen, mouse or finger ({drawn})", drawn=drawn)


def _sheet(stage: Stage, sketches: list[Sketch]) -> SketchState:
    sketch_ids = [sketch.id for sketch in sketches]
    sheet: SketchState | None = state.recall(f"sheet on the pad {stage.id}")
    if sheet is None or (sheet.sketch and sheet.sketch not in sketch_ids):
        last = sketch_ids[-1] if sketch_ids else None
        sheet = _next_sheet(stage.id, last or _fresh(), last)
    return sheet


def _turn_to(stage_id: str, sketch_id: str | None) -> None:
    _next_sheet(stage_id, _fresh(), sketch_id)


def _next_sheet(stage_id: str, slot: str, sketch_id: str | None) -> SketchState:
    name = f"sheet on the pad {stage_id}"
    before: SketchState | None = state.recall(name)
    sheet = SketchState(slot=slot, sketch=sketch_id, set_aside=before.set_aside if before else {})
    state.remember(name, sheet)
    return sheet


def _fresh() -> str:
    return secrets.token_hex(4)


def _pad_key(sheet: SketchState) -> str:
    return state.key(f"pad {sheet.slot}")


def _objects(sheet: SketchState) -> list[Any]:
    return objects_on(_pad_key(sheet), sheet.loaded)


def _save(stage_id: str, sheet: SketchState) -> None:
    objects = _objects(sheet)
    save_drawn = sketch_sync.save_drawn
    _change(partial(save_drawn, sheet=sheet, stage=stage_id, objects=objects))


def _undo(sheet: SketchState) -> None:
    _change(partial(sketch_sync.undo, sheet=sheet))


def _change(change: Callable[[SessionContext], SessionResult]) -> None:
    before = open_session().document.revision
    mark_saved(before, run_use_case(change))
