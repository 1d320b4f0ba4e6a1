"""The decorations: rays, signs on cards, footprints, paper slips, the line under the title."""

from collections.abc import Iterator, Sequence
from math import cos, hypot, pi, sin

from path_planner.scene import hand_drawn
from path_planner.scene.geometry import Box
from path_planner.scene.model import INK, Role, Shape
from path_planner.scene.text_blocks import Sign

SUN_LINE = "#B97A00"
RIM = "#C2571A"


def rays(star: Box, points: Sequence[hand_drawn.Point]) -> Iterator[Shape]:
    """Yield short lines about the star, between and beside its tips."""
    centre_x, centre_y = star.centre
    lowest = max(y for _, y in points[1::2])
    inner = [point for point in points[1::2] if point[1] < lowest]
    for index, (x, y) in enumerate(inner):
        distance = hypot(x - centre_x, y - centre_y)
        direction = ((x - centre_x) / distance, (y - centre_y) / distance)
        side = (-direction[1], direction[0])
        for turn, begin, end in ((0.0, 0.14, 0.40), (-0.17, 0.19, 0.33), (0.17, 0.19, 0.33)):
            first, last = (
                (
                    x + direction[0] * distance * part + side[0] * distance * turn * (1 + part),
                    y + direction[1] * distance * part + side[1] * distance * turn * (1 + part),
                )
                for part in (begin, end)
            )
            line = hand_drawn.roughened(
                [first, last], f"ray{index}{turn}", amount=3, pace=60, closed=False
            )
            yield Shape(line, Role.LINE, line="#F2B632", width=9)


def sign(kind: Sign, box: Box, colour: str, seed: str) -> Iterator[Shape]:
    """Yield the drawn sign of a card, at the height of the box."""
    size = box.height
    if kind in {Sign.YES, Sign.NOT_YET}:
        dash = (size * 0.16, size * 0.11) if kind is Sign.NOT_YET else ()
        circle = hand_drawn.ring(box, seed, amount=size * 0.02, points=12)
        yield Shape(circle, Role.SIGN, line=colour, width=size * 0.07, dash=dash)
    if kind in {Sign.DONE, Sign.TO_DO}:
        square = hand_drawn.slip(
            box.inset(size * 0.06), seed, radius=size * 0.12, amount=size * 0.05
        )
        yield Shape(square, Role.SIGN, line=colour, width=size * 0.08)
    if kind in {Sign.YES, Sign.DONE}:
        yield _tick(box, colour)
    if kind in {Sign.PERSON, Sign.PERSON_AWAY}:
        dash = (size * 0.1, size * 0.08) if kind is Sign.PERSON_AWAY else ()
        yield from _person(box, colour, dash, seed)


def _tick(box: Box, colour: str) -> Shape:
    size = box.height
    row = [
        (box.x + size * 0.24, box.y + size * 0.52),
        (box.x + size * 0.42, box.y + size * 0.74),
        (box.x + size * 0.92, box.y + size * 0.06),
    ]
    return Shape(hand_drawn.polygon(row, closed=False), Role.SIGN, line=colour, width=size * 0.13)


def _person(box: Box, colour: str, dash: tuple[float, ...], seed: str) -> Iterator[Shape]:
    """Yield a bean-shaped figure: a head and a rounded body."""
    x, y, size = box.x, box.y, box.height
    centre_x = x + size / 2
    head = hand_drawn.ring(
        Box(centre_x - size * 0.17, y, size * 0.34, size * 0.34), seed, amount=0.2, points=10
    )
    body: hand_drawn.VectorPath = (
        hand_drawn.Move((centre_x - size * 0.34, y + size)),
        hand_drawn.CurveTo(
            (centre_x - size * 0.36, y + size * 0.3),
            (centre_x + size * 0.36, y + size * 0.3),
            (centre_x + size * 0.34, y + size),
        ),
    )
    yield Shape(head, Role.SIGN, line=colour, width=size * 0.07, dash=dash)
    yield Shape(body, Role.SIGN, line=colour, width=size * 0.07, dash=dash)


def footprints(
    start: hand_drawn.Point, end: hand_drawn.Point, size: float, colour: str
) -> Iterator[Shape]:
    """Yield footprints that lead from the arrow towards the goal."""
    count = max(2, round((end[0] - start[0]) / (size * 1.05)))
    for index in range(count):
        x = start[0] + (end[0] - start[0]) * (index + 0.5) / count
        y = start[1] + (size * 0.34 if index % 2 else -size * 0.34)
        sole = Box(x - size * 0.1, y - size * 0.19, size * 0.66, size * 0.38)
        heel = Box(x - size * 0.48, y - size * 0.14, size * 0.3, size * 0.28)
        for number, foot in enumerate((sole, heel)):
            outline = hand_drawn.ring(foot, f"foot{index}{number}", amount=size * 0.015, points=10)
            yield Shape(outline, Role.SIGN, fill=colour, line=colour, width=size * 0.05)


def elastic(
    curve: tuple[hand_drawn.Point, hand_drawn.Point, hand_drawn.Point, hand_drawn.Point],
) -> Iterator[Shape]:
    """Yield the dashed elastic band between the now and the star, with a ring at each end."""
    start, first, second, end = curve
    line: hand_drawn.VectorPath = (hand_drawn.Move(start), hand_drawn.CurveTo(first, second, end))
    # The dashes that Excalidraw draws on the wall.
    yield Shape(line, Role.LINE, line="#6B7080", width=7, dash=(8, 15))
    for x, y in (start, end):
        box = Box(x - 13, y - 13, 26, 26)
        yield Shape(
            hand_drawn.ring(box, "hold", amount=1, points=10), Role.SIGN, "#FFFFFF", "#6B7080", 6
        )


def swash(start: hand_drawn.Point, width: float) -> Iterator[Shape]:
    """Yield the wavy line under the title."""
    x, y = start
    waves = [
        (x + width * part / 12, y + 7 * sin(part * pi / 2.4) * (1 - part / 16) + 5 * cos(part))
        for part in range(13)
    ]
    yield Shape(hand_drawn.smooth(waves, closed=False), Role.LINE, line="#F2B632", width=11)


def paper_slip(box: Box, seed: str, ink: str, size: float) -> Iterator[Shape]:
    """Yield a card: a slip of paper with a soft shadow."""
    offset = min(5.0, size * 0.12)
    shadow = Box(box.x + offset * 0.7, box.y + offset, box.width, box.height)
    radius, roughness = min(14.0, size * 0.34), min(3.0, size * 0.06)
    yield Shape(
        hand_drawn.slip(shadow, seed, radius=radius, amount=roughness), Role.SHADOW, fill="#E4DCCB"
    )
    outline = hand_drawn.slip(box, seed, radius=radius, amount=roughness)
    yield Shape(outline, Role.CARD, "#FFFFFF", ink, min(2.6, max(size * 0.045, 0.4)))


def arrow(points: Sequence[hand_drawn.Point], seed: str = "arrow") -> Iterator[Shape]:
    """Yield the outline of the block arrow, drawn twice as if by hand."""
    yield Shape(hand_drawn.roughened(points, seed, amount=3.2), Role.LINE, line=INK, width=11)
    yield Shape(
        hand_drawn.roughened(points, f"{seed}2", amount=5.0), Role.LINE, line=INK, width=2.6
    )


def badge(kind: Sign, box: Box, colour: str) -> Iterator[Shape]:
    """Yield a small sign in a circle; signs differ in form, not in colour alone."""
    size = box.height
    yield Shape(
        hand_drawn.ring(box, kind, amount=size * 0.01, points=12),
        Role.SIGN,
        "#FFFFFF",
        colour,
        size * 0.07,
    )
    inner = box.inset(size * 0.24)
    if kind is Sign.READ_BACK:
        yield _tick(inner, colour)
    if kind is Sign.NAMED:
        yield from _person(inner, colour, (), "named")
    if kind is Sign.THEME:
        # Bars that are counted, as on a tally.
        for index in range(3):
            x = inner.x + inner.width * (0.1 + 0.4 * index)
            bar = hand_drawn.polygon([(x, inner.bottom), (x, inner.y)], closed=False)
            yield Shape(bar, Role.SIGN, line=colour, width=size * 0.09)
    if kind is Sign.QUOTE:
        for part in (0.22, 0.78):
            x = inner.x + inner.width * part
            row = [(x + size * 0.06, inner.y), (x - size * 0.05, inner.y + inner.height * 0.5)]
            yield Shape(
                hand_drawn.polygon(row, closed=False), Role.SIGN, line=colour, width=size * 0.1
            )
