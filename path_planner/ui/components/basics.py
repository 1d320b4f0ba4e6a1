"""Basic elements of a page, and titles of documents to show.

People's words are plain text, never Markdown or HTML.
"""

import html
import re
from collections.abc import Callable, Sequence
from urllib.parse import urlencode

import streamlit as st

from path_planner.domain.session import Session
from path_planner.i18n import _, ngettext
from path_planner.processes.prompts import pathfinder_name
from path_planner.storage.protocol import SessionSummary
from path_planner.ui import state
from path_planner.ui.navigation import go_to_destination, link_to
from path_planner.ui.screens.access import window_access
from path_planner.ui.state import Destination

_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")
_JOINER = "\u2060"
# Streamlit turns these into icons and links even where the characters are escaped.
_LIVELY = re.compile(r"(?<=:)(?=\S)|(?<=www)(?=\.)|(?<=\w)(?=@\w)", re.IGNORECASE)


def escape_markdown(text: str) -> str:
    """Escape people's words for a place that reads Markdown: labels, headings, options."""
    joined = _LIVELY.sub(_JOINER, " ".join(text.split()))
    return _MARKDOWN.sub(r"\\\1", joined)


def escaped(text: str) -> str:
    """Escape people's words for HTML, line breaks kept."""
    return html.escape(text).replace("\n", "<br>")


def heading(text: str, level: int = 1) -> None:
    """Show a heading; each page has one of level 1, and the others follow in order."""
    st.html(f'<h{level} dir="auto">{escaped(text)}</h{level}>')


def paragraph(text: str, kind: str = "") -> None:
    """Show a paragraph in the direction of its script; `kind` is a CSS class."""
    st.html(f'<p dir="auto" class="told {kind}">{escaped(text)}</p>')


def lines(texts: Sequence[str], most: int | None = None) -> None:
    """Show a list of plain lines, of a long one the first `most` and how many more there are."""
    shown = texts[:most]
    items = "".join(f'<li dir="auto">{escaped(text)}</li>' for text in shown)
    st.html(f'<ul class="lines">{items}</ul>')
    if more := len(texts) - len(shown):
        paragraph(ngettext("And {count} more.", "And {count} more.", more))


def hidden(text: str) -> None:
    """Show a text to screen readers only."""
    st.html(f'<p class="for-readers">{escaped(text)}</p>')


def link(name: str, label: str, icon: str | None = None, *, key: str = "", **parts: str) -> None:
    """Show a link to a page; `label` may contain people's words.

    Links of one page that could have the same label each need a `key`. A paired screen has no link
    to a page that it may not open.
    """
    if not window_access().allows(name):
        return
    st.button(
        escape_markdown(label),
        key=f"to {name} {key or label}",
        icon=icon,
        type="tertiary",
        on_click=go_to_destination,
        args=(state.ui_state(), Destination(name, link_to(name, **parts))),
    )


def window_link(name: str, label: str, icon: str) -> None:
    """Show a link that opens a page in a window of its own."""
    st.link_button(
        label,
        f"{name}?{urlencode(link_to(name))}",
        icon=icon,
        type="tertiary",
        help=_("Opens in its own window"),
    )


def next_link(name: str, label: str, **parts: str) -> None:
    """Show the main link of a page: to the next page."""
    with st.container(key=f"onward-{name}", width="content"):
        link(name, label, ":material/arrow_forward:", **parts)


def placeholder(sentence: str) -> None:
    """Show a sentence in place of an empty list."""
    st.html(f'<p class="empty">{escaped(sentence)}</p>')


def confirm_button(
    name: str,
    label: str,
    question: str | Callable[[], str],
    act: Callable[[], object],
    *,
    yes: str = "",
) -> None:
    """Show a delete button that asks a question first; `act` runs on `yes`.

    A `question` that is slow to compute is a function, called only when it is asked.
    """
    asking = f"asking {name}"
    if not state.recall(asking):
        st.button(
            label,
            icon=":material/delete:",
            key=state.key(f"ask {name}"),
            on_click=state.remember,
            args=(asking, True),
        )
        return
    with st.container(border=True):
        text = question if isinstance(question, str) else question()
        st.html(f'<p role="alert" dir="auto">{escaped(text)}</p>')
        with st.container(horizontal=True):
            st.button(
                yes or _("Yes"),
                key=state.key(f"yes {name}"),
                type="primary",
                on_click=_agreed,
                args=(asking, act),
            )
            st.button(
                _("No, keep it"),
                key=state.key(f"no {name}"),
                on_click=state.remember,
                args=(asking, False),
            )


def _agreed(asking: str, act: Callable[[], object]) -> None:
    state.remember(asking, False)
    act()


def vision_title(title: str) -> str:
    """Return the title of a vision, or that it has none yet."""
    return title or _("Untitled vision")


def event_title(title: str) -> str:
    """Return the title of a day together, or that it has none yet."""
    return title or _("Untitled day")


def session_title(session: Session) -> str:
    """Return the title of a session, or whose PATH it is."""
    return session.about.title or _("PATH of {name}", name=pathfinder_name(session))


def entry_title(title: str, pathfinder: str) -> str:
    """Return the title of a listed session, or whose PATH it is."""
    return title or _("PATH of {name}", name=pathfinder or _("the pathfinder"))


def title_of(entry: SessionSummary) -> str:
    """Return the title of a listed session, or whose PATH it is."""
    return entry_title(entry.title, entry.pathfinder)
