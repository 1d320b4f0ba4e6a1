"""Notes which revision a field showed when somebody began to type in it, and what was pressed.

While somebody types, the page may be shown anew with what others saved; the browser keeps what is
typed. So what they typed is a change of the older revision, and only the browser knows which.

Streamlit forgets the press of a button if another request comes before its run has begun. What is
noted here is a state, which each later request brings along, so the press is found again.

It is no fragment, and it says nothing before the field itself does: the browser sends what changes
at the same moment as one message, and if one of it is of a fragment, only that fragment is run, and
a button pressed just then is never seen by the page.
"""

from collections.abc import Mapping
from typing import NamedTuple

from path_planner.ui import state
from path_planner.ui.sync.component import load_script

NAME = "path-planner.typing_watch"
_KEY = "typing-watch"


def typing_watch() -> None:
    """Watch the fields of this page that save themselves; called when the page is shown."""
    remembered, of_document = state.ui_state(), state.key("")
    fields = [state.css_class(key) for key in remembered.base if key.startswith(of_document)]
    buttons = [state.css_class(key) for key in remembered.buttons if key.startswith(of_document)]
    if (remembered.showing is not None and fields) or buttons:
        watch = load_script(NAME, "ui/components/typing_watch.js")
        watch(
            data={"revision": remembered.showing, "fields": fields, "buttons": buttons},
            key=_KEY,
            on_typing_change=_do_nothing,
            on_pressed_change=_do_nothing,
        )


def _do_nothing() -> None:
    """Streamlit keeps a state only with a callback; it is read when a field is saved."""


class Touch(NamedTuple):
    """Somebody began to change a field: the revision that it showed, and a number that grows."""

    revision: int
    number: int


def last_touch(field_key: str) -> Touch | None:
    """Return when somebody began to change a field, or None if that is saved, or was never said."""
    said = _told("typing").get(state.css_class(field_key))
    saved = state.ui_state().saved_touch.get(field_key, 0)
    match said:
        case [int(revision), int(number)] if number > saved:
            return Touch(revision, number)
    return None


def last_press(button_key: str) -> int:
    """Return the number of the last press of a button, which grows, or 0."""
    number = _told("pressed").get(state.css_class(button_key))
    return number if isinstance(number, int) else 0


def _told(what: str) -> Mapping[str, object]:
    widget = state.widget_value(_KEY)
    told = widget.get(what) if isinstance(widget, Mapping) else None
    return told if isinstance(told, Mapping) else {}
