"""Pictures as contributions: a photo or a drawing is taken in, and shown small beside its words."""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from typing import Any

import streamlit as st

from path_planner.domain.base import MOST_LETTERS
from path_planner.domain.event.contribution import PART_WORDS, Contribution, Part
from path_planner.domain.event.event import Event
from path_planner.domain.voice import Share
from path_planner.errors import NoPicture
from path_planner.i18n import _
from path_planner.services.context import EventContext, EventResult
from path_planner.services.event.contributions import contribute_picture
from path_planner.services.session.photos import picture_from
from path_planner.ui import state
from path_planner.ui.components.basics import escaped, paragraph
from path_planner.ui.components.people_field import Speaker
from path_planner.ui.context import run_use_case
from path_planner.ui.event.line_places import SHARE_AT_EVENT, LinePlace, Write

_MOST_MEGABYTES = 40
_SMALL = 560
"""The greatest length in pixels of the long side of a picture in a list."""
_TYPES = ("jpg", "jpeg", "png", "webp", "avif", "gif")


def picture_button(where: LinePlace, people: Sequence[Speaker], write: Write) -> None:
    """Offer to add a photo or a drawing to a place, with words for those who do not see it."""
    name = where.name
    turn = state.recall(f"picture of {name}", 0)
    with st.popover(
        _("Photo or drawing"), icon=":material/add_a_photo:", key=state.key(f"picture {name}")
    ):
        keys = {
            field: state.key(f"picture {field} {name} {turn}")
            for field in ("file", "words", "part", "speaker", "share")
        }
        st.file_uploader(
            _("Choose a picture, or take one"),
            type=list(_TYPES),
            max_upload_size=_MOST_MEGABYTES,
            key=keys["file"],
        )
        paragraph(
            _("The place where it was taken is not kept. Ask the people in it first."), "quiet"
        )
        st.text_area(
            _("What is in the picture?"),
            key=keys["words"],
            max_chars=MOST_LETTERS,
            height=80,
            help=_("Your words describe it for people who cannot see it."),
        )
        if len(where.parts) > 1:
            st.selectbox(
                _("What kind of line?"), list(where.parts), key=keys["part"],
                format_func=lambda part: _(PART_WORDS[part]),
            )  # fmt: skip
        labels = {one.id: one.name for one in people}
        st.selectbox(
            _("Who gives it?"), ["", *labels], key=keys["speaker"],
            format_func=lambda guest: labels.get(guest) or _("No name"),
        )  # fmt: skip
        st.selectbox(
            _("How can it be shared?"), list(SHARE_AT_EVENT), key=keys["share"],
            index=list(SHARE_AT_EVENT).index(Share.CIRCLE),
            format_func=lambda share: _(SHARE_AT_EVENT[share]),
        )  # fmt: skip
        st.button(
            _("Add the picture"),
            key=state.key(f"add picture {name}"),
            icon=":material/check:",
            type="primary",
            on_click=_add,
            args=(where, keys, write),
        )


def _add(where: LinePlace, keys: Mapping[str, str], write: Write) -> None:
    chosen = {field: state.widget_value(key) for field, key in keys.items()}
    file = chosen["file"]
    data = file.getvalue() if file is not None else b""
    facts = {**where.facts, "speaker": chosen["speaker"] or None, "share": Share(chosen["share"])}
    save = partial(
        _saved, data=data, write=write, part=Part(chosen["part"] or where.parts[0]),
        text=chosen["words"] or "", facts=facts,
    )  # fmt: skip
    if run_use_case(save) is not None:
        # A new field for the next picture; the browser's file is let go.
        turn = f"picture of {where.name}"
        state.remember(turn, state.recall(turn, 0) + 1)


def _saved(
    context: EventContext,
    *,
    data: bytes,
    write: Write,
    part: Part,
    text: str,
    facts: Mapping[str, Any],
) -> EventResult:
    if not data:
        raise NoPicture
    return contribute_picture(context, write, part, text, picture_from(data), **facts)


def picture_html(event: Event, line: Contribution) -> str:
    """Return the picture of a line as HTML with its words; empty without one, and if private."""
    picture = event.pictures.get(line.picture or "")
    if picture is None or line.share is Share.PRIVATE:
        return ""
    words = line.text or _("A picture that somebody gave")
    return f'<img class="given" alt="{escaped(words)}" src="{escaped(_small(picture.base64))}">'


@lru_cache(maxsize=128)
def _small(base64: str) -> str:
    """Return a picture made small as an address: a list may have many."""
    small = picture_from(b64decode(base64), longest=_SMALL)
    return f"data:{small.encoding.value};base64,{small.base64}"
