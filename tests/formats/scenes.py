"""Sessions with all that can stand on a wall, to see whether two programs draw them alike."""

import io
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from math import cos, pi, sin
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

from path_planner.domain.marks import (
    Align,
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
from path_planner.sample.sessions import sample_session
from path_planner.services.session.photos import picture_from
from tests.domain.builders import a_session, a_voice

INKS = ("#1E2430", "#B3261E", "#1B5E3A", "#0B4F9E", "#6A1B7A", "#8A4B00")


def wave(
    x: float, y: float, *, width: float = 600, height: float = 60, bends: float = 3
) -> list[float]:
    """Return the points of a line that a hand might draw."""
    steps = 80
    return [
        number
        for step in range(steps + 1)
        for number in (
            round(x + width * step / steps, 2),
            round(y + height * sin(2 * pi * bends * step / steps) * (1 - 0.3 * step / steps), 2),
        )
    ]


def stroke(name: str, points: Iterable[float], **facts: Any) -> Stroke:
    """Return a stroke on the wall."""
    pen = {key: facts.pop(key) for key in ("colour", "width", "opacity") if key in facts}
    return Stroke(id=name, stage="now", points=tuple(points), pen=Pen(**pen), **facts)


def session_with(marks: Iterable[Mark], **more: Any) -> Session:
    """Return a session with these marks on its wall, in this order."""
    ordered = [mark.model_copy(update={"order": float(n)}) for n, mark in enumerate(marks)]
    quiet: dict[str, Any] = {"voices": {}, "commitments": {}, "people": {}, "agreement": {}}
    return a_session(**{**quiet, **more}, marks={mark.id: mark for mark in ordered})


def pens() -> Session:
    """Return strokes without pressure: every ink, thin and fat, a dot, a circle."""
    marks: list[Mark] = [
        stroke(f"k{n}", wave(250, 900 + 90 * n), colour=ink, width=4 + 6 * n)
        for n, ink in enumerate(INKS)
    ]
    ring = [
        round(value, 2)
        for n in range(61)
        for value in (1150 + 130 * cos(n / 30 * pi), 1150 + 130 * sin(n / 30 * pi))
    ]
    return session_with(
        [*marks, stroke("dot", (1000, 1400), width=20), stroke("ring", ring, width=9)]
    )


def pressed() -> Session:
    """Return strokes of a pen that was pressed more and less."""
    rows = []
    for n, ink in enumerate(INKS):
        points = wave(250, 900 + 95 * n, bends=2)
        count = len(points) // 2
        pressures = tuple(round(0.5 + 0.45 * sin(n + 9 * at / count), 3) for at in range(count))
        rows.append(stroke(f"k{n}", points, colour=ink, width=8 + 5 * n, pressures=pressures))
    return session_with(rows)


def highlighter() -> Session:
    """Return a highlighter over ink."""
    rows = [stroke("ink", wave(250, 1000), width=10)]
    for n, colour in enumerate(("#FFD54A", "#7FD1AE", "#F4A6C0")):
        line = (240, 960 + 60 * n, 560, 955 + 60 * n, 880, 970 + 60 * n)
        rows.append(stroke(f"h{n}", line, colour=colour, width=40, opacity=0.4))
    return session_with(rows)


def shape(name: str, form: ShapeKind, x: float, y: float, **facts: Any) -> Shape:
    """Return a shape in a box."""
    given: dict[str, Any] = {"width": 240, "height": 150, "line_width": 6}
    return Shape(id=name, stage="now", form=form, x=x, y=y, **{**given, **facts})


def shapes() -> Session:
    """Return boxes, ellipses and diamonds, sharp and round, filled and clear."""
    rows = []
    for n, form in enumerate((ShapeKind.BOX, ShapeKind.ELLIPSE, ShapeKind.DIAMOND)):
        y = 830 + 210 * n
        rows += [
            shape(f"a{n}", form, 200, y, line=INKS[n]),
            shape(f"b{n}", form, 500, y, rounded=True, fill="#FFE9A8"),
            shape(f"c{n}", form, 800, y, line=None, fill="#BFE3D0", opacity=0.6),
            shape(f"d{n}", form, 1100, y, line_width=16, rounded=True, line=INKS[n + 2]),
        ]
    return session_with(rows)


def turned() -> Session:
    """Return marks of all kinds that stand askew."""
    rows: list[Mark] = [
        shape("box", ShapeKind.BOX, 250, 850, turn=0.4, rounded=True, fill="#FFE9A8"),
        shape("round", ShapeKind.ELLIPSE, 600, 850, turn=-0.7, height=90),
        shape("diamond", ShapeKind.DIAMOND, 950, 850, turn=1.2),
        stroke("ink", wave(250, 1200, width=400), turn=0.5, width=12),
        Label(
            id="words",
            stage="now",
            text="A turned word",
            x=750,
            y=1150,
            width=330,
            height=75,
            size=60,
            turn=-0.5,
        ),
        Stamp(
            id="stamp", stage="now", icon="house", x=1150, y=1150, width=120, height=120, turn=0.3
        ),
        line("line", ShapeKind.ARROW, (250, 1420, 500, 1460, 700, 1400), turn=0.2, end=Head.ARROW),
    ]
    return session_with(rows)


def line(name: str, form: ShapeKind, points: tuple[float, ...], **facts: Any) -> Shape:
    """Return a line or an arrow."""
    across, down = points[::2], points[1::2]
    box = {"x": min(across), "y": min(down)}
    box |= {"width": max(across) - min(across), "height": max(down) - min(down)}
    return Shape(
        id=name, stage="now", form=form, points=points, **box, **{"line_width": 6, **facts}
    )


def arrows() -> Session:
    """Return arrows with each head, straight, bent and curved."""
    rows = []
    for n, head in enumerate(Head):
        y = 850 + 110 * n
        ink = INKS[n]
        rows += [
            line(f"a{n}", ShapeKind.ARROW, (200, y, 480, y + 30), end=head, line=ink),
            line(
                f"b{n}",
                ShapeKind.ARROW,
                (560, y, 700, y + 60, 860, y),
                start=head,
                end=head,
                line=ink,
            ),
            line(
                f"c{n}",
                ShapeKind.ARROW,
                (940, y, 1080, y + 80, 1240, y + 10),
                end=head,
                rounded=True,
                line=ink,
                line_width=3 + 3 * n,
            ),
        ]
    return session_with(rows)


def dashes() -> Session:
    """Return dashed and dotted lines of several widths."""
    rows = []
    for n, dash in enumerate((Dash.DASHED, Dash.DOTTED)):
        x = 200 + 600 * n
        rows += [
            line(f"l{n}", ShapeKind.LINE, (x, 850, x + 450, 870), dash=dash, line_width=4),
            line(
                f"m{n}",
                ShapeKind.LINE,
                (x, 920, x + 200, 1000, x + 450, 920),
                dash=dash,
                rounded=True,
            ),
            shape(f"b{n}", ShapeKind.BOX, x, 1050, dash=dash, line_width=10),
            shape(f"e{n}", ShapeKind.ELLIPSE, x + 280, 1050, dash=dash, line_width=3),
            shape(f"d{n}", ShapeKind.DIAMOND, x, 1260, dash=dash, fill="#BFE3D0"),
            line(
                f"a{n}",
                ShapeKind.ARROW,
                (x + 280, 1300, x + 500, 1360),
                dash=dash,
                end=Head.TRIANGLE,
            ),
        ]
    return session_with(rows)


def label(name: str, text: str, x: float, y: float, size: float, **facts: Any) -> Label:
    """Return words on the wall, in a box as wide as is told."""
    height = 1.25 * size * (text.count("\n") + 1)
    given: dict[str, Any] = {"width": 500, "height": height}
    return Label(id=name, stage="now", text=text, x=x, y=y, size=size, **{**given, **facts})


def words() -> Session:
    """Return words in several sizes and at both sides."""
    text = "We plant\napple trees together\nby the river"
    rows = [
        label(f"w{n}", text, 200, 830 + 205 * n, 34 + 8 * n, align=align, colour=INKS[n], width=560)
        for n, align in enumerate(Align)
    ]
    rows += [
        label("large", "Hooray!", 850, 830, 120, colour=INKS[3]),
        label("small", "a small remark, but a good one", 850, 1020, 22),
        label("clear", "half of it", 850, 1100, 70, opacity=0.5),
    ]
    return session_with(rows)


def scripts() -> Session:
    """Return words in all scripts that the wall brings letters for."""
    said = (
        "شجرة التفاح في الحديقة",
        "میرا گھر",
        "আমার বাড়ি",
        "मेरा घर",
        "ਮੇਰਾ ਘਰ",
        "મારું ઘર",
        "என் வீடு",
        "Żółć, ñandú, Ωmega",
        "הבית שלי",
        "나의 집",
        "บ้านของฉัน",
        "የእኔ ቤት",
        "මගේ නිවස",
        "నా ఇల్లు",
        "എന്റെ വീട്",
        "ჩემი სახლი",
        "իմ տունը",
        "ផ្ទះរបស់ខ្ញុំ",
        "ကျွန်တော့်အိမ်",
    )
    rows = [
        label(f"w{n}", text, 200 + 620 * (n % 2), 830 + 72 * (n // 2), 44)
        for n, text in enumerate(said)
    ]
    return session_with(rows)


def stamps() -> Session:
    """Return stamps, small and large, in colours, one see-through."""
    icons = ("house", "heart", "friends", "bed", "key", "group", "lamp", "door")
    rows: list[Mark] = [
        Stamp(
            id=f"s{n}",
            stage="now",
            icon=icon,
            colour=INKS[n % 6],
            x=200 + 270 * (n % 4),
            y=850 + 290 * (n // 4),
            width=100 + 20 * n,
            height=100 + 20 * n,
            opacity=0.5 if n == 2 else 1,
        )
        for n, icon in enumerate(icons)
    ]
    return session_with(rows)


def _picture(colour: str) -> bytes:
    """Return a picture as soft as a photo is."""
    image = Image.new("RGB", (1200, 900), colour)
    pen = ImageDraw.Draw(image)
    for n in range(9):
        pen.line((90, 120 + 80 * n, 1110, 90 + 60 * n), fill=INKS[n % 6], width=26)
    pen.ellipse((150, 150, 750, 750), fill="#FFD54A")
    pen.rectangle((650, 450, 1100, 820), fill="#1B5E3A")
    held = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(5)).save(held, "PNG")
    return held.getvalue()


def photos() -> Session:
    """Return photos: upright, turned, see-through, and one under all."""
    pictures = {p.id: p for p in map(picture_from, map(_picture, ("#B9D7F0", "#F4D9C6")))}
    first, second = pictures
    places: tuple[Mapping[str, Any], ...] = (
        {"picture": first, "x": 220, "y": 850, "width": 400, "height": 300},
        {"picture": second, "x": 700, "y": 880, "width": 320, "height": 240, "turn": 0.3},
        {"picture": first, "x": 1080, "y": 850, "width": 200, "height": 300, "opacity": 0.5},
    )
    rows: list[Mark] = [
        Photo(id=f"p{n}", stage="now", words="A photo", **place) for n, place in enumerate(places)
    ]
    return session_with(rows, pictures=pictures)


def cards() -> Session:
    """Return a few cards, with marks among them."""
    said = ("I grow sunflowers.", "We meet on the allotment every Thursday.", "میرا گھر", "আমার বাড়ি")
    voices = {
        f"v{n}": a_voice(f"v{n}", stage=stage, text=text)
        for stage, where in (("dream", 0), ("now", 10), ("strong", 20))
        for n, text in enumerate(said, where)
    }
    return session_with([stroke("k", wave(250, 1500), width=8)], voices=voices)


def whole() -> Session:
    """Return a whole PATH as it is at the end of a day."""
    session = sample_session(1, begins=datetime(2026, 11, 1, tzinfo=UTC))
    more: list[Mark] = [
        *shapes().marks.values(),
        *stamps().marks.values(),
    ]
    marks = {mark.id: mark.model_copy(update={"order": 9000.0 + n}) for n, mark in enumerate(more)}
    return session.model_copy(update={"marks": {**session.marks, **marks}})


SCENES = {
    made.__name__: made
    for made in (
        pens,
        pressed,
        highlighter,
        shapes,
        turned,
        arrows,
        dashes,
        words,
        scripts,
        stamps,
        photos,
        cards,
        whole,
    )
}
