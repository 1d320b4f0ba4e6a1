"""From which priorities an action or an outcome comes."""

from collections.abc import Callable, Iterable
from functools import partial

from path_planner.domain.editing import in_order
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.weighing import chosen
from path_planner.ui import state
from path_planner.ui.room import act
from path_planner.ui.vision.parts import priority_title, several
from path_planner.visioning.meeting import Kept
from path_planner.words import say


def amend_priorities(
    vision: Vision, kind: str, record_id: str, now: Iterable[str], change: Callable[..., Kept]
) -> None:
    """Show the priorities of a record, to be changed."""
    several(
        say("From which priorities?"),
        [one.id for one in in_order(vision.priorities)],
        partial(priority_title, vision),
        state.key(f"{kind} priorities {record_id}"),
        chosen=now,
        changed=partial(_keep, record_id, change),
    )


def ask_priorities(vision: Vision, key: str) -> tuple[str, ...]:
    """Ask, in a field of this key, for the priorities of something new; the chosen come first."""
    options = [one.id for one in chosen(vision)] or list(vision.priorities)
    return several(
        say("From which priorities?"),
        options,
        partial(priority_title, vision),
        key,
        chosen=options if len(options) == 1 else (),
    )


def _keep(record_id: str, change: Callable[..., Kept], key: str) -> None:
    act(change, record_id, priorities=tuple(state.held(key) or ()))
