"""What became of the changes that a window told: each is kept once, and none holds up the next."""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from path_planner.errors import NotSaved, PlannerError, StoreLocked
from path_planner.ui.messages import where

logger = logging.getLogger(__name__)

Change = Mapping[str, Any]


@dataclass
class Answers:
    """What became of the changes that one window told."""

    kept: set[str] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)
    trouble: str = ""
    """Why nothing can be kept at the moment; what waits is tried again."""

    def forget_all_but(self, changes: Iterable[Change]) -> None:
        """Forget what the window does not tell any more: it knows."""
        waiting = {change["id"] for change in changes}
        self.kept &= waiting
        self.refused = {key: why for key, why in self.refused.items() if key in waiting}

    def lighter(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Return changes to remember: of what was answered, a photo perhaps, the id is enough."""
        answered = self.kept | self.refused.keys()
        return tuple({"id": one["id"]} if one["id"] in answered else one for one in changes)

    def to(self, changes: Iterable[Change]) -> dict[str, Any]:
        """Return the answer to these changes, as it travels."""
        waiting = [change["id"] for change in changes]
        told: dict[str, Any] = {
            "done": [one for one in waiting if one in self.kept],
            "refused": [{"id": one, "why": why} for one, why in self.refused.items()],
        }
        return {**told, "trouble": self.trouble} if self.trouble else told


def take_each(
    changes: Iterable[Change], answers: Answers, take: Callable[[Change], None], *, failed: str
) -> None:
    """Keep what a window has told, in its order; `failed` is said where nothing else is known."""
    for change in changes:
        if change["id"] in answers.kept or change["id"] in answers.refused:
            continue
        try:
            take(change)
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
            answers.kept.add(change["id"])
