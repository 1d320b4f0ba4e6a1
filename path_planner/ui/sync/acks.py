"""Acknowledgements of a client's changes: each is applied once, and none holds up the next."""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from path_planner.errors import NeverSaved, NotSaved, PlannerError, StoreLocked
from path_planner.ui import state
from path_planner.ui.components.messages import where
from path_planner.ui.sync.component import Change, R

logger = logging.getLogger(__name__)

C = TypeVar("C")
"""The edit context that changes are applied to."""


@dataclass
class Acks:
    """Which changes of one browser window were applied, and which were refused and why."""

    acknowledged: set[str] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    """Sentences about what was applied, for those who asked for it."""
    error_message: str = ""
    """Why nothing can be saved at the moment; the window sends its changes again."""

    def retain_only(self, changes: Iterable[Change]) -> None:
        """Forget changes that the window no longer sends: it has their acknowledgement."""
        waiting = {change["id"] for change in changes}
        self.acknowledged &= waiting
        self.refused = {key: why for key, why in self.refused.items() if key in waiting}
        self.told = {key: words for key, words in self.told.items() if key in waiting}

    def is_decided(self, change: Change) -> bool:
        """Say whether a change was applied or refused already."""
        return change["id"] in self.acknowledged or change["id"] in self.refused

    def without_payload(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Return the changes to remember: only the id of a decided one, as it may hold a photo."""
        return tuple(
            {"id": change["id"]} if self.is_decided(change) else change for change in changes
        )

    def as_message(self, changes: Iterable[Change]) -> dict[str, Any]:
        """Return the acknowledgement of these changes, as it is sent."""
        waiting = [change["id"] for change in changes]
        message: dict[str, Any] = {
            "done": [change_id for change_id in waiting if change_id in self.acknowledged],
            "refused": [{"id": change_id, "why": why} for change_id, why in self.refused.items()],
        }
        if self.told:
            message["told"] = [{"id": change_id, "words": w} for change_id, w in self.told.items()]
        return {**message, "trouble": self.error_message} if self.error_message else message


def may_be_saved_later(error: PlannerError) -> bool:
    """Say whether the same change may be saved once a disk or a file is free again."""
    return isinstance(error, NotSaved | StoreLocked) and not isinstance(error, NeverSaved)


def apply_each(
    context: C,
    changes: Iterable[Change],
    acks: Acks,
    apply: Callable[[C, Change], C],
    *,
    failed: str,
) -> C:
    """Apply a window's changes in their order; return the edit context after the last one.

    `failed` is the reason that people get for an unexpected error.
    """
    changes = tuple(changes)
    acks.retain_only(changes)
    acks.error_message = ""
    for change in changes:
        if acks.is_decided(change):
            continue
        try:
            context = apply(context, change)
        except PlannerError as error:
            if may_be_saved_later(error):
                acks.error_message = str(error)
                break
            acks.refused[change["id"]] = str(error)
        except Exception as error:  # noqa: BLE001  (the changes after it must not wait for ever)
            # Its traceback may quote a person.
            logger.error("A change could not be saved: %s", where(error))  # noqa: TRY400
            acks.refused[change["id"]] = failed
        else:
            acks.acknowledged.add(change["id"])
    return context


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
