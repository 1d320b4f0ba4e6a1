"""A wall to test with: a group, and what a browser would tell of it."""

import secrets
from typing import Any

from path_planner.domain.session import Session
from path_planner.processes.prompts import process_of
from path_planner.scene.geometry import Box
from path_planner.scene.wall import stage_boxes
from path_planner.services.context import SessionResult
from path_planner.services.session.wall import apply_command
from path_planner.services.session.wall.commands import read_command
from tests.services.session.rooms import Group, a_group


def fresh() -> str:
    """Return the id of a change, as a browser makes it."""
    return secrets.token_hex(10)


def tell(group: Group, do: str, **facts: Any) -> SessionResult:
    """Let the wall tell one change, and go on from there."""
    return group.does(apply_command(group.room, read_command({"id": fresh(), "do": do, **facts})))


def stage_box(session: Session, stage: str) -> Box:
    """Return where a stage lies."""
    return stage_boxes(session, process_of(session))[stage]


def middle(session: Session, stage: str) -> tuple[float, float]:
    """Return the middle of a stage."""
    return stage_box(session, stage).centre


def a_line(mark_id: str, x: float, y: float, **more: Any) -> dict[str, Any]:
    """Return a freely drawn line of Excalidraw whose middle is there."""
    return {
        "id": mark_id,
        "type": "freedraw",
        "x": x - 20,
        "y": y - 10,
        "width": 40,
        "height": 20,
        "points": [[0, 0], [20, 20], [40, 0]],
        "pressures": [],
        "simulatePressure": True,
        "strokeColor": "#1F3A8A",
        "strokeWidth": 3,
        "version": 4,
        "versionNonce": 1234,
        **more,
    }


def an_image(mark_id: str, x: float, y: float, **belongs: Any) -> dict[str, Any]:
    """Return an image of Excalidraw whose middle is there."""
    return {
        "id": mark_id,
        "type": "image",
        "x": x - 50,
        "y": y - 50,
        "width": 100,
        "height": 100,
        "fileId": "what the browser called it",
        "customData": {"part": "mark", "mark": mark_id, **belongs},
    }


def on_the_wall() -> Group:
    """Return a group that has drawn one line in the dream, and whose cards have their places."""
    group = a_group()
    tell(group, "put", element=a_line("line", *middle(group.session, "dream")))
    return group
