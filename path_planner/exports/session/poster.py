"""The poster as tagged PDF, PNG and SVG, a blank one for paper, and one with changes outlined."""

import zlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from struct import pack
from threading import Lock
from typing import NamedTuple

from path_planner import i18n
from path_planner.domain.people import Pathfinder
from path_planner.domain.session import About, Session
from path_planner.exports.base import (
    Choice,
    Options,
    PrintOptions,
    SessionExport,
    none_quoted,
)
from path_planner.exports.scene_to_pdf import PdfSceneRenderer
from path_planner.exports.session.tiling import tile_poster
from path_planner.i18n import N_, _
from path_planner.pdf.document import Document
from path_planner.pdf.metadata import Metadata
from path_planner.processes import forms
from path_planner.processes.model import Process, Stage
from path_planner.processes.prompts import process_of
from path_planner.scene.fragment import with_low_ink
from path_planner.scene.geometry import Box
from path_planner.scene.hand_drawn import rectangle
from path_planner.scene.model import Role, Scene, Shape
from path_planner.scene.poster import scene_of
from path_planner.scene.svg import simplified, svg_of
from path_planner.scene.wall import card_pieces, has_wall
from path_planner.scene.wall.marks import box_of_mark, loose_marks
from path_planner.scene.wall.poster import frame_of, moved_box
from path_planner.typography.bidi import unknown_words

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_INCHES_TO_THE_METRE = 39.3701
_QUICKLY = 1
_RED_GREEN_BLUE = 2

BLANK_NAME, BLANK_DATE = "…" * 9, "…" * 6
"""Lines of dots in place of a name and a date, to write on."""
BLANK_FORMS = {6: N_("Blank PATH, six stages (PDF)"), 8: N_("Blank PATH, eight stages (PDF)")}
"""The names of the blank forms by their number of stages."""

OUTLINE = "#A8440F"
_OUTLINE_WIDTH = 0.004
"""The width of an outline as a part of the width of the poster."""
_PREFIXES = {"voices": ("voice",), "commitments": ("commitment",), "marks": ("sketch", "figure")}

Keys = Collection[tuple[str, str]]
"""Collections and ids of records."""


def png(rows: memoryview, width: int, height: int, stride: int, dots: float) -> bytes:
    """Encode RGB pixels as PNG (ISO/IEC 15948); `stride` is the length of a row in bytes."""
    along = round(dots * _INCHES_TO_THE_METRE)
    head = pack(">IIBBBBB", width, height, 8, _RED_GREEN_BLUE, 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", head),
            _chunk(b"pHYs", pack(">IIB", along, along, 1)),
            _chunk(b"IDAT", b"".join(_packed(rows, width, height, stride))),
            _chunk(b"IEND", b""),
        )
    )


def _packed(rows: memoryview, width: int, height: int, stride: int) -> Iterator[bytes]:
    squeeze = zlib.compressobj(_QUICKLY)
    for row in range(height):
        # Each row begins with its filter type: 0, none.
        yield squeeze.compress(b"\0")
        yield squeeze.compress(rows[row * stride : row * stride + 3 * width])
    yield squeeze.flush()


def _chunk(name: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + name + content + pack(">I", zlib.crc32(name + content))


def scene_for(session: Session, options: Options) -> Scene:
    """Return the scene of the poster for the chosen paper and audience."""
    process, aspect = process_of(session), options.paper.aspect
    return scene_of(session, process, audience=options.audience, aspect=aspect)


def unprintable_words(scene: Scene) -> tuple[str, ...]:
    """Return the words of a scene that no font of ours can print, each once."""
    found = (word for text in scene.texts for word in unknown_words(text.words, text.style.stack))
    return tuple(dict.fromkeys(found))


_MOST_NAMED = 12
"""So many words are named; of more of them only the number."""


def unprintable_in_words(words: Sequence[str]) -> str:
    """Return a sentence that names the words that cannot be printed; "" if all can be."""
    if not words:
        return ""
    named = ", ".join(words[:_MOST_NAMED])
    if len(words) > _MOST_NAMED:
        named = _("{words} and {count} more", words=named, count=len(words) - _MOST_NAMED)
    return _(
        "These words cannot be printed, as no font here has their letters: {words}", words=named
    )


def render_pdf(session: Session, options: Options) -> bytes:
    """Return the poster as PDF, on one page or tiled on sheets."""
    return print_scene(scene_for(session, options), options, session.updated)


def print_scene(scene: Scene, options: PrintOptions, created: datetime) -> bytes:
    """Return a scene as PDF, with the ink and on the sheets that were chosen."""
    scene = with_low_ink(scene) if options.low_ink else scene
    if options.sheets:
        document = _document(scene, created)
        tile_poster(document, scene, options.paper.size, options.sheets)
        return document.finish()
    return in_one_piece(scene, options.paper.size, created)


def in_one_piece(scene: Scene, size: tuple[float, float], created: datetime) -> bytes:
    """Return a poster as PDF on one page of this size in millimetres."""
    width, height = size
    document = _document(scene, created)
    document.page(width, height)
    PdfSceneRenderer(document, scene, width / scene.width).whole()
    return document.finish()


def _document(scene: Scene, created: datetime) -> Document:
    return Document(Metadata(scene.title, scene.language, created))


_PDF = SessionExport(
    name=N_("Poster to print (PDF)"),
    key=".pdf",
    suffix=".pdf",
    mime="application/pdf",
    takes=frozenset({Choice.PAPER, Choice.TILED, Choice.LOW_INK, Choice.AUDIENCE}),
    render=render_pdf,
    quoted_ids=none_quoted,
)


MOST_DOTS = 72_000_000
"""The most pixels: A1 at 300 dpi; more would take a gigabyte of memory."""
_POINTS_TO_THE_INCH = 72
_one_at_a_time = Lock()
"""PDFium is not thread-safe, and one large bitmap at a time is enough memory."""


def render_png(session: Session, options: Options) -> bytes:
    """Return the poster as PNG."""
    whole = Options(
        paper=options.paper, low_ink=options.low_ink, audience=options.audience, dots=options.dots
    )
    return picture_of(render_pdf(session, whole), options.dots)


def picture_of(pdf: bytes, dots: int, page: int = 0) -> bytes:
    """Rasterise a PDF page as PNG at this resolution in dpi, or less if it would be too large."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - a poster as PDF need not wait for it

    with _one_at_a_time:
        document = pdfium.PdfDocument(pdf)
        try:
            drawn = document[page]
            width, height = drawn.get_size()
            scale = min(dots / _POINTS_TO_THE_INCH, (MOST_DOTS / (width * height)) ** 0.5)
            bitmap = drawn.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
            rows = memoryview(bitmap.buffer).cast("B")
            drawn_dots = scale * _POINTS_TO_THE_INCH
            return png(rows, bitmap.width, bitmap.height, bitmap.stride, drawn_dots)
        finally:
            document.close()


_PNG = SessionExport(
    name=N_("Poster as a picture (PNG)"),
    key=".png",
    suffix=".png",
    mime="image/png",
    takes=frozenset({Choice.PAPER, Choice.LOW_INK, Choice.AUDIENCE, Choice.DOTS}),
    render=render_png,
    quoted_ids=none_quoted,
)


def render_svg(session: Session, options: Options) -> bytes:
    """Return the poster as SVG."""
    return written(_scene(session, options))


class PagePicture(NamedTuple):
    """A poster for a web page, and the words on it that cannot be printed."""

    svg: bytes
    unprintable: tuple[str, ...]


def render_for_page(session: Session, options: Options) -> PagePicture:
    """Return the poster as SVG for a web page, with strokes simplified if there are many."""
    scene = _scene(session, options)
    return PagePicture(written(simplified(scene)), unprintable_words(scene))


def _scene(session: Session, options: Options) -> Scene:
    scene = scene_for(session, options)
    return with_low_ink(scene) if options.low_ink else scene


def written(scene: Scene) -> bytes:
    """Return a scene as SVG in UTF-8."""
    described = _(
        "A PATH poster: a star, a goal circle and an arrow, filled with what people said."
    )
    return svg_of(scene, described).encode()


_SVG = SessionExport(
    name=N_("Poster as a drawing for the web (SVG)"),
    key=".svg",
    suffix=".svg",
    mime="image/svg+xml",
    takes=frozenset({Choice.PAPER, Choice.LOW_INK, Choice.AUDIENCE}),
    render=render_svg,
    quoted_ids=none_quoted,
)


def render_blank(stages: int, options: Options, made: datetime) -> bytes:
    """Return a blank PATH of six or eight stages as PDF, on one page or on sheets to join up."""
    process = next(process for process in forms() if len(process.stages) == stages)
    about = About(
        pathfinder=Pathfinder(name=BLANK_NAME), process=process.id, language=i18n.language()
    )
    session = Session(id="blankpath", begun=made, updated=made, about=about)
    scene = scene_of(session, _with_lines(process), aspect=options.paper.aspect)
    return print_scene(scene, options, made)


def _with_lines(process: Process) -> Process:
    """Return a process whose questions have a line of dots in place of the date."""
    stages = tuple(_with_line(stage) for stage in process.stages)
    return process.model_copy(update={"stages": stages})


def _with_line(stage: Stage) -> Stage:
    if "{date}" not in stage.question:
        return stage
    return stage.model_copy(update={"question": _(stage.question, date=BLANK_DATE)})


def marked_poster(session: Session, changed: Keys, other: Session, deleted: Keys) -> bytes:
    """Return the poster as SVG; `deleted` are dashed, at their place in the `other` state."""
    scene = scene_for(session, Options())
    outlines = [_outline(scene, box, dashed=False) for box in _boxes(session, scene, changed)]
    if deleted:
        ghosts = _boxes(other, scene_for(other, Options()), deleted)
        outlines.extend(_outline(scene, box, dashed=True) for box in ghosts)
    drawn = simplified(scene)
    return written(replace(drawn, painting=(*drawn.painting, *outlines)))


def _boxes(session: Session, scene: Scene, keys: Keys) -> Iterator[Box]:
    nodes = {f"{prefix}-{key}" for name, key in keys for prefix in _PREFIXES.get(name, ())}
    yield from (card.box for card in scene.cards if card.record in nodes)
    loose = [mark for mark in loose_marks(session) if ("marks", mark.id) in keys]
    if loose and has_wall(session):
        cards = card_pieces(session, process_of(session), Options().audience, signs=False)
        frame = frame_of(session, cards, Options().paper.aspect)
        yield from (moved_box(box_of_mark(mark), (-frame.x, -frame.y)) for mark in loose)


def _outline(scene: Scene, box: Box, *, dashed: bool) -> Shape:
    width = scene.width * _OUTLINE_WIDTH
    return Shape(
        rectangle(box),
        Role.LINE,
        line=OUTLINE,
        width=width,
        dash=(3 * width, 2 * width) if dashed else (),
    )


EXPORTS = (_PDF, _PNG, _SVG)
