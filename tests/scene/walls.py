"""Fictional sessions that have a wall: cards, ink, shapes, labels, stamps and photos."""

from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO
from math import cos, pi, sin
from random import Random

from PIL import Image, ImageDraw

from path_planner.domain.base import put
from path_planner.domain.image import Encoding, Picture
from path_planner.domain.marks import (
    Align,
    Card,
    CardSubject,
    Dash,
    Head,
    Label,
    Mark,
    Pen,
    Photo,
    Shape,
    ShapeKind,
    Stamp,
    Stroke,
)
from path_planner.domain.session import Session
from tests.scene import samples


def session(voices: int = 40, *, strokes: int = 12, sketches: int = 2) -> Session:
    """Build a session with a bit of everything on its wall."""
    found = samples.session(voices, sketches=sketches)
    found = put(found, "pictures", picture())
    for mark in (*marks(), *ink(strokes)):
        found = put(found, "marks", mark)
    return found


def picture(name: str = "pic1", encoding: Encoding = Encoding.JPEG) -> Picture:
    """Make a small photo of a blue door."""
    image = Image.new("RGB", (320, 240), "#d8c9a8")
    pencil = ImageDraw.Draw(image)
    pencil.rectangle((110, 40, 210, 239), fill="#1B4B8F")
    pencil.ellipse((190, 130, 200, 140), fill="#FFD54A")
    written = BytesIO()
    image.save(written, "JPEG" if encoding is Encoding.JPEG else "PNG")
    return Picture(
        id=name,
        encoding=encoding,
        width=320,
        height=240,
        base64=b64encode(written.getvalue()).decode(),
    )


def marks() -> Iterator[Mark]:
    """Yield one mark of each kind and form, in the free parts of the wall."""
    place = {"stage": "strengthen", "x": 1300.0, "y": 1500.0, "width": 180.0, "height": 90.0}
    yield Shape(id="box", form=ShapeKind.BOX, rounded=True, fill="#FFE08A", line="#7A4B00", **place)
    yield Label(
        id="inbox",
        stage="strengthen",
        text="Enough sleep\nfor all",
        size=30,
        x=1310,
        y=1508,
        width=160,
        height=75,
        align=Align.CENTRE,
        inside="box",
        order=3,
    )
    yield Shape(
        id="ring",
        stage="now",
        form=ShapeKind.ELLIPSE,
        x=120,
        y=1700,
        width=240,
        height=160,
        dash=Dash.DASHED,
        line_width=6,
        line="#B3261E",
        words="A ring around what is hard",
    )
    yield Shape(
        id="gem",
        stage="enrol",
        form=ShapeKind.DIAMOND,
        x=700,
        y=1750,
        width=160,
        height=120,
        turn=0.3,
        fill="#CDE8FF",
        opacity=0.6,
    )
    yield Shape(
        id="way",
        stage="first_steps",
        form=ShapeKind.ARROW,
        points=(1000, 1900, 1100, 1760, 1250, 1880, 1420, 1800),
        rounded=True,
        end=Head.ARROW,
        start=Head.DOT,
        line_width=5,
    )
    yield Shape(
        id="edge",
        stage="first_steps",
        form=ShapeKind.LINE,
        points=(1500, 1900, 1600, 1820, 1700, 1900),
        dash=Dash.DOTTED,
        line_width=4,
    )
    yield Label(
        id="free",
        stage="dream",
        text="Fridays!",
        size=48,
        x=2480,
        y=560,
        turn=-0.2,
        colour="#5B2A86",
    )
    yield Stamp(
        id="home",
        stage="dream",
        icon="house",
        x=2600,
        y=600,
        width=110,
        height=110,
        colour="#1F6B33",
        turn=0.1,
    )
    yield Photo(
        id="door",
        stage="goal",
        picture="pic1",
        words="A blue door with a brass handle",
        x=2560,
        y=1650,
        width=260,
        height=195,
        turn=0.12,
    )
    name = tuple(v for step in range(60) for v in (40 + 6 * step, 60 + 30 * sin(step / 4)))
    yield Stroke(
        id="sign", stage="enrol", signs="e0", points=name, pen=Pen(colour="#1B4B8F", width=6)
    )


def ink(count: int, seed: int = 1) -> Iterator[Stroke]:
    """Yield strokes here and there on the wall, as somebody draws while others speak."""
    chance = Random(seed)  # noqa: S311 - for drawings, not for secrets
    for number in range(count):
        x, y = 100 + chance.random() * 2900, 750 + chance.random() * 1300
        angle, points, pressures = chance.random() * 2 * pi, [], []
        for _ in range(chance.randint(12, 60)):
            angle += chance.gauss(0, 0.35)
            x, y = x + 9 * cos(angle), y + 9 * sin(angle)
            points += [round(x, 2), round(y, 2)]
            pressures.append(round(min(1.0, max(0.0, chance.gauss(0.5, 0.15))), 2))
        yield Stroke(
            id=f"ink{number}",
            stage="now",
            points=tuple(points),
            pressures=tuple(pressures) if number % 2 else (),
            pen=Pen(
                colour=chance.choice(("#1E2430", "#B3261E", "#1F6B33")),
                width=chance.choice((10.0, 17.0)),
                opacity=0.4 if number % 9 == 8 else 1.0,
            ),
            order=10 + number,
        )


def kept(found: Session, record: str, x: float, y: float, width: float = 300) -> Session:
    """Put the card of a voice somewhere by hand."""
    card = Card(
        id=record,
        stage=found.voices[record].stage,
        holds=CardSubject.VOICES,
        x=x,
        y=y,
        width=width,
        by_hand=True,
    )
    return put(found, "marks", card)
