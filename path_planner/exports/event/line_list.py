"""Lines that people gave, as a list in a flowing document, with their answers below them."""

from base64 import b64decode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TypeVar

from PIL import Image, UnidentifiedImageError

from path_planner.analysis.event_lines import (
    Readers,
    ThreadedLine,
    may_see_picture,
    speaker_name,
    threaded,
)
from path_planner.analysis.event_places import round_numbers
from path_planner.domain.event.contribution import Contribution
from path_planner.domain.event.event import Event
from path_planner.domain.image import Picture
from path_planner.domain.voice import EXPRESSED_WORDS, Expressed
from path_planner.exports.event.printing import joined
from path_planner.i18n import _
from path_planner.pdf.flow import FlowDocument
from path_planner.pdf.path_operators import Paint, polygon
from path_planner.pdf.structure import Node
from path_planner.typography.fonts import DOCUMENT
from path_planner.typography.glyphs import line_metrics
from path_planner.typography.line_breaking import wrap

_INSET, _STEP = 1.7, 1.6
"""Where the words of a list begin, and how much further in answers are, in ems."""
_DEEPEST = 5
"""Answers to answers are no further in than this, so that they stay readable."""
_DETAIL = 0.82
_PICTURE = (70.0, 50.0)
"""The largest width and height of a picture in millimetres."""
_STRIKE_AT = 0.3
"""The height of the line through struck words, in ems above their baseline."""


K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class LineWriter:
    """Writes lists of lines for some readers."""

    flow: FlowDocument
    event: Event
    readers: Readers

    def write(self, lines: Sequence[Contribution], round_id: str | None = None) -> None:
        """Write lines as one list, nothing if there are none; say where one is of another round."""
        if not lines:
            return
        size = self.flow.page_style.size
        with self.flow.document.tag("L"):
            for thread in threaded(lines):
                self._item(thread, round_id)
        self.flow.space(size * 0.4)

    def _item(self, thread: ThreadedLine, round_id: str | None) -> None:
        flow, size = self.flow, self.flow.page_style.size
        indent = min(thread.depth, _DEEPEST) * _STEP * size
        left, width = flow.left, flow.width
        flow.left, flow.width = left + (0 if flow.mirrored else indent), width - indent
        try:
            with flow.document.tag("LI"):
                flow.ensure_space(line_metrics(thread.line.text, DOCUMENT, size).line * 2)
                self._dot(thread)
                with flow.document.tag("LBody"):
                    self._words(thread, round_id)
                    self._picture(thread.line)
        finally:
            flow.left, flow.width = left, width
        flow.space(size * 0.35)

    def _dot(self, thread: ThreadedLine) -> None:
        flow, size = self.flow, self.flow.page_style.size
        sign = "–" if thread.depth else "•"
        base = flow.y + line_metrics(sign, DOCUMENT, size).ascent
        x = flow.left + (flow.width - size * 0.8 if flow.mirrored else size * 0.3)
        with flow.document.tag("Lbl"):
            flow.document.text_line(
                x, base, sign, style=DOCUMENT, size=size, ink=flow.page_style.accent
            )

    def _words(self, thread: ThreadedLine, round_id: str | None) -> None:
        line = thread.line
        with self.flow.document.tag("P") as node:
            self._struck(line.text, node) if line.struck else self._set(line.text, node)
        if details := self._details(thread, round_id):
            with self.flow.document.tag("P") as node:
                self._set(details, node, scale=_DETAIL, ink=self.flow.page_style.quiet)

    def _set(self, words: str, node: Node, *, scale: float = 1.0, ink: str = "") -> None:
        flow, inset = self.flow, _INSET * self.flow.page_style.size
        size = flow.page_style.size * scale
        lines = wrap(words, flow.width - inset, DOCUMENT, size)
        flow.write(lines, node, size=size, ink=ink or None, inset=inset)

    def _struck(self, words: str, node: Node) -> None:
        """Write words in grey with a line through them; what was struck stays readable."""
        flow, size = self.flow, self.flow.page_style.size
        inset = _INSET * size
        for line in wrap(words, flow.width - inset, DOCUMENT, size):
            flow.write([line], node, ink=flow.page_style.quiet, inset=inset)
            metrics = line_metrics(line.text, DOCUMENT, size)
            base = flow.y - metrics.line * flow.page_style.leading + metrics.ascent
            y = base - size * _STRIKE_AT
            x = flow.left + (flow.width - inset - line.width if line.from_right else inset)
            through = polygon([(x, y), (x + line.width, y)], closed=False)
            with flow.document.artifact():
                pen = Paint(stroke=flow.page_style.quiet, width=0.25)
                flow.document.shape(through, paint=pen)

    def _details(self, thread: ThreadedLine, round_id: str | None) -> str:
        """Return who said it if they want to be named, how, when, and what came of it."""
        line, event = thread.line, self.event
        name = speaker_name(event, line)
        number = round_numbers(event).get(line.round or "") if line.round != round_id else None
        return joined(
            [
                _("struck: {reason}", reason=line.struck) if line.struck else "",
                _("an answer") if thread.depth else "",
                _("an answer to words that are not in here") if thread.answers_unseen else "",
                f"— {name}" if name else "",
                _("round {number}", number=number) if number else "",
                "" if line.expressed is Expressed.SAID else _(EXPRESSED_WORDS[line.expressed]),
                _("with support") if line.supported else "",
            ]
        )

    def _picture(self, line: Contribution) -> None:
        if not may_see_picture(self.event, line, self.readers):
            return
        picture = self.event.pictures[line.picture or ""]
        data = b64decode(picture.base64)
        if not can_be_shown(data):
            return
        alt = line.text or _("A picture that somebody gave")
        self.flow.picture(data, alt, *_fitted(picture))


def by_first_line(
    lines: Iterable[Contribution], key: Callable[[Contribution], K]
) -> dict[K, list[Contribution]]:
    """Return lines in groups, each with all its answers; the key is that of the first line."""
    found: dict[K, list[Contribution]] = {}
    group: list[Contribution] = []
    for thread in threaded(lines):
        if not thread.depth:
            group = found.setdefault(key(thread.line), [])
        group.append(thread.line)
    return found


def _fitted(picture: Picture) -> tuple[float, float]:
    scale = min(_PICTURE[0] / picture.width, _PICTURE[1] / picture.height)
    return picture.width * scale, picture.height * scale


def can_be_shown(data: bytes) -> bool:
    """Whether these are the bytes of a whole picture, and not of a damaged file."""
    try:
        with Image.open(BytesIO(data)) as picture:
            picture.load()
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError, Image.DecompressionBombError):
        return False
    return True
