"""Hearing a window: its newest report, and the answers to it, remembered from run to run."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Generic

from path_planner.ui import state
from path_planner.ui.sync.acks import Acks
from path_planner.ui.sync.client_message import R


class Connection(Generic[R]):
    """The line of one kind of board; what goes over it is remembered for each window apart."""

    def __init__(self, trigger: str, read: Callable[[object], R], name: str = "") -> None:
        """Hear what the browser tells under the name `trigger`, which `read` understands.

        Where a page has several of a kind, each has a `name`.
        """
        self._trigger = trigger
        self._read = read
        self._own_name = name or trigger

    def report(self, key: str) -> R:
        """Return what the browser tells now, else what it told last in this window."""
        held = state.widget_value(key)
        told_now = held.get(self._trigger) if isinstance(held, Mapping) else None
        if told_now is not None:
            return self._read(told_now)
        return state.recall(self._name("report")) or self._read(None)

    def answers(self) -> Acks:
        """Return what became of the changes that this window told."""
        found = state.recall(self._name("answers"))
        if not isinstance(found, Acks):
            found = Acks()
            state.remember(self._name("answers"), found)
        return found

    def remember(self, report: R) -> None:
        """Remember a report until there is a newer one."""
        lighter = self.answers().lighter(report.changes)
        state.remember(self._name("report"), replace(report, changes=lighter))

    def is_handled(self, report: R) -> bool:
        """Say whether a report was remembered before: it is tried once, until the next one."""
        before: R | None = state.recall(self._name("report"))
        return report.sequence == (before.sequence if before else 0)

    def _name(self, what: str) -> str:
        return f"{what} of the {self._own_name}"
