"""The community poster of a vision as PDF, PNG and SVG, shortened until it is legible."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from path_planner.domain.session import Session
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import Options, Paper, VisionExport, VisionOptions, none_quoted
from path_planner.exports.session.poster import in_one_piece, picture_of, written
from path_planner.exports.vision.community_poster_session import (
    BANNER,
    capacity_for,
    community_session,
    full_capacity,
    is_least,
)
from path_planner.exports.vision.publication_notes import unread_notice
from path_planner.exports.vision_memo import once_per_vision
from path_planner.i18n import N_
from path_planner.processes.model import Process
from path_planner.processes.prompts import process_of
from path_planner.scene.geometry import Box
from path_planner.scene.model import Kind, Node, Scene
from path_planner.scene.poster import scene_of
from path_planner.scene.style import COMMUNITY_MIN_FONT_SIZE_POINTS
from path_planner.scene.template import MARGIN
from path_planner.scene.text_boxes import Heading, heading
from path_planner.typography.fonts import LETTERING_BOLD

_ROUNDING = 0.01
_NOTICE_SIZES = (28.0, 12.0)
_NOTICE_TOP = 10.0
_POINT = 25.4 / 72
_QUESTIONS = {
    "dream": N_("What is life like when it has come true?"),
    "goal": N_("What has happened a year from now?"),
    "now": N_("Why are things like this today?"),
    "enrol": N_("Who is involved?"),
    "strengthen": N_("What keeps us strong?"),
    "first_steps": N_("Who does what, by when?"),
}
"""A community asks in fewer words than one person is asked."""


def collective_process(session: Session) -> Process:
    """Return the process with short questions for a community."""
    process = process_of(session)
    stages = tuple(
        stage.model_copy(update={"question": _QUESTIONS[stage.id]}) for stage in process.stages
    )
    return process.model_copy(update={"stages": stages})


@once_per_vision
def collective_scene(vision: Vision, size: tuple[float, float]) -> Scene:
    """Return the scene of the poster for a paper of this size in millimetres.

    A part whose font would be too small shows fewer items, and says how many more the plan has.
    Results are memoised by vision, paper size and language.
    """
    steps = dict.fromkeys(full_capacity(), 0)
    while True:
        session = community_session(
            vision, {part: capacity_for(part, at) for part, at in steps.items()}
        )
        process = collective_process(session)
        scene = scene_of(session, process, aspect=size[0] / size[1])
        small = {
            part: least
            for part, least in _least_of(scene, size[0]).items()
            if part in steps
            and least < COMMUNITY_MIN_FONT_SIZE_POINTS - _ROUNDING
            and not is_least(part, steps[part])
        }
        if not small:
            return scene
        for part, least in small.items():
            steps[part] += 1 + int(3 * (COMMUNITY_MIN_FONT_SIZE_POINTS / least - 1))


def _least_of(scene: Scene, width: float) -> Mapping[str, float]:
    """Return the smallest font size in points of people's words, by part."""
    found: dict[str, float] = {}
    for part, size in _sizes(scene):
        found[part] = min(size * width / scene.width / _POINT, found.get(part, size * width))
    return found


def _sizes(scene: Scene) -> Iterator[tuple[str, float]]:
    parts = {card.record: card.region for card in scene.cards}
    parts |= {"title": BANNER, "about": BANNER}
    for text in scene.texts:
        if text.node in parts:
            yield parts[text.node], text.size


def marked_scene(vision: Vision, options: VisionOptions) -> Scene:
    """Return the scene of the poster, with a notice above it if marked places are unread."""
    scene = collective_scene(vision, options.paper.size)
    notice = unread_notice(options.marks)
    if not notice:
        return scene
    what = Heading(notice, "notice", *_NOTICE_SIZES, LETTERING_BOLD)
    room = Box(MARGIN, _NOTICE_TOP, scene.width - 2 * MARGIN, MARGIN - 2 * _NOTICE_TOP)
    reading = replace(
        scene.reading, children=(Node("notice", Kind.PARAGRAPH), *scene.reading.children)
    )
    return replace(scene, painting=(*scene.painting, *heading(what, room)[0]), reading=reading)


@once_per_vision
def collective_pdf(vision: Vision, size: tuple[float, float]) -> bytes:
    """Return the poster as PDF on one page of this size in millimetres."""
    return in_one_piece(collective_scene(vision, size), size, vision.updated)


def _pdf(vision: Vision, options: VisionOptions) -> bytes:
    size = options.paper.size
    if not unread_notice(options.marks):
        return collective_pdf(vision, size)
    return in_one_piece(marked_scene(vision, options), size, vision.updated)


def render_pdf(vision: Vision, options: VisionOptions) -> bytes:
    """Draw the poster on one page of the chosen paper."""
    collective_scene(vision, options.paper.size)
    # The layout is done; drawing is the rest of the work.
    options.progress(0.3)
    drawn = _pdf(vision, options)
    options.progress(1.0)
    return drawn


_PDF = VisionExport(
    name=N_("Poster of the community’s PATH (PDF)"),
    key="poster",
    suffix=".pdf",
    mime="application/pdf",
    render=render_pdf,
    quoted_ids=none_quoted,
    paper=Paper.A1,
)


def render_png(vision: Vision, options: VisionOptions) -> bytes:
    """Draw the poster in the shape of the chosen paper."""
    pdf = _pdf(vision, options)
    options.progress(0.5)
    drawn = picture_of(pdf, Options().dots)
    options.progress(1.0)
    return drawn


_PNG = VisionExport(
    name=N_("Poster of the community’s PATH (PNG)"),
    key="posterpng",
    suffix=".png",
    mime="image/png",
    render=render_png,
    quoted_ids=none_quoted,
    paper=Paper.A1,
)


def render_svg(vision: Vision, options: VisionOptions) -> bytes:
    """Draw the poster in the shape of the chosen paper."""
    scene = marked_scene(vision, options)
    options.progress(0.3)
    drawn = written(scene)
    options.progress(1.0)
    return drawn


_SVG = VisionExport(
    name=N_("Poster of the community’s PATH (SVG)"),
    key="postersvg",
    suffix=".svg",
    mime="image/svg+xml",
    render=render_svg,
    quoted_ids=none_quoted,
    paper=Paper.A1,
)


EXPORTS = (_PDF, _PNG, _SVG)
