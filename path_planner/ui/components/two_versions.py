"""Two versions of what two people changed at once: both shown, and one press takes either."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from functools import partial
from itertools import groupby
from typing import Any
from zlib import crc32

import streamlit as st

from path_planner.domain.base import MOST_LETTERS, Document, Value
from path_planner.domain.diff import record_of
from path_planner.domain.other_versions import (
    OtherVersion,
    current_value,
    is_choosable,
    other_value,
    other_versions,
    versions_of,
)
from path_planner.domain.people import PATHFINDER_WORDS, ROLE_WORDS, PathfinderKind, Role
from path_planner.domain.session import Session
from path_planner.domain.voice import EXPRESSED_WORDS, SHARE_WORDS, Expressed, Share
from path_planner.domain.word_diff import Piece, joined, pieces
from path_planner.i18n import N_, _, format_date
from path_planner.services.context import EditContext, SaveResult
from path_planner.services.other_versions import Choice, choose
from path_planner.services.session.voices import choose_on_wall
from path_planner.storage.protocol import Store
from path_planner.ui import state
from path_planner.ui.components.basics import escaped
from path_planner.ui.components.downloads import OFFERS, PATH, Offer, made_from
from path_planner.ui.context import run_use_case
from path_planner.ui.stores import session_store, vision_store
from path_planner.ui.sync.component import load_script


def two_versions(document: Document, collection: str, record_id: str) -> None:
    """Show the other versions of a record at its place on the page."""
    found = versions_of(document, collection, record_id)
    ordered = sorted(found, key=lambda version: version.field)
    for _field, group in groupby(ordered, key=lambda version: version.field):
        _card(document, list(group), at_its_place=True)


def versions_in(document: Document, collections: Iterable[str], *, private: bool = True) -> None:
    """Show what has two versions in these collections; what is private only if asked for."""
    kept = other_versions(document).values()
    chosen = (
        one
        for one in kept
        if one.collection in collections and (private or not _is_private(document, one))
    )
    ordered = sorted(chosen, key=_field_of)
    for _key, group in groupby(ordered, key=_field_of):
        _card(document, list(group), at_its_place=False)


def _is_private(document: Document, version: OtherVersion) -> bool:
    record = record_of(document, version.collection, version.record)
    return getattr(record, "share", None) is Share.PRIVATE


def _field_of(version: OtherVersion) -> tuple[str, str, str]:
    return version.collection, version.record, version.field


def _card(document: Document, versions: list[OtherVersion], *, at_its_place: bool) -> None:
    first = versions[0]
    standing = current_value(document, first)
    is_words = is_text(document, standing, *(version.value for version in versions))
    with st.container(border=True, key=f"two-versions-{first.id}", gap="small"):
        st.html(_heading(document, first, is_words=is_words, at_its_place=at_its_place))
        places = st.columns(1 + len(versions), gap="small")
        with places[0], _box(f"standing-{first.id}"):
            _version(document, first, standing, first.current_by, stands=True)
            _button(first, Choice.CURRENT, first.current_by, stands=True)
        for place, version in zip(places[1:], versions, strict=True):
            with place, _box(version.id):
                value = other_value(document, version)
                _version(document, version, value, version.by, stands=False)
                if is_choosable(document, version):
                    _button(version, Choice.OTHER, version.by, stands=False)
                else:
                    sentence = _(
                        "The version that shares less is used. To share more, change it above."
                    )
                    st.html(f'<p class="facts">{escaped(sentence)}</p>')
        if is_words and len(versions) == 1:
            _joined(first, str(standing), str(first.value))


def _box(name: str) -> Any:
    return st.container(border=True, key=f"version-{name}", gap="small", height="stretch")


def _heading(
    document: Document, version: OtherVersion, *, is_words: bool, at_its_place: bool
) -> str:
    title = (
        _("Two people changed the same words")
        if is_words
        else _("Two people changed this at the same moment")
    )
    about = []
    if version.field in LABELS and not is_words:
        about.append(_(LABELS[version.field]))
    if not at_its_place and not is_words and (name := title_of_record(document, version.record)):
        about.append(_("“{words}”", words=name))
    if is_words and version.before:
        about.append(_("Before: “{words}”", words=str(version.before)))
    kept = _("Both are kept until someone chooses. The others see this too.")
    return (
        f'<div role="status"><h3 dir="auto">{escaped(title)}</h3>'
        f'<p class="facts" dir="auto">{escaped(kept)}</p>'
        + "".join(f'<p class="facts" dir="auto">{escaped(line)}</p>' for line in about)
        + "</div>"
    )


def _version(
    document: Document, version: OtherVersion, value: object, by: str, *, stands: bool
) -> None:
    who = f"<strong>{escaped(_whose(version, by, stands=stands))}</strong>"
    current = _("in use for now")
    note = f" · {escaped(current)}" if stands else ""
    st.html(
        f'<p class="version-by">{who}{note}</p>'
        f'<p class="version-words" dir="auto">{_shown(document, version, value)}</p>'
    )


def _whose(version: OtherVersion, by: str, *, stands: bool) -> str:
    """Return who wrote a version, as far as it is known."""
    mine = state.ui_state().window
    if by == mine:
        return _("You")
    if mine in (version.by, version.current_by):
        return _("Someone else")
    return _("One person") if stands else _("Another person")


def _shown(document: Document, version: OtherVersion, value: object) -> str:
    """Return a version as HTML, with its new words marked."""
    before = version.before
    if isinstance(value, str) and isinstance(before, str) and is_text(document, value):
        return "".join(map(_marked, pieces(before, value)))
    return escaped(value_words(document, value))


def _marked(piece: Piece) -> str:
    """Return a piece as HTML; the spaces around new words are not marked."""
    words = piece.text.strip()
    if not piece.changed or not words:
        return escaped(piece.text)
    before, after = piece.text.split(words, 1)
    return f"{escaped(before)}<mark>{escaped(words)}</mark>{escaped(after)}"


def _button(version: OtherVersion, choice: Choice, by: str, *, stands: bool) -> None:
    mine = state.ui_state().window
    if by == mine:
        label = _("Take mine")
    elif mine in (version.by, version.current_by):
        label = _("Take the other person’s")
    else:
        label = _("Take this one") if stands else _("Take that one")
    st.button(
        label,
        key=state.key(f"take {choice} {version.id}"),
        on_click=_choose,
        args=(version.id, choice),
    )


def _joined(version: OtherVersion, standing: str, other: str) -> None:
    both = joined(str(version.before or ""), other, standing)
    key = state.key(f"joined {version.id}")
    if not state.has_widget(key):
        state.set_widget_value(key, both or standing)
    with st.container(key=f"join-{version.id}", horizontal=True, vertical_alignment="bottom"):
        st.text_area(_("Or join them"), key=key, height="content", max_chars=MOST_LETTERS)
        st.button(
            _("Take the joined words"),
            key=state.key(f"take joined {version.id}"),
            on_click=_choose_joined,
            args=(version.id, key),
        )


def _choose_joined(version_id: str, key: str) -> None:
    _choose(version_id, Choice.WORDS, str(state.widget_value(key, "")))


def _choose(version_id: str, choice: Choice, words: str = "") -> None:
    run_use_case(partial(_use_case, version_id=version_id, choice=choice, words=words))


def _use_case(
    context: EditContext[Session], version_id: str, choice: Choice, words: str
) -> SaveResult[Session]:
    take = choose_on_wall if isinstance(context.document, Session) else choose
    return take(context, version_id, choice, words)


WORDS_OF: Mapping[type[Enum], Mapping[Any, str]] = {
    Share: SHARE_WORDS,
    Expressed: EXPRESSED_WORDS,
    Role: ROLE_WORDS,
    PathfinderKind: PATHFINDER_WORDS,
}
LABELS = {
    "said_by": N_("Who said it?"),
    "supported_by": N_("Supported by"),
    "expressed": N_("How was it said?"),
    "share": N_("How can it be shared?"),
}
"""The labels of fields whose values do not say by themselves what they are about."""
_TITLES = ("name", "title", "text", "what", "statement", "about", "who")


def value_words(document: Document, value: object) -> str:
    """Return a value of a field in words; ids of records become their names."""
    if isinstance(value, Value):
        return _all(document, (part for _name, part in value))
    if isinstance(value, tuple | list):
        return _all(document, value)
    return _single(document, value) or _("(nothing)")


def is_text(document: Document, *values: object) -> bool:
    """Whether these are words that people wrote, and no names of records or of choices."""
    return all(
        isinstance(value, str)
        and not isinstance(value, Enum)
        and not title_of_record(document, value)
        for value in values
    )


def _single(document: Document, value: object) -> str:
    if isinstance(value, Enum):
        words = WORDS_OF.get(type(value), {}).get(value)
        return _(words) if words else str(value.value)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, date):
        return format_date(value)
    text = "" if value is None else str(value)
    return title_of_record(document, text) or text


def _all(document: Document, values: Iterable[object]) -> str:
    shown = (value_words(document, value) for value in values if value not in (None, "", ()))
    return " · ".join(shown) or _("(nothing)")


def title_of_record(document: Document, record_id: str) -> str:
    """Return the words or the name of the record with this id, or an empty string."""
    for collection in document.kind.collections:
        record = getattr(document, collection).get(record_id)
        if record is not None:
            found = (getattr(record, name, "") for name in _TITLES)
            return next((str(words) for words in found if words), "")
    return ""


_WATCH = "path-planner.versions_watch"
_WATCH_KEY = "versions-watch"


def versions_watch(document: Document) -> None:
    """Show the page anew when another window has made a second version, or taken one.

    The browser asks our server, not Streamlit: a fragment that asks for runs of its own may take a
    press of a form along, and the page never sees it. Under `streamlit run` nobody answers, and the
    page shows it with its next run.
    """
    if not OFFERS.are_served:
        return
    offer = Offer(
        file_name="versions.txt",
        mime="text/plain; charset=utf-8",
        content=made_from(_store_of(document), document.id, versions_mark),
    )
    watch = load_script(_WATCH, "ui/components/versions_watch.js")
    watch(
        data={
            "address": PATH + OFFERS.put(f"versions of {document.id}", offer),
            "shown": versions_mark(document).decode(),
        },
        key=_WATCH_KEY,
        on_changed_change=_do_nothing,
    )


def _store_of(document: Document) -> Callable[[], Store[Any, Any]]:
    return session_store if isinstance(document, Session) else vision_store


def versions_mark(document: Document) -> bytes:
    """Return what is the same as long as the same versions are there to choose from."""
    ids = " ".join(sorted(other_versions(document)))
    return b"%d-%08x" % (len(ids), crc32(ids.encode()))


def _do_nothing() -> None:
    """Let the page be shown anew, which is all that is wanted."""
