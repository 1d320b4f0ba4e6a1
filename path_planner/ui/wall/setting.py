"""What seldom changes on the wall: its words, its stages and questions, its people, its pens."""

from typing import Any

from path_planner import words
from path_planner.domain.people import ROLE_WORDS
from path_planner.domain.session import Session
from path_planner.domain.voice import SHARE_WORDS, Share
from path_planner.processes.asking import process_of, spoken, stage_title
from path_planner.processes.process import Stage
from path_planner.scene.geometry import Box
from path_planner.scene.template import WIDTH
from path_planner.scene.wall import WALL_ASPECT, stage_boxes
from path_planner.ui import pens
from path_planner.ui.frame import session_title
from path_planner.ui.wall.board_words import counted_words
from path_planner.ui.wall.words import wall_words
from path_planner.words import say
from path_planner.workshop.preparing import people_in_order


def setting_of(session: Session) -> dict[str, Any]:
    """Return the setting of a session's wall, in the language spoken now."""
    process = process_of(session)
    boxes = stage_boxes(session, process)
    return {
        "title": session_title(session),
        "words": wall_words(),
        "counted": counted_words(),
        "language": words.tag(),
        "stages": [
            {**_stage(session, stage), "box": [round(side, 1) for side in _sides(boxes[stage.id])]}
            for stage in process.stages
        ],
        "people": [
            {
                "id": one.id,
                "name": one.name,
                "role": say(ROLE_WORDS[one.role]),
                "present": one.present,
            }
            for one in people_in_order(session)
        ],
        "shares": [[str(share), say(SHARE_WORDS[share])] for share in Share],
        "width": WIDTH,
        "height": WIDTH / WALL_ASPECT,
        "right_to_left": words.reads_from_right(words.language()),
        "pens": [ink.colour for ink in pens.INKS],
    }


def _stage(session: Session, stage: Stage) -> dict[str, Any]:
    return {
        "id": stage.id,
        "title": stage_title(session, stage),
        "question": spoken(stage.question, session),
        "prompts": [spoken(prompt, session) for prompt in stage.prompts],
        "ink": stage.colours.ink,
        "gathers": str(stage.gathers),
    }


def _sides(box: Box) -> tuple[float, float, float, float]:
    return box.x, box.y, box.width, box.height
