"""Client connection: the latest message of a browser component, and its acknowledgements."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Generic, TypeVar

from path_planner.ui import state
from path_planner.ui.sync.acks import Acks
from path_planner.ui.sync.client_message import Change, R

C = TypeVar("C")
"""The edit context that changes are applied to."""


class Connection(Generic[R]):
    """The connection to one kind of component; each browser window has its own messages."""

    def __init__(self, trigger: str, read: Callable[[object], R], name: str = "") -> None:
        """Read the component's trigger value `trigger` with `read`.

        Where a page has several components of a kind, each has a `name`.
        """
        self._trigger = trigger
        self._read = read
        self._own_name = name or trigger

    def latest_message(self, key: str) -> R:
        """Return the message of this run, else the last one that this window remembers."""
        widget = state.widget_value(key)
        raw = widget.get(self._trigger) if isinstance(widget, Mapping) else None
        if raw is not None:
            return self._read(raw)
        return state.recall(self._name("report")) or self._read(None)

    def acks(self) -> Acks:
        """Return the acknowledgements of the changes that this window sent."""
        stored = state.recall(self._name("answers"))
        if not isinstance(stored, Acks):
            stored = Acks()
            state.remember(self._name("answers"), stored)
        return stored

    def remember(self, message: R) -> None:
        """Remember a message until there is a newer one."""
        changes = self.acks().without_payload(message.changes)
        state.remember(self._name("report"), replace(message, changes=changes))

    def apply_latest(
        self, key: str, context: C, apply: Callable[[C, tuple[Change, ...], Acks], C]
    ) -> tuple[C, R]:
        """Apply the changes of the latest message; return the edit context after them, and it.

        No Streamlit call may stand between two saves.
        """
        message = self.latest_message(key)
        context = apply(context, message.changes, self.acks())
        self.remember(message)
        return context, message

    def is_handled(self, message: R) -> bool:
        """Say whether a message was remembered before: each is applied once."""
        before: R | None = state.recall(self._name("report"))
        return message.sequence == (before.sequence if before else 0)

    def _name(self, what: str) -> str:
        return f"{what} of the {self._own_name}"
