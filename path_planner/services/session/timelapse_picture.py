"""The SVG of the time-lapse film: the background, and each thing as an element of its own.

Only what the circle may see is in it. Strokes are lines here, not outlines: so CSS can animate
their drawing (`stroke-dashoffset`), and three thousand of them are as small as one photo.
"""

from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from path_planner.domain.image import Picture
from path_planner.domain.marks import CardSubject, Photo, Stroke
from path_planner.domain.session import Session
from path_planner.errors import PlannerError
from path_planner.processes.model import Process
from path_planner.scene.geometry import Box
from path_planner.scene.marks import parts_of
from path_planner.scene.model import Drawing, Part, Text
from path_planner.scene.svg import font_faces, markup
from path_planner.scene.wall import WALL_ASPECT, WallElement, background_pieces, card_pieces
from path_planner.scene.wall.marks import Loose, loose_marks
from path_planner.scene.wall.poster import frame_of
from path_planner.services.session import timelapse
from path_planner.services.session.photos import picture_from
from path_planner.services.session.timelapse import Fit, Item

_MOST_PHOTOS = 60
_FEW_PHOTOS, _LARGE, _SMALL = 12, 640, 320
"""The length in pixels of the long side of photos: large if there are few, small otherwise."""


@dataclass(frozen=True, slots=True)
class TimelapsePicture:
    """The SVG elements of a film; `data-n` is the index of each thing in `things`."""

    svg: str
    fonts: str
    box: Box
    things: tuple[Item, ...]


def timelapse_picture(session: Session, process: Process) -> TimelapsePicture:
    """Draw everything that the circle may see, each thing as an element of its own."""
    shown = _with_small_photos(session)
    cards = card_pieces(shown, process, signs=False)
    drawing = _Drawing(shown, process)
    svg = "".join(drawing.whole(cards))
    return TimelapsePicture(
        svg,
        font_faces(drawing.texts),
        frame_of(shown, cards, WALL_ASPECT),
        tuple(drawing.things),
    )


class _NoAlts(dict[str, str]):
    """Empty alternative texts: the film has one description as a whole."""

    def __missing__(self, node: str) -> str:
        return ""


class _Over(NamedTuple):
    """Something above the background, with its z-order."""

    order: float
    rank: int
    what: WallElement | Loose


@dataclass
class _Drawing:
    """Builds the SVG, and collects the things and texts in it."""

    session: Session
    process: Process
    things: list[Item] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Choose the tolerance of simplification."""
        strokes = (mark for mark in self.session.marks.values() if isinstance(mark, Stroke))
        many = sum(len(stroke.points) // 2 for stroke in strokes) > timelapse.MANY_POINTS
        self.tolerance = timelapse.COARSE if many else timelapse.FINE
        self.talked = dict(_last_words(self.session, self.process))

    def whole(self, cards: tuple[WallElement, ...]) -> Iterator[str]:
        """Yield all elements in painting order: the same as the poster's."""
        background = background_pieces(self.session, self.process)
        marks = loose_marks(self.session)
        under = [mark for mark in marks if isinstance(mark, Photo) and mark.under]
        yield from (self._static(piece.parts) for piece in background if piece.id == "paper")
        yield from (self._mark(mark) for mark in under)
        yield from (self._static(piece.parts) for piece in background if piece.id != "paper")
        over = [_Over(piece.card.order, 0, piece) for piece in cards if piece.card]
        over += [_Over(mark.order, 1, mark) for mark in marks if mark not in under]
        for _, _, what in sorted(over, key=lambda mark: mark[:2]):
            yield from self._piece(what) if isinstance(what, WallElement) else (self._mark(what),)

    def _static(self, parts: tuple[Part, ...]) -> str:
        self.texts += [part for part in parts if isinstance(part, Text)]
        return markup(parts, _NoAlts())

    def _group(self, thing: Item, parts: tuple[Part, ...]) -> str:
        self.things.append(thing)
        return f'<g data-n="{len(self.things) - 1}">{self._static(parts)}</g>'

    def _piece(self, piece: WallElement) -> Iterator[str]:
        holds = piece.card.holds if piece.card else CardSubject.VOICES
        record = getattr(self.session, holds).get(piece.id)
        thing = Item(
            str(holds),
            piece.id,
            piece.stage,
            getattr(record, "order", 0.0),
            at=getattr(record, "at", None),
        )
        drawn = [part for part in piece.parts if isinstance(part, Drawing)]
        if holds is not CardSubject.MARKS or not drawn:
            yield self._group(thing, piece.parts)
            return
        rest = tuple(part for part in piece.parts if not isinstance(part, Drawing))
        if rest:
            yield self._group(thing, rest)
        for stroke in _strokes_of(self.session, piece.id):
            fit = Fit(drawn[0].scale, *drawn[0].shift)
            yield self._line(stroke, thing, fit)

    def _mark(self, mark: Loose) -> str:
        stage = self.process.stage_for(mark.stage)
        # A mark older than the journal appears with the last words of its stage.
        thing = Item("marks", mark.id, stage, mark.order, at=self.talked.get(stage))
        if isinstance(mark, Stroke) and not mark.turn:
            return self._line(mark, thing, Fit())
        return self._group(thing, parts_of(mark, self.session))

    def _line(self, stroke: Stroke, thing: Item, fit: Fit) -> str:
        points = timelapse.line_of(stroke, fit, self.tolerance)
        length = timelapse.length_of(points)
        self.things.append(
            thing._replace(collection="marks", id=stroke.id, order=stroke.order, length=length)
        )
        pen = stroke.pen
        # On the pad a line has the width of its pen; on the wall it depends on the pressure.
        width = pen.width * fit.scale if stroke.sketch else timelapse.width_of(stroke)
        stroke_opacity = f' stroke-opacity="{pen.opacity:.2f}"' if pen.opacity < 1 else ""
        return (
            f'<path data-n="{len(self.things) - 1}" class="line" pathLength="1" fill="none"'
            f' stroke="{pen.colour}" stroke-width="{width:.1f}"{stroke_opacity}'
            f' d="{timelapse.path_of(points)}"/>'
        )


def _last_words(session: Session, process: Process) -> Iterator[tuple[str, datetime]]:
    """Yield each stage with the times at which something was said there, the last one last."""
    times = [
        (voice.at, process.stage_for(voice.stage)) for voice in session.voices.values() if voice.at
    ]
    times += [
        (commitment.at, process.stage_for(commitment.stage))
        for commitment in session.commitments.values()
        if commitment.at
    ]
    yield from ((stage, at) for at, stage in sorted(times))


def _strokes_of(session: Session, sketch_id: str) -> list[Stroke]:
    strokes = (mark for mark in session.marks.values() if isinstance(mark, Stroke))
    return sorted(
        (stroke for stroke in strokes if stroke.sketch == sketch_id),
        key=attrgetter("order", "id"),
    )


def _with_small_photos(session: Session) -> Session:
    """Return the session with its photos scaled down."""
    shown = [mark.picture for mark in session.marks.values() if isinstance(mark, Photo)]
    keys = [key for key in dict.fromkeys(shown) if key in session.pictures][:_MOST_PHOTOS]
    longest = _LARGE if len(keys) <= _FEW_PHOTOS else _SMALL
    small: Mapping[str, Picture] = {
        key: picture
        for key in keys
        if (picture := _small(session.pictures[key].base64, longest)) is not None
    }
    return session.model_copy(update={"pictures": small})


@lru_cache(maxsize=_MOST_PHOTOS)
def _small(base64: str, longest: int) -> Picture | None:
    try:
        return picture_from(b64decode(base64), longest=longest)
    except PlannerError:
        return None
