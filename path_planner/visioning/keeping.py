"""Visions as a whole: begin one, copy it, bring one in from a file."""

from typing import Any

from path_planner.domain.editing import amend
from path_planner.domain.vision.vision import AboutVision, Vision
from path_planner.storage import document
from path_planner.storage.store import VisionStore
from path_planner.storage.visions import VISIONS
from path_planner.visioning.bringing_back import Brought, bring_back, looks_given_away
from path_planner.workshop.saving import fresh_id, keep_beside, now, renewed


def begun(title: str, **about: Any) -> Vision:
    """Return a new vision that nobody keeps yet; `about` are fields of AboutVision."""
    moment = now()
    return Vision(
        id=fresh_id(), begun=moment, updated=moment, about=AboutVision(title=title, **about)
    )


def begin(store: VisionStore, title: str, **about: Any) -> Vision:
    """Begin a vision; `about` are fields of AboutVision, such as community and language."""
    return store.begin(begun(title, **about))


def duplicate(store: VisionStore, vision_id: str, title: str) -> Vision:
    """Begin a vision that holds all that another one holds, under its own title."""
    original = store.open(vision_id).document
    about = amend(original.about, title=title)
    return store.begin(renewed(original, now).model_copy(update={"about": about}))


def bring_in(store: VisionStore, content: bytes) -> Brought:
    """Keep a vision from a file or from a give-away zip.

    One that is here already comes in beside it, under a new id.
    """
    if looks_given_away(content):
        return bring_back(store, content)
    return Brought(keep_beside(store, document.read(content, VISIONS)))
