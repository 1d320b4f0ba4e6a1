"""Draw one line of words in the right order and fonts, so that its text can be read back.

Programs that copy or read out a page rebuild the text from the codes of its glyphs. So each glyph
has a code that stands for its characters (ToUnicode, ISO 32000-1, 9.10.3), runs are written in
reading order and moved to where they are seen, and where glyphs stand in another order than their
letters, as in Indic scripts, the words are given beside them as /ActualText (14.9.4).
Levels of embedding come from fpdf2's Unicode Bidirectional Algorithm (UAX #9,
https://www.unicode.org/reports/tr9/); rule L2 is applied here, to whole runs.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection

from path_planner.pdf.content_stream import number
from path_planner.pdf.fpdf_backend import FpdfBackend
from path_planner.typography.bidi import Run, has_right_to_left, pieces_in_runs
from path_planner.typography.fonts import INDIC, FontFile, Style, font
from path_planner.typography.glyphs import Glyph, contour, shape
from path_planner.typography.segmentation import one_line

_VISIBLE_DRIFT = 0.5
_EM = 1000


@dataclass(frozen=True, slots=True)
class Part:
    """A run, its bidi embedding level, and its x in ems if it does not follow the last."""

    run: Run
    level: int = 0
    across: float | None = None

    @property
    def from_right(self) -> bool:
        """Whether the run reads from right to left."""
        return self.level % 2 == 1

    @property
    def scrambled(self) -> bool:
        """Whether the order of the glyphs differs from that of the characters."""
        return self.run.face in INDIC and not self.from_right


@dataclass(frozen=True, slots=True)
class LineOperators:
    """A line as operators: its glyphs, and glyphs drawn as paths, from the line's start."""

    glyphs: str
    shapes: str


def line_operators(
    text: str, style: Style, size: float, *, from_right: bool, backend: FpdfBackend
) -> LineOperators:
    """Return the operators that show a line; the size is in points."""
    line = one_line(text)
    parts = [Part(run) for _, found in pieces_in_runs(line, style.stack) for run in found]
    writer = _Writer(style, size, backend)
    if from_right or has_right_to_left(line):
        placed = _with_positions(parts, line, style, from_right)
        for scrambled, group in groupby(placed, key=lambda part: part.scrambled):
            writer.write(list(group), says_itself=not scrambled)
    else:
        writer.write(parts, says_itself=not any(part.scrambled for part in parts))
    return LineOperators(" ".join(writer.glyphs), " ".join(writer.shapes))


def _with_positions(parts: list[Part], line: str, style: Style, from_right: bool) -> list[Part]:
    """Return the parts in reading order, each with its visual position.

    Programs that extract text rely on the order in the page or on the positions.
    """
    split = _split(parts, line, from_right)
    visual_order = list(range(len(split)))
    for level in range(max(part.level for part in split), 0, -1):
        visual_order = _reversed_at_level(visual_order, partial(_is_embedded, split, level))
    across = 0.0
    for index in visual_order:
        split[index] = replace(split[index], across=across)
        across += shape(split[index].run, style.bold, split[index].from_right).width
    return split


def _is_embedded(parts: list[Part], level: int, place: int) -> bool:
    return parts[place].level >= level


def _split(parts: list[Part], line: str, from_right: bool) -> list[Part]:
    levels = iter(_levels(line, from_right))
    split: list[Part] = []
    for part in parts:
        marked = zip(part.run.text, levels, strict=False)
        for level, group in groupby(marked, key=lambda pair: pair[1]):
            text = "".join(character for character, _ in group)
            split.append(Part(Run(text, part.run.face, part.run.known), level))
    return split


def _reversed_at_level(places: list[int], embedded: Callable[[int], bool]) -> list[int]:
    """Reverse each stretch that is embedded at a level or deeper: one step of rule L2 of UAX #9."""
    result: list[int] = []
    for deep, group in groupby(places, key=embedded):
        stretch = list(group)
        result.extend(reversed(stretch) if deep else stretch)
    return result


def _levels(line: str, from_right: bool) -> list[int]:
    base = TextDirection.RTL if from_right else TextDirection.LTR
    paragraph = BidiParagraph(line, base, preserve_bn_chars=True)
    paragraph.get_reordered_characters()
    levels = [int(from_right)] * len(line)
    for character in paragraph.get_characters():
        levels[character.character_index] = character.embedding_level
    return levels


class _Writer:
    """Writes glyphs, with adjustments (TJ) only where their position differs from the advance."""

    def __init__(self, style: Style, size: float, backend: FpdfBackend) -> None:
        self.glyphs: list[str] = []
        self.shapes: list[str] = []
        self._bold = style.bold
        self._size = size
        self._backend = backend
        self._origin = 0.0
        self._target = 0.0
        self._reached = 0.0

    def write(self, parts: list[Part], *, says_itself: bool) -> None:
        """Write parts in reading order, with /ActualText unless the glyphs give their text."""
        if not says_itself:
            actual_text = "".join(part.run.text for part in parts).encode("utf-16-be").hex()
            self.glyphs.append(f"/Span <</ActualText <FEFF{actual_text}>>> BDC")
        for face, group in groupby(parts, key=lambda part: part.run.face):
            index, key = self._backend.font(face, self._bold)
            self.glyphs.append(f"/F{index} {number(self._size)} Tf")
            self._show_parts(list(group), key, 1 / font(face, self._bold).units, says_itself)
        if not says_itself:
            self.glyphs.append("EMC")

    def _show_parts(self, parts: list[Part], key: str, em: float, says_itself: bool) -> None:
        shown: list[str] = []
        for part in parts:
            if part.across is not None:
                self._flush(shown)
                self._move_to(part.across)
            for glyph in shape(part.run, self._bold, part.from_right).glyphs:
                if says_itself and not glyph.text:
                    # As text, a mark of the letter before would be read as a character of its own.
                    self._draw_as_path(part.run.face, glyph, em)
                else:
                    self._add_glyph(glyph, key, em, shown)
                self._target += glyph.advance * em * _EM
        self._flush(shown)

    def _add_glyph(self, glyph: Glyph, key: str, em: float, shown: list[str]) -> None:
        code, advance = self._backend.code(key, glyph.number, glyph.text)
        moved = self._adjustment(glyph.across * em * _EM)
        if glyph.up:
            self._flush(shown)
            self.glyphs.append(f"{number(glyph.up * em * self._size)} Ts")
        shown.append(f"{moved}{code:04X}")
        self._reached += advance
        if glyph.up:
            self._flush(shown)
            self.glyphs.append("0 Ts")

    def _draw_as_path(self, face: FontFile, glyph: Glyph, em: float) -> None:
        scale = em * self._size
        across = (self._origin + self._target / _EM) * self._size + glyph.across * scale
        for operator, values in contour(face, self._bold, glyph.number):
            placed = (
                number(value * scale + (glyph.up * scale if index % 2 else across))
                for index, value in enumerate(values)
            )
            self.shapes.append(" ".join([*placed, operator]))

    def _move_to(self, across: float) -> None:
        self.glyphs.append(f"{number((across - self._origin) * self._size)} 0 Td")
        self._origin, self._target, self._reached = across, 0.0, 0.0

    def _adjustment(self, across: float) -> str:
        drift = self._target + across - self._reached
        if abs(drift) <= _VISIBLE_DRIFT:
            return ""
        self._reached += drift
        return f">{number(-drift)}<"

    def _flush(self, shown: list[str]) -> None:
        if shown:
            self.glyphs.append(f"[<{''.join(shown)}>] TJ".replace("<>", ""))
            shown.clear()
