"""Taking what a wall tells: each change is kept once; a bad one holds up nothing behind it."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from path_planner.errors import NotSaved, PlannerError, StoreLocked
from path_planner.ui.messages import where
from path_planner.ui.wall.painted import painting_of
from path_planner.ui.wall.report import Report
from path_planner.ui.wall.told import note_own
from path_planner.words import say
from path_planner.workshop.room import Room
from path_planner.workshop.walling import take

logger = logging.getLogger(__name__)


@dataclass
class Answers:
    """What became of the changes that one window told."""

    kept: set[str] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)
    trouble: str = ""
    """Why nothing can be kept at the moment; what waits is tried again."""

    def forget_all_but(self, report: Report) -> None:
        """Forget what the window does not tell any more: it knows."""
        waiting = {change["id"] for change in report.changes}
        self.kept &= waiting
        self.refused = {key: why for key, why in self.refused.items() if key in waiting}

    def lighter(self, report: Report) -> Report:
        """Return a report to remember: of what was answered, a photo perhaps, the id is enough."""
        answered = self.kept | self.refused.keys()
        changes = ({"id": one["id"]} if one["id"] in answered else one for one in report.changes)
        return replace(report, changes=tuple(changes))


def take_all(room: Room, report: Report, answers: Answers) -> Room:
    """Keep what a wall has told, in its order; return the room as it is afterwards."""
    answers.forget_all_but(report)
    answers.trouble = ""
    for change in report.changes:
        if change["id"] in answers.kept or change["id"] in answers.refused:
            continue
        try:
            room = _take(room, report.wall, change)
        except (NotSaved, StoreLocked) as trouble:
            answers.trouble = str(trouble)
            break
        except PlannerError as refusal:
            answers.refused[change["id"]] = str(refusal)
        except Exception as error:  # noqa: BLE001  (what is behind it must not wait for ever)
            # Its traceback may quote a person.
            logger.error("A change on the wall failed: %s", where(error))  # noqa: TRY400
            answers.refused[change["id"]] = say(
                "One change on the wall could not be saved. All others are safe."
            )
        else:
            answers.kept.add(change["id"])
    return room


def _take(room: Room, wall: str, change: Mapping[str, Any]) -> Room:
    after = take(room, change).document
    element = change.get("element")
    # What an earlier wall left behind is not on the board of the one that tells it.
    if change.get("do") == "put" and isinstance(element, dict) and not change.get("left"):
        note_own(painting_of(room.store, after), wall, element, after)
    return replace(room, session=after)
