"""The sketch pad of a stage: draw with a fat pen, every stroke is kept as it is drawn."""

import secrets
from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from path_planner.domain.mark import Sketch
from path_planner.domain.pen import Pen
from path_planner.domain.session import Session
from path_planner.domain.voice import Expressed
from path_planner.exchange.sketch_svg import as_address, sketch_svg
from path_planner.processes.process import Stage
from path_planner.ui import fields, pens, sketch_sheet, state
from path_planner.ui.canvas import dress_canvas, objects_on, show_canvas
from path_planner.ui.follow import kept_here
from path_planner.ui.frame import saved_line
from path_planner.ui.messages import alert
from path_planner.ui.next_line import add_line
from path_planner.ui.parts import heading, hidden, told, twice
from path_planner.ui.room import act, the_room, try_to
from path_planner.ui.sketch_sheet import HEIGHT, WIDTH, Sheet
from path_planner.words import say, say_many
from path_planner.workshop.room import Kept, Room
from path_planner.workshop.sketching import (
    describe_sketch,
    sketches_of,
    strokes_of,
    take_sketch_out,
)
from path_planner.workshop.speaking import write_voice

_PLACE = "sketch-pad"


@st.fragment
def sketch_pad(stage: Stage) -> None:
    """Show the sketches of a stage, one of them on the pad."""
    session = the_room().session
    sketches = sketches_of(session, stage.id)
    sheet = _sheet(stage, sketches)
    heading(say("Sketches"), level=2)
    with st.container(horizontal=True, key="pad-choices", vertical_alignment="center"):
        _choose(stage, sheet, sketches)
        pen = _choose_pen()
    # What a callback was cut off from saving is saved here.
    _keep(state.subject(), stage.id, sheet)
    session = the_room().session
    _pad(stage, sheet, session, pen)
    if state.memory().trouble:
        alert(state.memory().trouble)
    _below(stage, sheet, session)


def _choose(stage: Stage, sheet: Sheet, sketches: list[Sketch]) -> None:
    # The row keeps its height when a sheet gets its first stroke: the pad must not move.
    there = [*(sketch.id for sketch in sketches), *([] if sheet.sketch else [None])]
    with st.container(horizontal=True, key="sheets", vertical_alignment="center"):
        for number, sketch_id in enumerate(there, start=1):
            st.button(
                say("Sketch {number}", number=number),
                key=state.key(f"sheet {stage.id} {number}"),
                type="primary" if sketch_id == sheet.sketch else "secondary",
                on_click=_turn_to,
                args=(stage.id, sketch_id),
            )
        st.button(
            say("New sheet"),
            key=state.key("new sheet"),
            icon=":material/add:",
            disabled=sheet.sketch is None,
            on_click=_turn_to,
            args=(stage.id, None),
        )


def _choose_pen() -> Pen:
    with st.container(key="pens"):
        ink_id = st.radio(
            say("Pen"),
            [one.id for one in pens.INKS],
            format_func=lambda one: say(pens.ink(one).name),
            horizontal=True,
            label_visibility="collapsed",
            key=state.key("ink"),
        )
    with st.container(key="pen-widths"):
        width_id = st.radio(
            say("Width"),
            list(pens.WIDTHS),
            index=1,
            format_func=lambda one: say(pens.WIDTH_NAMES[one]),
            horizontal=True,
            label_visibility="collapsed",
            key=state.key("pen width"),
        )
    return pens.pen(ink_id or "", width_id or "")


def _pad(stage: Stage, sheet: Sheet, session: Session, pen: Pen) -> None:
    staying = sketch_sheet.on_pad(sheet, _objects(sheet), session)
    below = sketch_sheet.beneath(sheet, staying, session)
    size = _size(session, sheet)
    picture = as_address(sketch_svg(below, *size)) if below else None
    with st.container(key=_PLACE):
        show_canvas(
            _pad_key(sheet),
            pen,
            {"objects": sheet.loaded, "turn": sheet.turns},
            picture,
            size,
            on_change=partial(_keep, state.subject(), stage.id, sheet),
        )
    heavy = sheet.turns + 1 if sketch_sheet.weight(staying) > sketch_sheet.HEAVY else 0
    lay_beneath = partial(sketch_sheet.lay_beneath, sheet)
    dress_canvas(_PLACE, _label(session, sheet), size, lay_beneath, heavy=heavy)


def _size(session: Session, sheet: Sheet) -> tuple[float, float]:
    sketch = session.marks.get(sheet.sketch or "")
    return (sketch.width, sketch.height) if isinstance(sketch, Sketch) else (WIDTH, HEIGHT)


def _below(stage: Stage, sheet: Sheet, session: Session) -> None:
    sketch = session.marks.get(sheet.sketch or "")
    count = len(strokes_of(session, sheet.sketch)) if sheet.sketch else 0
    with st.container(horizontal=True, key="pad-tools", vertical_alignment="center"):
        st.button(
            say("Undo"),
            key=state.key("undo stroke"),
            icon=":material/undo:",
            disabled=not count,
            on_click=_undo,
            args=(sheet,),
        )
        if isinstance(sketch, Sketch):
            twice(
                f"sketch {sketch.id}",
                say("Take this sketch out"),
                say("Take this sketch out of the plan?"),
                partial(act, take_sketch_out, sketch.id),
            )
        saved_line(session)
    if isinstance(sketch, Sketch):
        fields.line(
            say("What does the picture show?"),
            sketch.words,
            lambda room, words: describe_sketch(room, sketch.id, words),
            f"sketch words {sketch.id}",
            placeholder=say("For people who do not see it. A few words are enough."),
        )
    with st.expander(say("Rather no drawing? Describe a picture in words")):
        add_line(
            say("The picture in words"),
            lambda room, text: write_voice(room, stage.id, text, expressed=Expressed.DRAWN),
            f"picture in words {stage.id}",
        )
        told(say("It becomes a card of this stage, like the other words."), "quiet")
    hidden(_label(session, sheet))


def _label(session: Session, sheet: Sheet) -> str:
    sketch = session.marks.get(sheet.sketch or "")
    count = len(strokes_of(session, sheet.sketch)) if sheet.sketch else 0
    drawn = say_many("{count} stroke", "{count} strokes", count)
    if isinstance(sketch, Sketch) and sketch.words:
        return say("Sketch pad: {words} ({drawn})", words=sketch.words, drawn=drawn)
    return say("Sketch pad, for a pen, a mouse or a finger ({drawn})", drawn=drawn)


def _sheet(stage: Stage, sketches: list[Sketch]) -> Sheet:
    name = f"sheet on the pad {stage.id}"
    there = [sketch.id for sketch in sketches]
    sheet: Sheet | None = state.noted(name)
    if sheet is None or (sheet.sketch and sheet.sketch not in there):
        last = there[-1] if there else None
        sheet = Sheet(slot=last or _fresh(), sketch=last)
        state.note(name, sheet)
    return sheet


def _turn_to(stage_id: str, sketch_id: str | None) -> None:
    state.note(f"sheet on the pad {stage_id}", Sheet(slot=_fresh(), sketch=sketch_id))


def _fresh() -> str:
    return secrets.token_hex(4)


def _pad_key(sheet: Sheet) -> str:
    return state.key(f"pad {sheet.slot}")


def _objects(sheet: Sheet) -> list[Any]:
    return objects_on(_pad_key(sheet), sheet.loaded)


def _keep(subject: state.Subject, stage_id: str, sheet: Sheet) -> None:
    # Somebody may have followed a link meanwhile: the strokes belong where they were drawn.
    with state.acting_for(subject):
        objects = _objects(sheet)
        keep_drawn = sketch_sheet.keep_drawn
        _change(partial(keep_drawn, sheet=sheet, stage=stage_id, by=None, objects=objects))


def _undo(sheet: Sheet) -> None:
    _change(partial(sketch_sheet.undo, sheet=sheet))


def _change(change: Callable[[Room], Kept]) -> None:
    before = the_room().session.revision
    kept_here(before, try_to(change))
