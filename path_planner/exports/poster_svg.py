"""The poster as SVG: words stay words, and it opens in any browser or drawing program."""

from path_planner.domain.session import Session
from path_planner.exports.export import Choice, Export, Options, scene_for
from path_planner.processes.process import Process
from path_planner.scene.lighter import lighter
from path_planner.scene.low_ink import with_low_ink
from path_planner.scene.model import Scene
from path_planner.scene.svg import svg_of
from path_planner.words import mark, say


def render(session: Session, process: Process, options: Options) -> bytes:
    """Draw the poster as SVG."""
    return written(_scene(session, process, options))


def render_for_page(session: Session, process: Process, options: Options) -> bytes:
    """Draw the poster as SVG to be seen on a page: much ink travels with fewer points."""
    return written(lighter(_scene(session, process, options)))


def _scene(session: Session, process: Process, options: Options) -> Scene:
    scene = scene_for(session, process, options)
    return with_low_ink(scene) if options.low_ink else scene


def written(scene: Scene) -> bytes:
    """Write a poster as SVG."""
    described = say("A PATH poster: a star, a goal circle and an arrow, filled with what was said.")
    return svg_of(scene, described).encode()


EXPORT = Export(
    name=mark("Poster as a drawing for the web (SVG)"),
    suffix=".svg",
    mime="image/svg+xml",
    takes=frozenset({Choice.PAPER, Choice.LOW_INK, Choice.AUDIENCE}),
    render=render,
)
