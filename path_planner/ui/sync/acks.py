"""What became of the changes that a window told: each is kept once, and none holds up the next."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from path_planner.errors import NotSaved, PlannerError, StoreLocked
from path_planner.ui.components.messages import where
from path_planner.ui.sync.client_message import Change

logger = logging.getLogger(__name__)

H = TypeVar("H")


@dataclass
class Acks:
    """What became of the changes that one window told."""

    acknowledged: set[str] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)
    trouble: str = ""
    """Why nothing can be kept at the moment; what waits is tried again."""

    def forget_all_but(self, changes: Iterable[Change]) -> None:
        """Forget what the window does not tell any more: it knows."""
        waiting = {change["id"] for change in changes}
        self.acknowledged &= waiting
        self.refused = {key: why for key, why in self.refused.items() if key in waiting}

    def know(self, change: Change) -> bool:
        """Say whether it is decided what becomes of a change."""
        return change["id"] in self.acknowledged or change["id"] in self.refused

    def lighter(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Return changes to remember: of what was answered, a photo perhaps, the id is enough."""
        return tuple({"id": one["id"]} if self.know(one) else one for one in changes)

    def to(self, changes: Iterable[Change]) -> dict[str, Any]:
        """Return the answer to these changes, as it travels."""
        waiting = [change["id"] for change in changes]
        told: dict[str, Any] = {
            "done": [one for one in waiting if one in self.acknowledged],
            "refused": [{"id": one, "why": why} for one, why in self.refused.items()],
        }
        return {**told, "trouble": self.trouble} if self.trouble else told


def apply_each(
    here: H,
    changes: Iterable[Change],
    answers: Acks,
    take: Callable[[H, Change], H],
    *,
    failed: str,
) -> H:
    """Keep what a window has told, in its order; return what stands here afterwards.

    `failed` is said of a change where nothing else is known.
    """
    changes = tuple(changes)
    answers.forget_all_but(changes)
    answers.trouble = ""
    for change in changes:
        if answers.know(change):
            continue
        try:
            here = take(here, change)
        except (NotSaved, StoreLocked) as trouble:
            answers.trouble = str(trouble)
            break
        except PlannerError as refusal:
            answers.refused[change["id"]] = str(refusal)
        except Exception as error:  # noqa: BLE001  (what is behind it must not wait for ever)
            # Its traceback may quote a person.
            logger.error("A change could not be kept: %s", where(error))  # noqa: TRY400
            answers.refused[change["id"]] = failed
        else:
            answers.acknowledged.add(change["id"])
    return here
