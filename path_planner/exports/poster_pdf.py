"""The poster as PDF: words that can be read aloud in the order of the stages, ink as lines."""

from datetime import datetime

from path_planner.domain.session import Session
from path_planner.exports.export import Choice, Export, Options, scene_for
from path_planner.exports.pdf_drawing import Pencil
from path_planner.exports.tiling import tiled
from path_planner.pdf.document import Document
from path_planner.pdf.draft import Facts
from path_planner.processes.process import Process
from path_planner.scene.low_ink import with_low_ink
from path_planner.scene.model import Scene
from path_planner.words import mark


def render(session: Session, process: Process, options: Options) -> bytes:
    """Draw the poster on one page, or on sheets to put together."""
    scene = scene_for(session, process, options)
    scene = with_low_ink(scene) if options.low_ink else scene
    if options.tiled and options.tiled.size[0] < options.paper.size[0]:
        document = _document(scene, session.updated)
        tiled(document, scene, options.paper.size, options.tiled)
        return document.finish()
    return in_one_piece(scene, options.paper.size, session.updated)


def in_one_piece(scene: Scene, size: tuple[float, float], made: datetime) -> bytes:
    """Draw a poster on one page of so many millimetres."""
    wide, tall = size
    document = _document(scene, made)
    document.page(wide, tall)
    Pencil(document, scene, wide / scene.width).whole()
    return document.finish()


def _document(scene: Scene, made: datetime) -> Document:
    return Document(Facts(scene.title, scene.language, made))


EXPORT = Export(
    name=mark("Poster to print (PDF)"),
    suffix=".pdf",
    mime="application/pdf",
    takes=frozenset({Choice.PAPER, Choice.TILED, Choice.LOW_INK, Choice.AUDIENCE}),
    render=render,
)
