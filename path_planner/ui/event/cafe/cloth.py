"""The cloth of a table: its words and ink as a drawing, a pad over it, and the same as a list."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from path_planner.analysis.cafe import (
    CLOTH_HEIGHT,
    CLOTH_WIDTH,
    current_round,
    ink_of_cloth,
    lines_of_cloth,
    open_round,
    round_of_ink,
    rounds_of,
)
from path_planner.analysis.event_lines import guest_labels
from path_planner.analysis.seating_facts import guests_at
from path_planner.domain.event.cafe import Round
from path_planner.domain.event.contribution import Part
from path_planner.domain.event.event import Event
from path_planner.domain.marks import Pen
from path_planner.formats.fabric import Drawn
from path_planner.formats.sketch_svg import as_address
from path_planner.i18n import _, language, ngettext
from path_planner.scene.cloth import cloth_scene, table_title
from path_planner.scene.svg import svg_of
from path_planner.services.context import EditContext, EventContext, SaveResult
from path_planner.services.event.cloth import draw, take_back_strokes
from path_planner.ui import navigation, state
from path_planner.ui.components import autosave, choices
from path_planner.ui.components.basics import escaped, paragraph
from path_planner.ui.components.messages import alert
from path_planner.ui.components.people_field import Speaker
from path_planner.ui.components.timer import timer_display
from path_planner.ui.context import open_event_context, run_use_case
from path_planner.ui.event.lines import lines_part
from path_planner.ui.live_updates import mark_saved, rerun_if_changed
from path_planner.ui.walk import sketch_sync
from path_planner.ui.walk.sketch_pad import fit_canvas, objects_on, show_canvas
from path_planner.ui.walk.sketch_sync import SketchState

_PLACE = "sketch-pad"
_SIZE = (CLOTH_WIDTH, CLOTH_HEIGHT)
ALL = "all"
"""The choice of rounds that shows all of them."""


def cloth_view(context: EventContext, table_id: str) -> None:
    """Show the cloth of a table, with the field for words and the list beside it."""
    event = context.document
    now = open_round(event)
    _head(event, table_id, now)
    drawing, words = st.columns([7, 4], gap="medium")
    with words:
        chosen = _choose_round(event)
        lines_part(
            context,
            Part.TABLE,
            people=_people_at(event, table_id),
            label=_("Add words"),
            table=table_id,
            round=now.id if now else None,
        )
        _earlier_lines(context, table_id, now)
        rule = escaped(_("Add, never rub out."))
        st.html(
            f'<p class="add-never"><strong>{rule}</strong> '
            + escaped(
                _("To disagree, open a line and answer it. Only you can take your own words back.")
            )
            + "</p>"
        )
    with drawing:
        _cloth(table_id, chosen)


def _head(event: Event, table_id: str, now: Round | None) -> None:
    table = event.tables[table_id]
    question = table.question or (now.question if now else "") or event.about.question
    with st.container(horizontal=True, vertical_alignment="center", key="cloth-head"):
        st.button(
            _("All tables"),
            key=state.key("all tables"),
            icon=":material/arrow_back:",
            on_click=_to_tables,
        )
        kicker = escaped(table_title(event, table_id))
        st.html(f'<p class="kicker">{kicker}</p><h1 dir="auto">{escaped(question)}</h1>')
        with st.container(key="clock", width="content"):
            timer_display(_("left in this round") if current_round(event) else "")


def _to_tables() -> None:
    navigation.show(table="")


def _people_at(event: Event, table_id: str) -> list[Speaker] | None:
    """Return who sits at the table now; None, which is everybody, if nobody is seated."""
    now = current_round(event)
    seats = guests_at(event, now.id).get(table_id, []) if now else []
    labels = guest_labels(event)
    return [
        Speaker(seat.guest, labels[seat.guest]) for seat in seats if seat.guest in labels
    ] or None


def _choose_round(event: Event) -> str:
    begun = [each for each in rounds_of(event) if each.begun]
    if len(begun) <= 1:
        return ALL
    numbers = {each.id: rounds_of(event).index(each) + 1 for each in begun}
    chosen = st.radio(
        _("What is shown"),
        [ALL, *numbers],
        format_func=lambda key: (
            _("Round {number}", number=numbers[key]) if key in numbers else _("All rounds")
        ),
        horizontal=True,
        key=state.key("rounds of the cloth"),
        label_visibility="collapsed",
    )
    return chosen or ALL


def _earlier_lines(context: EventContext, table_id: str, now: Round | None) -> None:
    event = context.document
    for number, each in reversed(list(enumerate(rounds_of(event), start=1))):
        is_now = now is not None and each.id == now.id
        if is_now or not any(x.round == each.id for x in lines_of_cloth(event, table_id)):
            continue
        with st.container(key=f"earlier-{number}"):
            title = escaped(_("Earlier: round {number}", number=number))
            st.html(f"<h2>{title}</h2>")
            lines_part(
                context,
                Part.TABLE,
                adds=False,
                answered_in=now.id if now else None,
                table=table_id,
                round=each.id,
            )


@st.fragment(run_every=2.0)
def _cloth(table_id: str, chosen: str) -> None:
    """Show the cloth; strokes are saved as they are drawn, those of others appear."""
    context = open_event_context()
    event = context.document
    now = open_round(event)
    if table_id not in event.tables or now is None:
        rerun_if_changed()
        paragraph(_("Add a round first. Then you can draw."), "quiet")
        return
    sheet = _sheet(table_id, now.id)
    _save(sheet)
    rerun_if_changed()
    event = open_event_context().document
    pen = _choose_pen()
    _pad(event, table_id, sheet, pen, chosen)
    if state.ui_state().error_message:
        alert(state.ui_state().error_message)
    _below(event, table_id, sheet)


def _sheet(table_id: str, round_id: str) -> SketchState:
    """Return what this window draws on; in the next round it begins anew, over what is there."""
    name = f"cloth on the pad {table_id} {round_id}"
    sheet: SketchState | None = state.recall(name)
    if sheet is None:
        add = partial(_add, table_id, round_id)
        sheet = SketchState(slot=f"{table_id} {round_id}", add=add)
        state.remember(name, sheet)
    return sheet


def _add(
    table_id: str,
    round_id: str,
    context: EditContext[Any],
    _sheet: SketchState,
    _stage: str,
    drawn: Sequence[Drawn],
) -> SaveResult[Any]:
    return draw(context, table_id, round_id, drawn)


def _key(sheet: SketchState) -> str:
    return state.key(f"cloth {sheet.slot}")


def _save(sheet: SketchState) -> None:
    objects = objects_on(_key(sheet), sheet.loaded)
    before = open_event_context().document.revision
    save = partial(sketch_sync.save_drawn, sheet=sheet, stage="", objects=objects)
    mark_saved(before, run_use_case(save))


def _choose_pen() -> Pen:
    with st.container(horizontal=True, key="pens", gap="small"):
        ink = st.segmented_control(
            _("Pen"),
            [each.id for each in choices.INKS if each.id not in ("brown", "black", "yellow")],
            default=choices.INKS[0].id,
            format_func=lambda option: _(choices.ink(option).name),
            key=state.key("cloth ink"),
            label_visibility="collapsed",
        )
        width = st.segmented_control(
            _("Width"),
            list(choices.WIDTHS),
            default="fine",
            format_func=lambda option: _(choices.WIDTH_NAMES[option]),
            key=state.key("cloth pen width"),
            label_visibility="collapsed",
        )
    return choices.pen(ink or "", width or "fine")


def _pad(event: Event, table_id: str, sheet: SketchState, pen: Pen, chosen: str) -> None:
    objects = objects_on(_key(sheet), sheet.loaded)
    staying = sketch_sync.on_pad(sheet, objects, event)
    own = sketch_sync.strokes_on_pad(sheet, staying)
    picture = _picture(event, table_id, chosen, own)
    with st.container(key=_PLACE):
        show_canvas(
            _key(sheet),
            pen,
            {"objects": sheet.loaded, "turn": sheet.turns},
            picture,
            _SIZE,
            on_change=autosave.saving(_key(sheet), partial(_save, sheet)),
        )
    heavy = sheet.turns + 1 if sketch_sync.weight(sheet, staying) > sketch_sync.HEAVY else 0
    flatten = partial(sketch_sync.flatten, sheet)
    fit_canvas(_PLACE, _label(event, table_id), _SIZE, flatten, heavy=heavy)


def _picture(event: Event, table_id: str, chosen: str, own: frozenset[str]) -> str:
    """Return the cloth beneath the pad; it is drawn anew only once something on it has changed."""
    shown = (table_id, event.revision, chosen, own, language())
    before: tuple[object, str] | None = state.recall("cloth beneath the pad")
    if before and before[0] == shown:
        return before[1]
    rounds = None if chosen == ALL else (chosen,)
    scene = cloth_scene(event, table_id, rounds, without=own)
    picture = as_address(_sized(svg_of(scene)))
    state.remember("cloth beneath the pad", (shown, picture))
    return picture


def _sized(svg: str) -> str:
    """Return an SVG with a size of its own, which a picture on a canvas needs."""
    size = f'width="{CLOTH_WIDTH:.0f}" height="{CLOTH_HEIGHT:.0f}"'
    return svg.replace("<svg ", f"<svg {size} ", 1)


def _label(event: Event, table_id: str) -> str:
    lines = ngettext("{count} line", "{count} lines", len(lines_of_cloth(event, table_id)))
    strokes = ngettext("{count} stroke", "{count} strokes", len(ink_of_cloth(event, table_id)))
    return _(
        "Cloth of {table} with {lines}, for pen, mouse or finger ({strokes}). "
        "The words stand in the list too.",
        table=table_title(event, table_id),
        lines=lines,
        strokes=strokes,
    )


def _below(event: Event, table_id: str, sheet: SketchState) -> None:
    here = {stroke.id for stroke in ink_of_cloth(event, table_id)}
    own = [key for key in sheet.own_strokes if key in here]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            _("Take back my last stroke"),
            key=state.key("take back stroke"),
            icon=":material/undo:",
            disabled=not own,
            on_click=_take_back,
            args=(own[-1:],),
        )
        paragraph(_drawn_words(event, table_id), "quiet")


def _take_back(stroke_ids: list[str]) -> None:
    before = open_event_context().document.revision
    mark_saved(before, run_use_case(take_back_strokes, stroke_ids))


def _drawn_words(event: Event, table_id: str) -> str:
    """Return how much was drawn in each round, in words."""
    counts = [
        (number, sum(round_of_ink(stroke) == each.id for stroke in ink_of_cloth(event, table_id)))
        for number, each in enumerate(rounds_of(event), start=1)
    ]
    return " · ".join(
        ngettext(
            "Round {number}: {count} stroke",
            "Round {number}: {count} strokes",
            count,
            number=number,
        )
        for number, count in counts
        if count
    )
