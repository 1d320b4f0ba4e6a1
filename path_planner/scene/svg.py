"""Write a scene as SVG: text stays text; there are no scripts and no external resources."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby
from math import degrees
from unicodedata import normalize

from path_planner.scene.hand_drawn import Close, CurveTo, LineTo, Move, Point, PullTo, VectorPath
from path_planner.scene.model import Drawing, Ink, Part, Photograph, Role, Scene, Shape, Text
from path_planner.typography.bidi import has_right_to_left, runs
from path_planner.typography.fonts import EMOJI, FontFile, Style, font
from path_planner.typography.segmentation import printable


def font_faces(texts: Iterable[Text]) -> str:
    """Return the @font-face rules, with data instead of addresses, for these lines."""
    needed: dict[tuple[FontFile, bool], set[str]] = {}
    for text in texts:
        for run in runs(text.words, text.style.stack):
            needed.setdefault((run.face, text.style.bold), set()).update(*_spellings(run.text))
    ordered = sorted(needed.items(), key=lambda each: (each[0][0].family, each[0][1]))
    return "".join(_rule(face, bold, "".join(sorted(letters))) for (face, bold), letters in ordered)


def _spellings(text: str) -> tuple[str, ...]:
    """Return the text, and its letters with their marks apart and joined.

    A shaper takes a vowel sign of Tamil or Bengali apart, and joins a letter and its accent, but
    only into characters that the font still has.
    """
    return text, normalize("NFD", text), normalize("NFC", text)


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
    """Write an outline in relative steps, each from the rounded end of the one before: no drift."""
    return "".join(_steps(outline))


def _steps(outline: VectorPath) -> Iterator[str]:
    x = y = begin_x = begin_y = 0
    before = ""
    for step in outline:
        if isinstance(step, Close):
            x, y, before = begin_x, begin_y, ""
            yield "z"
            continue
        letter = _RELATIVE_LETTERS[type(step)]
        places = [(round(point[0] * _GRID), round(point[1] * _GRID)) for point in step]
        numbers = "".join(f"{_short(to_x - x)}{_short(to_y - y)}" for to_x, to_y in places)
        # A letter that stays the same need not be said again, nor a plus sign.
        yield numbers if letter == before else f"{letter}{numbers.lstrip()}"
        x, y = places[-1]
        # After a move, numbers without a letter would be lines.
        before = letter if letter != "m" else ""
        if letter == "m":
            begin_x, begin_y = x, y


def _short(tenths: int) -> str:
    """Write a number with the sign or space that separates it from the one before."""
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
        f' role="img" lang="{_safe(scene.language)}" xml:lang="{_safe(scene.language)}"'
        f' aria-labelledby="poster-title poster-words">'
    )
    yield f'<title id="poster-title">{_safe(scene.title)}</title>'
    yield f'<desc id="poster-words">{_safe(description)}</desc>'
    if fonts:
        yield f"<style>{font_faces(scene.texts)}</style>"
    alts = {node.id: node.alt for node in scene.reading.walk()}
    for node, parts in groupby(scene.painting, key=_figure):
        drawn = (line for part in parts for line in _part(part, alts))
        if node:
            yield f"<g><title>{_safe(alts[node])}</title>"
        yield from drawn
        if node:
            yield "</g>"
    yield "</svg>"


def _figure(part: Part) -> str:
    """Return the node of a shape that was drawn by people; all others say for themselves."""
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
    looks = [f'fill="{shape.fill or "none"}"']
    if shape.line:
        looks.append(f'stroke="{shape.line}" stroke-width="{_number(shape.width)}"')
        looks.append('stroke-linecap="round" stroke-linejoin="round"')
    if shape.dash:
        looks.append(f'stroke-dasharray="{" ".join(map(_number, shape.dash))}"')
    if shape.opacity < 1:
        looks.append(f'opacity="{_number(shape.opacity)}"')
    drawn = freehand_path(shape.outline) if shape.role is Role.INK else _path(shape.outline)
    return f'<path d="{drawn}" {" ".join(looks)}/>'


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
    way = ""
    x = text.x
    if from_right:
        way = f' direction="{"rtl" if text.from_right else "ltr"}" unicode-bidi="isolate"'
        x = text.x + text.width if text.from_right else text.x
    spans = "".join(
        f'<tspan font-family="{_families(run.face.family, text.style)}">{_safe(run.text)}</tspan>'
        for run in runs(text.words, text.style.stack)
    )
    if text.turn:
        way += f' transform="{_turn(text.turn, (text.x, text.baseline))}"'
    if text.opacity < 1:
        way += f' opacity="{_number(text.opacity)}"'
    return (
        f'<text x="{_number(x)}" y="{_number(text.baseline)}" font-size="{_number(text.size)}"'
        f'{weight} fill="{text.colour}"{way} xml:space="preserve">{spans}</text>'
    )


def _turn(angle: float, about: Point) -> str:
    return f"rotate({degrees(angle):.3f} {_number(about[0])} {_number(about[1])})"


def _photograph(photo: Photograph, alt: str) -> Iterator[str]:
    box = photo.box
    looks = f' opacity="{_number(photo.opacity)}"' if photo.opacity < 1 else ""
    if photo.turn:
        looks += f' transform="{_turn(photo.turn, box.centre)}"'
    # The bytes come from a field that holds nothing but base64.
    yield (
        f'<image x="{_number(box.x)}" y="{_number(box.y)}" width="{_number(box.width)}"'
        f' height="{_number(box.height)}" preserveAspectRatio="none"{looks}'
        f' href="data:{photo.mime};base64,{photo.base64}"><title>{_safe(alt)}</title></image>'
    )


def _families(family: str, style: Style) -> str:
    """Return the font family with its fallbacks."""
    if family == EMOJI.family:
        return f"'{family}', sans-serif"
    plain = "cursive, sans-serif" if family == style.stack.face.family else "sans-serif"
    return f"'{family}', {plain}"


def _drawing(drawing: Drawing, alt: str) -> Iterator[str]:
    across, down = drawing.shift
    yield (
        f'<g transform="translate({_number(across)} {_number(down)}) scale({drawing.scale:.5f})"'
        ' fill="none" stroke-linecap="round" stroke-linejoin="round">'
    )
    yield f"<title>{_safe(alt)}</title>"
    for (colour, width, opacity), strokes in groupby(drawing.strokes, key=_pen):
        see_through = f' stroke-opacity="{_number(opacity)}"' if opacity < 1 else ""
        looks = f'stroke="{colour}" stroke-width="{_number(width)}"{see_through}'
        # A see-through pen darkens where two strokes cross, so each stays by itself.
        if see_through:
            yield from (f'<path d="{_stroke(ink)}" {looks}/>' for ink in strokes)
        else:
            yield f'<path d="{"".join(map(_stroke, strokes))}" {looks}/>'
    yield "</g>"


def _pen(ink: Ink) -> tuple[str, float, float]:
    return ink.colour, ink.width, ink.opacity


def _stroke(ink: Ink) -> str:
    """Write a stroke as lines; a single point becomes a dot."""
    numbers = [f"{value:.1f}" for value in ink.points]
    first, *more = [f"{x} {y}" for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    return f"M{first}L{' '.join(more)}" if more else f"M{first}h0.1"


def _safe(words: str) -> str:
    return escape(printable(words))


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
