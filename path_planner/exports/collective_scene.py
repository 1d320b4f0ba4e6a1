"""The community's PATH laid out for a paper: where room ends, words are left to the plan."""

from collections.abc import Iterator, Mapping

from path_planner.domain.session import Session
from path_planner.domain.vision.vision import Vision
from path_planner.exports.collective import collective
from path_planner.exports.collective_room import BANNER, is_least, room_of, whole_room
from path_planner.processes.asking import process_of
from path_planner.processes.process import Process
from path_planner.scene.compose import scene_of
from path_planner.scene.model import Scene
from path_planner.words import mark

SMALLEST = 7.0
"""Points of the words that a community reads on its poster, however small the paper is."""
_ROUNDING = 0.01
_POINT = 25.4 / 72
_QUESTIONS = {
    "dream": mark("How is it when it has come true?"),
    "goal": mark("What has happened a year from now?"),
    "now": mark("Why is it like this today?"),
    "enrol": mark("Who is in it?"),
    "strengthen": mark("What keeps us strong?"),
    "first_steps": mark("Who does what, by when?"),
}
"""A community asks in fewer words than one person is asked."""


def collective_process(session: Session) -> Process:
    """Return the form of a community's PATH, with questions that are short."""
    process = process_of(session)
    stages = tuple(
        stage.model_copy(update={"question": _QUESTIONS[stage.id]}) for stage in process.stages
    )
    return process.model_copy(update={"stages": stages})


def collective_scene(vision: Vision, size: tuple[float, float]) -> Scene:
    """Return the poster for a paper so many millimetres wide and tall.

    Where letters would be too small, that part takes in less and counts what the plan has beside.
    """
    steps = dict.fromkeys(whole_room(), 0)
    while True:
        session = collective(vision, {part: room_of(part, at) for part, at in steps.items()})
        process = collective_process(session)
        scene = scene_of(session, process, aspect=size[0] / size[1])
        small = {
            part: least
            for part, least in _least_of(scene, size[0]).items()
            if part in steps and least < SMALLEST - _ROUNDING and not is_least(part, steps[part])
        }
        if not small:
            return scene
        for part, least in small.items():
            steps[part] += 1 + int(3 * (SMALLEST / least - 1))


def _least_of(scene: Scene, wide: float) -> Mapping[str, float]:
    """Return the size in points of the smallest words that people typed, part by part."""
    found: dict[str, float] = {}
    for part, size in _sizes(scene):
        found[part] = min(size * wide / scene.width / _POINT, found.get(part, size * wide))
    return found


def _sizes(scene: Scene) -> Iterator[tuple[str, float]]:
    parts = {card.record: card.region for card in scene.cards}
    parts |= {"title": BANNER, "about": BANNER}
    for text in scene.texts:
        if text.node in parts:
            yield parts[text.node], text.size
