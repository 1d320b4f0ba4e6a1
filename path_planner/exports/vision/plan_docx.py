"""The community plan for those who must edit it: the words of the PDF, as Word takes them."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

from docx.document import Document as Docx

from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionExport, VisionOptions, ignore_progress
from path_planner.exports.session.poster import in_one_piece, picture_of
from path_planner.exports.vision.docx import ooxml
from path_planner.exports.vision.docx.body import Body
from path_planner.exports.vision.docx.front_matter import contents, front, picture_words
from path_planner.exports.vision.docx.images import inline, picture
from path_planner.exports.vision.docx.styles import begun, filled
from path_planner.exports.vision.plan.context import PlanContext, plan_context
from path_planner.exports.vision.plan.document import LOOK, chapters_of, facts_of
from path_planner.exports.vision.plan.recording import Inked, ToldBook
from path_planner.exports.vision.poster import collective_scene
from path_planner.i18n import N_, _
from path_planner.scene.model import Scene

_DOTS = 150
_WRITTEN = 0.6
"""How much of the work it is to write the chapters."""


def render(vision: Vision, options: VisionOptions) -> bytes:
    """Return the plan as a document that can be edited."""
    known = plan_context(vision, replace(options, progress=ignore_progress))
    scene = collective_scene(known.vision, LOOK.landscape_size)
    book = _told(known, scene, options.progress)
    facts = facts_of(known)
    made = begun(facts, known.vision.updated, mirrored=book.mirrored)
    pictures = _Pictures(made)
    drawn = picture_of(in_one_piece(scene, LOOK.landscape_size, vision.updated), _DOTS)
    poster = pictures.shown(drawn, picture_words(known), LOOK.landscape_size)
    body = Body(book.told, LOOK.size, pictures.drawn, mirrored=book.mirrored)
    chapters = body.written()
    whole = front(known, poster) + contents(body.heads) + chapters
    content = filled(made, whole, _head(facts.title), _foot())
    options.progress(1.0)
    return content


def _told(known: PlanContext, scene: Scene, progress: Callable[[float], None]) -> ToldBook:
    book = ToldBook(facts_of(known), look=LOOK)
    chapters = [one for one in chapters_of(scene) if one.when(known)]
    for place, chapter in enumerate(chapters, 1):
        book.chapter(_(chapter.title), chapter.key)
        chapter.draw(book, known)
        progress(_WRITTEN * place / len(chapters))
    return book


class _Pictures:
    """Puts pictures into a document, each with a number of its own."""

    def __init__(self, made: Docx) -> None:
        self._part = made.part
        self._count = 0

    def shown(self, png: bytes, alt: str, size: tuple[float, float]) -> str:
        """Return the markup that shows a picture of this size in millimetres."""
        relation, _image = self._part.get_or_add_image(BytesIO(png))
        self._count += 1
        return inline(relation, self._count, alt, size)

    def drawn(self, inked: Inked, alt: str) -> str:
        """Return the markup that shows a drawing."""
        return self.shown(picture(inked), alt, (inked.width, inked.height))


def _head(title: str) -> str:
    return ooxml.paragraph(ooxml.run(title), "Header")


def _foot() -> str:
    return ooxml.paragraph(ooxml.field("PAGE", ooxml.run("1")), "Footer")


EXPORTS = (
    VisionExport(
        name=N_("The community plan to edit (Word)"),
        key="docx",
        suffix=".docx",
        mime="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        render=render,
    ),
)
