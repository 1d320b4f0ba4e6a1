"""Write a scene as SVG: text stays text; there are no scripts and no external resources.

For a page a scene is simplified first: there one unit of the wall is less than a pixel. Posters on
paper keep all points. The algorithm is radial distance simplification: one pass, which drops each
point that lies nearer than a tolerance to the last point kept. Unlike Douglas-Peucker it takes
linear time, and it bounds the spacing of the points rather than how far the line may stray. Short
curves become straight.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import escape
from itertools import groupby
from math import degrees, dist
from unicodedata import normalize
from zlib import crc32

from path_planner.scene.hand_drawn import (
    Close,
    CurveTo,
    LineTo,
    Move,
    Point,
    PullTo,
    Step,
    VectorPath,
)
from path_planner.scene.model import Drawing, Ink, Part, Photograph, Role, Scene, Shape, Text
from path_planner.typography.bidi import has_right_to_left, runs
from path_planner.typography.fonts import EMOJI, FontFile, Style, font
from path_planner.typography.segmentation import printable

MUCH_INK = 400
"""A scene with at least this many outlines of ink is simplified."""
_NEAR = 2.5
"""A point nearer to the one before than this is dropped."""
_SHORT = 8.0
"""A curve shorter than this becomes a straight line."""
_FEWEST = 6
"""An outline of fewer steps is kept as it is."""


def font_faces(texts: Iterable[Text]) -> str:
    """Return the @font-face rules, with data instead of addresses, for these lines."""
    needed: dict[tuple[FontFile, bool], set[str]] = {}
    for text in texts:
        for run in runs(text.words, text.style.stack):
            needed.setdefault((run.face, text.style.bold), set()).update(*_spellings(run.text))
    ordered = sorted(needed.items(), key=lambda each: (each[0][0].family, each[0][1]))
    return "".join(_rule(face, bold, "".join(sorted(letters))) for (face, bold), letters in ordered)


_PARTS = {"\u0e33": "\u0e4d\u0e32", **dict.fromkeys("\u17be\u17bf\u17c0\u17c4\u17c5", "\u17c1")}


def _spellings(text: str) -> tuple[str, ...]:
    """Return the text, and its decomposed (NFD) and composed (NFC) forms.

    A shaper decomposes vowel signs of Tamil or Bengali and composes letters with accents, but only
    into characters that the font subset still has. Thai and Khmer vowels that stand on two sides
    of their letter fall into parts as well, though Unicode has no such forms for them.
    """
    parts = "".join(_PARTS.get(character, "") for character in text)
    return text, normalize("NFD", text), normalize("NFC", text), parts


def _rule(face: FontFile, bold: bool, letters: str) -> str:
    weight = "bold" if bold else "normal"
    content = b64encode(font(face, bold).subset(f"{letters} ")).decode()
    return (
        f"@font-face{{font-family:'{face.family}';font-weight:{weight};"
        f"src:url(data:font/ttf;base64,{content})}}"
    )


_RELATIVE_LETTERS = {Move: "m", LineTo: "l", CurveTo: "c", PullTo: "q"}
_GRID = 10


def freehand_path(outline: VectorPath) -> str:
    """Return path data in relative coordinates, each from the rounded end before: no drift."""
    return "".join(_steps(outline))


def _steps(outline: VectorPath) -> Iterator[str]:
    x = y = start_x = start_y = 0
    last_letter = ""
    for step in outline:
        if isinstance(step, Close):
            x, y, last_letter = start_x, start_y, ""
            yield "z"
            continue
        letter = _RELATIVE_LETTERS[type(step)]
        targets = [(round(point[0] * _GRID), round(point[1] * _GRID)) for point in step]
        numbers = "".join(f"{_short(to_x - x)}{_short(to_y - y)}" for to_x, to_y in targets)
        # SVG allows leaving out a repeated command letter, and a plus sign.
        yield numbers if letter == last_letter else f"{letter}{numbers.lstrip()}"
        x, y = targets[-1]
        # After "m", numbers without a letter would mean lines.
        last_letter = letter if letter != "m" else ""
        if letter == "m":
            start_x, start_y = x, y


def _short(tenths: int) -> str:
    """Format tenths as a number, with a sign or space that separates it from the one before."""
    whole, rest = divmod(abs(tenths), _GRID)
    sign = "-" if tenths < 0 else " "
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"


_LETTERS = {Move: "M", LineTo: "L", CurveTo: "C", PullTo: "Q"}


def svg_of(scene: Scene, description: str = "", *, fonts: bool = True) -> str:
    """Write a scene as SVG; with `fonts` it embeds subsets of the fonts that it needs."""
    return "\n".join(_document(scene, description, fonts)) + "\n"


def markup(parts: Iterable[Part], alts: Mapping[str, str]) -> str:
    """Write parts as SVG elements without the root element, for a caller that writes its own."""
    return "".join(line for part in parts for line in _part(part, alts))


def _document(scene: Scene, description: str, fonts: bool) -> Iterator[str]:
    width, height = _number(scene.width), _number(scene.height)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' role="img" lang="{_escape(scene.language)}" xml:lang="{_escape(scene.language)}"'
        f' aria-labelledby="poster-title poster-words">'
    )
    yield f'<title id="poster-title">{_escape(scene.title)}</title>'
    yield f'<desc id="poster-words">{_escape(description)}</desc>'
    if fonts:
        yield f"<style>{font_faces(scene.texts)}</style>"
    alts = {node.id: node.alt for node in scene.reading.walk()}
    for node, parts in groupby(scene.painting, key=_figure):
        drawn = (line for part in parts for line in _part(part, alts))
        if node:
            yield f"<g><title>{_escape(alts[node])}</title>"
        yield from drawn
        if node:
            yield "</g>"
    yield "</svg>"


def _figure(part: Part) -> str:
    """Return the node of a shape that people drew; other parts have titles of their own."""
    return part.node if isinstance(part, Shape) else ""


def _part(part: Part, alts: Mapping[str, str]) -> Iterator[str]:
    match part:
        case Drawing():
            yield from _drawing(part, alts[part.node])
        case Photograph():
            yield from _photograph(part, alts[part.node])
        case Shape():
            yield _shape(part)
        case Text():
            yield _text(part)


def _shape(shape: Shape) -> str:
    attributes = [f'fill="{shape.fill or "none"}"']
    if shape.line:
        attributes.append(f'stroke="{shape.line}" stroke-width="{_number(shape.width)}"')
        attributes.append('stroke-linecap="round" stroke-linejoin="round"')
    if shape.dash:
        attributes.append(f'stroke-dasharray="{" ".join(map(_number, shape.dash))}"')
    if shape.opacity < 1:
        attributes.append(f'opacity="{_number(shape.opacity)}"')
    if shape.even_odd:
        attributes.append('fill-rule="evenodd"')
    data = freehand_path(shape.outline) if shape.role is Role.INK else _path(shape.outline)
    return _clipped(f'<path d="{data}" {" ".join(attributes)}/>', shape.clip)


def _clipped(element: str, clip: VectorPath) -> str:
    """Return an element inside a clipping path, whose name is a checksum of it."""
    if not clip:
        return element
    data = _path(clip)
    name = f"clip-{crc32(data.encode()):08x}"
    return (
        f'<clipPath id="{name}"><path clip-rule="evenodd" d="{data}"/></clipPath>'
        f'<g clip-path="url(#{name})">{element}</g>'
    )


def _path(outline: VectorPath) -> str:
    return "".join(
        "Z"
        if isinstance(step, Close)
        else _LETTERS[type(step)] + " ".join(f"{_number(x)} {_number(y)}" for x, y in step)
        for step in outline
    )


def _text(text: Text) -> str:
    weight = ' font-weight="bold"' if text.style.bold else ""
    from_right = has_right_to_left(text.words)
    attributes = ""
    x = text.x
    if from_right:
        attributes = f' direction="{"rtl" if text.from_right else "ltr"}" unicode-bidi="isolate"'
        x = text.x + text.width if text.from_right else text.x
    spans = "".join(
        f'<tspan font-family="{_families(run.face.family, text.style)}">{_escape(run.text)}</tspan>'
        for run in runs(text.words, text.style.stack)
    )
    if text.turn:
        attributes += f' transform="{_rotation(text.turn, (text.x, text.baseline))}"'
    if text.opacity < 1:
        attributes += f' opacity="{_number(text.opacity)}"'
    return (
        f'<text x="{_number(x)}" y="{_number(text.baseline)}" font-size="{_number(text.size)}"'
        f'{weight} fill="{text.colour}"{attributes} xml:space="preserve">{spans}</text>'
    )


def _rotation(angle: float, about: Point) -> str:
    return f"rotate({degrees(angle):.3f} {_number(about[0])} {_number(about[1])})"


def _photograph(photo: Photograph, alt: str) -> Iterator[str]:
    box = photo.box
    attributes = f' opacity="{_number(photo.opacity)}"' if photo.opacity < 1 else ""
    if photo.turn:
        attributes += f' transform="{_rotation(photo.turn, box.centre)}"'
    # The bytes come from a field that holds nothing but base64.
    image = (
        f'<image x="{_number(box.x)}" y="{_number(box.y)}" width="{_number(box.width)}"'
        f' height="{_number(box.height)}" preserveAspectRatio="none"{attributes}'
        f' href="data:{photo.mime};base64,{photo.base64}"><title>{_escape(alt)}</title></image>'
    )
    yield _clipped(image, photo.clip)


def _families(family: str, style: Style) -> str:
    """Return the font family with its fallbacks."""
    if family == EMOJI.family:
        return f"'{family}', sans-serif"
    plain = "cursive, sans-serif" if family == style.stack.face.family else "sans-serif"
    return f"'{family}', {plain}"


def _drawing(drawing: Drawing, alt: str) -> Iterator[str]:
    x, y = drawing.shift
    yield (
        f'<g transform="translate({_number(x)} {_number(y)}) scale({drawing.scale:.5f})"'
        ' fill="none" stroke-linecap="round" stroke-linejoin="round">'
    )
    yield f"<title>{_escape(alt)}</title>"
    for (colour, width, opacity), strokes in groupby(drawing.strokes, key=_pen):
        stroke_opacity = f' stroke-opacity="{_number(opacity)}"' if opacity < 1 else ""
        attributes = f'stroke="{colour}" stroke-width="{_number(width)}"{stroke_opacity}'
        # A see-through pen darkens where two strokes cross, so each stays by itself.
        if stroke_opacity:
            yield from (f'<path d="{_stroke(ink)}" {attributes}/>' for ink in strokes)
        else:
            yield f'<path d="{"".join(map(_stroke, strokes))}" {attributes}/>'
    yield "</g>"


def _pen(ink: Ink) -> tuple[str, float, float]:
    return ink.colour, ink.width, ink.opacity


def _stroke(ink: Ink) -> str:
    """Write a stroke as lines; a single point becomes a dot."""
    numbers = [f"{value:.1f}" for value in ink.points]
    first, *more = [f"{x} {y}" for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    return f"M{first}L{' '.join(more)}" if more else f"M{first}h0.1"


def _escape(words: str) -> str:
    return escape(printable(words))


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def simplified(scene: Scene) -> Scene:
    """Return the scene with simplified outlines of ink if it has many, else as it is."""
    if sum(map(_is_stroke, scene.painting)) < MUCH_INK:
        return scene
    return replace(scene, painting=tuple(map(_simplified_part, scene.painting)))


def _is_stroke(part: Part) -> bool:
    """Say whether a part is the filled outline of a stroke, not a line with a width."""
    return isinstance(part, Shape) and part.role is Role.INK and bool(part.fill) and not part.line


def _simplified_part(part: Part) -> Part:
    if isinstance(part, Shape) and _is_stroke(part):
        outline = tuple(_thinned(part.outline))
        # A dot is all near points.
        return replace(part, outline=outline) if len(outline) > _FEWEST else part
    return part


def _thinned(outline: VectorPath) -> Iterator[Step]:
    last: Point = (0.0, 0.0)
    for step in outline:
        if isinstance(step, Close):
            yield step
            continue
        distance = dist(last, step.to)
        if isinstance(step, Move | CurveTo) or distance >= _SHORT:
            yield step
        elif distance < _NEAR:
            continue
        else:
            yield LineTo(step.to)
        last = step.to
