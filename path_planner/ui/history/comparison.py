"""A restore point compared with now, or with another point: in words and on the wall."""

from functools import partial
from typing import Any, NamedTuple

import streamlit as st

from path_planner import i18n
from path_planner.domain.base import Document
from path_planner.domain.session import Session
from path_planner.domain.vision.vision import Vision
from path_planner.errors import PlannerError, RevisionNotFound
from path_planner.exports.base import VisionOptions
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.exports.session.poster import marked_poster
from path_planner.i18n import _, ngettext
from path_planner.services.context import EditContext
from path_planner.services.history.comparing import (
    Difference,
    Key,
    Kind,
    counts,
    differences,
    moved,
    word_pieces,
)
from path_planner.services.history.points import Point
from path_planner.services.history.restoring import (
    ALONE,
    bring_back,
    preview,
    restore_revision,
    state_to_show,
)
from path_planner.storage import serializer
from path_planner.storage.protocol import Store
from path_planner.storage.type_registry import document_type_of
from path_planner.ui import state
from path_planner.ui.components.basics import escape_markdown, escaped, heading, paragraph
from path_planner.ui.components.downloads import Offer, download_button
from path_planner.ui.components.messages import notice
from path_planner.ui.components.repeat_form import ClickCounter
from path_planner.ui.context import run_use_case
from path_planner.ui.history.labels import KIND_WORDS, count_line, point_label, stage_name, when

RESULT = "history result"
_MOST_SHOWN = 40


class Pair(NamedTuple):
    """The chosen point and what it is compared with, as they may be shown."""

    then: Document
    other: Document
    found: list[Difference]
    moved: list[Key]
    """What differs only in its place or looks on the wall."""


def comparison(context: EditContext[Any], point: Point, points: list[Point]) -> None:
    """Show a point: its picture, what differs, and the ways to bring it back."""
    time = when(point.at, context.now())
    title_side, other_side = st.columns([3, 2], vertical_alignment="center")
    with title_side:
        label = point_label(point, context.document)
        heading(_("{point}, {time}, compared with:", point=label, time=time), 3)
    with other_side:
        other = _compared_with(context, point, points)
    try:
        pair = _pair(context, point, other)
        restored = preview(context, point.revision)
    except RevisionNotFound as error:
        notice(str(error))
        return
    view = _view(time, other, context)
    picture_side, words_side = st.columns([1, 1], gap="medium")
    with picture_side:
        picture(view, pair, newest=context.document.revision)
    with words_side:
        _differences(context, point, pair)
    if restored.stays_out:
        notice(
            ngettext(
                "{count} record stays out: someone was taken out or took it back since.",
                "{count} records stay out: someone was taken out or took them back since.",
                restored.stays_out,
            )
        )
    _restore_row(context, point, time)


def state_of_now(document: Document) -> None:
    """Show the document as it is now."""
    heading(_("Now"), 3)
    picture("then", Pair(document, document, [], []), newest=document.revision)
    paragraph(_("Choose a point to see what has changed since then."), "facts")


def _compared_with(context: EditContext[Any], point: Point, points: list[Point]) -> Point | None:
    """Let people choose what to compare with; None is now."""
    others = [other for other in points if other.revision != point.revision]
    index = st.selectbox(
        _("Compared with"),
        [-1, *range(len(others))],
        format_func=lambda number: (
            _("Now")
            if number < 0
            else f"{when(others[number].at, context.now())} "
            f"{escape_markdown(point_label(others[number], context.document))}"
        ),
        key=state.key(f"history other {point.revision}"),
        label_visibility="collapsed",
    )
    return None if index is None or index < 0 else others[index]


def _pair(context: EditContext[Any], point: Point, other: Point | None) -> Pair:
    then = state_to_show(context, point.revision)
    beside = context.document if other is None else state_to_show(context, other.revision)
    found = differences(then, beside)
    in_words = {(each.collection, each.id) for each in found}
    return Pair(then, beside, found, [key for key in moved(then, beside) if key not in in_words])


def _view(time: str, other: Point | None, context: EditContext[Any]) -> str:
    beside = _("Now") if other is None else when(other.at, context.now())
    labels = {"then": time, "differences": _("Differences"), "other": beside}
    chosen = st.radio(
        _("Show"),
        list(labels),
        index=1,
        format_func=lambda name: labels[name],
        horizontal=True,
        key=state.key("history view"),
        label_visibility="collapsed",
    )
    return chosen or "differences"


def _differences(context: EditContext[Any], point: Point, pair: Pair) -> None:
    paragraph(_("Since then: {counts}", counts=count_line(counts(pair.found))), "strong")
    with st.container(key="differences", gap=None):
        for difference in pair.found[:_MOST_SHOWN]:
            _difference(context, point, difference)
    more = len(pair.found) - _MOST_SHOWN
    if more > 0:
        paragraph(ngettext("and one more", "and {count} more", more), "facts")
    if pair.moved:
        paragraph(
            ngettext(
                "One thing on the wall was moved or looks different.",
                "{count} things on the wall were moved or look different.",
                len(pair.moved),
            ),
            "facts",
        )


def _difference(context: EditContext[Any], point: Point, difference: Difference) -> None:
    words_side, button_side = st.columns([3, 1.2], vertical_alignment="center", gap="small")
    with words_side:
        kind = escaped(_(KIND_WORDS[difference.kind]))
        stage = escaped(stage_name(context.document, difference.stage))
        st.html(
            f'<p class="difference {difference.kind.value}" dir="auto"><strong>{kind}</strong> '
            f'{_marked(difference)} <span class="facts">{stage}</span></p>',
        )
    if difference.kind is Kind.NEW or difference.collection not in ALONE[_kind(context)]:
        return
    with button_side:
        again = ClickCounter(f"bring back {point.revision} {difference.collection} {difference.id}")
        st.button(
            _("Restore") if difference.kind is Kind.DELETED else _("Restore old"),
            key=state.key(again.key),
            on_click=again.once,
            args=(lambda: _bring_back(point, difference),),
        )


def _kind(context: EditContext[Any]) -> str:
    return str(context.document.kind.name)


def _marked(difference: Difference) -> str:
    """Return the words of a difference as HTML: what is gone struck out, what is new underlined."""
    if difference.kind is not Kind.CHANGED:
        return escaped(difference.before or difference.after)
    tags = {Kind.DELETED: "del", Kind.NEW: "ins"}
    pieces = word_pieces(difference.before, difference.after)
    return " ".join(
        f"<{tags[piece.kind]}>{escaped(piece.words)}</{tags[piece.kind]}>"
        if piece.kind
        else escaped(piece.words)
        for piece in pieces
    )


def _bring_back(point: Point, difference: Difference) -> None:
    if run_use_case(bring_back, point.revision, difference.collection, difference.id):
        state.remember(RESULT, _("It is back where it was. Nothing else was changed."))


def _restore_row(context: EditContext[Any], point: Point, time: str) -> None:
    document_type = document_type_of(context.document)
    with st.container(horizontal=True, vertical_alignment="center", key="history-restore"):
        again = ClickCounter(f"restore {point.revision}")
        st.button(
            _("Restore {time} as the newest", time=time),
            key=state.key(again.key),
            type="primary",
            icon=":material/history:",
            on_click=again.once,
            args=(lambda: _restore(point, time),),
        )
        offer = Offer(
            file_name=f"{point.at.date().isoformat()}_{context.document.id}_{point.revision}"
            f"{document_type.suffix}",
            mime="application/json",
            content=partial(_copy_of, context.store, context.document.id, point.revision),
        )
        download_button(
            _("Save a copy of {time}", time=time), offer, state.key(f"copy of {point.revision}")
        )
    paragraph(_("What is there now stays in this list, so you can return to it."), "facts")


def _restore(point: Point, time: str) -> None:
    if run_use_case(restore_revision, point.revision):
        state.remember(
            RESULT,
            _("{time} is the newest now. The state before it is in the list.", time=time),
        )


_VISION_PICTURE = "postersvg"
_KEPT = 16


def picture(view: str, pair: Pair, *, newest: int) -> None:
    """Show the poster of one of two states, or of the other one with the differences marked.

    `newest` is the revision of now: an erasure makes a new one, so that no older picture is shown.
    """
    state, changed, deleted = pair.other, list[Key](), list[Key]()
    if view == "then":
        state = pair.then
    elif view == "differences":
        for each in pair.found:
            keys = deleted if each.kind is Kind.DELETED else changed
            keys.append((each.collection, each.id))
        changed += pair.moved
    marked = (tuple(changed), tuple(deleted))
    key = (state.id, state.revision, pair.then.revision, newest)
    svg = _drawn(key, i18n.language(), marked, state, pair.then)
    if not svg:
        paragraph(_("There is no picture of this state."), "facts")
        return
    with st.container(key="history-picture"):
        st.image(svg, width="stretch", alt=_("This state as a picture."))
    if view == "differences" and isinstance(state, Session):
        paragraph(_("Marked: a full line is new or changed, a dashed one is deleted."), "facts")


Keys = tuple[Key, ...]


@st.cache_data(show_spinner=False, max_entries=_KEPT)
def _drawn(
    key: tuple[str, int, int, int],
    language: str,
    marked: tuple[Keys, Keys],
    _state: Document,
    _then: Document,
) -> str:
    del key, language
    changed, deleted = marked
    if isinstance(_state, Session) and isinstance(_then, Session):
        return marked_poster(_state, changed, _then, deleted).decode()
    if isinstance(_state, Vision):
        return _of_vision(_state)
    return ""


def _of_vision(vision: Vision) -> str:
    options = VisionOptions(on=vision.updated.date())
    try:
        return VISION_EXPORTS.find(_VISION_PICTURE).render(vision, options).decode()
    except PlannerError:
        return ""


def _copy_of(store: Store[Any, Any], document_id: str, revision: int) -> bytes:
    """Return the file of an earlier state, as it may be shown now."""
    context = EditContext(store, store.open(document_id).document)
    return serializer.write(preview(context, revision).document)
