"""The community plan for those who must edit it: the words of the PDF, as Word takes them."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

from docx.document import Document as Docx

from path_planner.domain.vision.vision import Vision
from path_planner.exports.collective_scene import collective_scene
from path_planner.exports.editable import markup
from path_planner.exports.editable.body import Body
from path_planner.exports.editable.front import contents, front, picture_words
from path_planner.exports.editable.inked import inline, picture
from path_planner.exports.editable.shell import begun, filled
from path_planner.exports.editable.told import Inked, ToldBook
from path_planner.exports.plan.known import Known, known_of
from path_planner.exports.plan.whole import LOOK, chapters_of, facts_of
from path_planner.exports.poster_pdf import in_one_piece
from path_planner.exports.poster_png import picture_of
from path_planner.exports.vision_export import VisionExport, VisionOptions, nobody_watches
from path_planner.scene.model import Scene
from path_planner.words import mark, say

_DOTS = 150
_WRITTEN = 0.6
"""How much of the work it is to write the chapters."""


def render(vision: Vision, options: VisionOptions) -> bytes:
    """Return the plan as a document that can be edited."""
    known = known_of(vision, replace(options, progress=nobody_watches))
    scene = collective_scene(known.vision, LOOK.lying)
    book = _told(known, scene, options.progress)
    facts = facts_of(known)
    made = begun(facts, known.vision.updated, mirrored=book.mirrored)
    pictures = _Pictures(made)
    drawn = picture_of(in_one_piece(scene, LOOK.lying, vision.updated), _DOTS)
    poster = pictures.shown(drawn, picture_words(known), LOOK.lying)
    body = Body(book.told, LOOK.size, pictures.drawn, mirrored=book.mirrored)
    chapters = body.written()
    whole = front(known, poster) + contents(body.heads) + chapters
    content = filled(made, whole, _head(facts.title), _foot())
    options.progress(1.0)
    return content


def _told(known: Known, scene: Scene, progress: Callable[[float], None]) -> ToldBook:
    book = ToldBook(facts_of(known), look=LOOK)
    chapters = [one for one in chapters_of(scene) if one.when(known)]
    for place, chapter in enumerate(chapters, 1):
        book.chapter(say(chapter.title), chapter.key)
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
        relation, _ = self._part.get_or_add_image(BytesIO(png))
        self._count += 1
        return inline(relation, self._count, alt, size)

    def drawn(self, inked: Inked, alt: str) -> str:
        """Return the markup that shows a drawing."""
        return self.shown(picture(inked), alt, (inked.wide, inked.tall))


def _head(title: str) -> str:
    return markup.paragraph(markup.run(title), "Header")


def _foot() -> str:
    return markup.paragraph(markup.field("PAGE", markup.run("1")), "Footer")


VISION_EXPORT = VisionExport(
    name=mark("The community plan to edit (Word)"),
    key="docx",
    suffix=".docx",
    mime="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    render=render,
)
