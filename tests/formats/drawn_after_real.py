"""Files composed as public drawings are: their kinds, habits and old fields, with our own words."""

import itertools
from collections.abc import Callable, Sequence
from math import cos, pi, sin
from typing import Any

from tests.formats.drawn_fields import BLUE, GREEN, PASTELS, RED, Sheet, ring

ROUND = {"roundness": {"type": 3}}
CURVED = {"roundness": {"type": 2}}


def cell(sheet: Sheet, words: str, x: float, y: float, **look: Any) -> dict[str, Any]:
    """Put a box with words in it on the sheet."""
    size = {"width": look.pop("width", 190), "height": look.pop("height", 90)}
    text = {"fontSize": look.pop("fontSize", 22)}
    box = sheet.box(x, y, size["width"], size["height"], **look)
    sheet.label(box, words, **text)
    return box


def flowchart() -> bytes:
    """Draw a flowchart: rounded boxes, a decision, labels on the arrows."""
    sheet = Sheet()
    look = {**ROUND, "fillStyle": "solid", "backgroundColor": "#a5d8ff"}
    start = cell(sheet, "Ask Ruth", 230, 960, **look)
    choice = cell(sheet, "Is it dry?", 560, 930, kind="diamond", width=230, height=150, **CURVED)
    out = cell(sheet, "Dig the beds", 960, 860, **look)
    inside = cell(sheet, "Bake bread", 960, 1120, **{**look, "backgroundColor": "#ffec99"})
    sheet.join(start, choice)
    sheet.label(sheet.join(choice, out), "yes", fontSize=20)
    sheet.label(sheet.join(choice, inside, strokeStyle="dashed"), "no", fontSize=20)
    sheet.arrow(1050, 1216, [[0, 0], [0, 120], [-725, 120], [-725, -150]], elbowed=True)
    return sheet.file()


def architecture() -> bytes:
    """Draw an architecture: dashed groups around boxes, thin lines, small plain letters."""
    sheet = Sheet()
    for n, name in enumerate(("Kitchen", "Shop", "Garden")):
        x = 220 + 430 * n
        sheet.box(
            x, 840, 380, 620, strokeStyle="dashed", strokeWidth=1, strokeColor="#868e96", **ROUND
        )
        sheet.text(
            x + 20, 850, name, fontSize=20, fontFamily=3, lineHeight=1.2, strokeColor="#868e96"
        )
        rows = [
            cell(
                sheet, f"{name} {m}", x + 60, 910 + 180 * m, width=260, height=110, fontSize=20,
                strokeWidth=1, backgroundColor=PASTELS[(n + m) % 6], fillStyle="hachure",
                roughness=m,
            )
            for m in range(3)
        ]  # fmt: skip
        for upper, lower in itertools.pairwise(rows):
            x0, y0 = upper["x"] + 130, upper["y"] + 112
            sheet.arrow(
                x0, y0, [[0, 0], [0, lower["y"] - y0 - 4]], strokeWidth=1, endArrowhead="triangle"
            )
    return sheet.file()


def entities() -> bytes:
    """Draw an entity-relationship diagram: tables of lines, crow's feet."""
    sheet = Sheet()
    tables = []
    for n, name in enumerate(("Person", "Promise", "Place")):
        x, y = 240 + 440 * n, 850 + 90 * n
        tables.append(sheet.box(x, y, 260, 250, roughness=0))
        sheet.box(x, y, 260, 60, backgroundColor="#d0bfff", roughness=0)
        sheet.text(x + 16, y + 16, name, fontSize=24, fontFamily=7, lineHeight=1.15)
        for m, field in enumerate(("name", "since", "why")):
            sheet.line(x, y + 60 + 63 * m, [[0, 0], [260, 0]], strokeWidth=1, roughness=0)
            sheet.text(x + 16, y + 78 + 63 * m, field, fontSize=20, fontFamily=8)
    feet = (("crowfoot_one", "crowfoot_many"), ("crowfoot_one_or_many", "bar"))
    for (start, end), (first, last) in zip(itertools.pairwise(tables), feet, strict=True):
        sheet.join(start, end, startArrowhead=first, endArrowhead=last, roughness=0)
    return sheet.file()


def mind_map() -> bytes:
    """Draw a mind map: an oval in the middle, curves to words around it."""
    sheet = Sheet()
    cell(
        sheet,
        "A good\nSunday",
        680,
        1080,
        kind="ellipse",
        width=240,
        height=150,
        backgroundColor="#ffec99",
    )
    for n, words in enumerate(("choir", "sleep late", "swim", "soup", "the dog", "cards")):
        angle = pi / 3 * n + 0.3
        x, y = 800 + 430 * cos(angle), 1155 + 240 * sin(angle)
        start = [125 * cos(angle), 78 * sin(angle)]
        to = [x - 800 - start[0], y - 1155 - start[1]]
        bend = [to[0] * 0.5 + 25, to[1] * 0.5 - 30]
        look = {"strokeColor": (RED, BLUE, GREEN)[n % 3], "strokeWidth": 4 - n % 3, **CURVED}
        sheet.line(800 + start[0], 1155 + start[1], [[0, 0], bend, to], **look)
        sheet.text(x - 50, y + (8 if sin(angle) > 0 else -50), words, fontSize=32)
    return sheet.file()


def kanban() -> bytes:
    """Draw a board of notes in three columns."""
    sheet = Sheet()
    for n, title in enumerate(("To do", "Doing", "Done")):
        x = 230 + 430 * n
        sheet.box(x, 840, 390, 640, backgroundColor="#f1f3f5", strokeColor="transparent")
        sheet.text(x + 20, 860, title, fontSize=36)
        for m in range(3 - n // 2):
            look = {"backgroundColor": PASTELS[m + n], "strokeWidth": 1, "angle": 0.04 * (m - 1)}
            cell(
                sheet, f"Note {n}{m}\nfor Sam", x + 60, 930 + 180 * m, width=250, height=150, **look
            )
    return sheet.file()


def timeline() -> bytes:
    """Draw a timeline: one long arrow, dots, words above and below."""
    sheet = Sheet()
    sheet.arrow(230, 1150, [[0, 0], [1230, 0]], strokeWidth=4)
    for n, month in enumerate(("March", "May", "July", "Harvest", "Winter")):
        x = 290 + 250 * n
        sheet.box(x - 13, 1137, 26, 26, kind="ellipse", backgroundColor=RED, fillStyle="solid")
        sheet.line(x, 1150, [[0, 0], [0, -110 if n % 2 else 110]], strokeStyle="dotted")
        sheet.text(
            x - 60, 980 if n % 2 else 1280, f"{month}\nis green", textAlign="center", fontSize=26
        )
    return sheet.file()


def organisation() -> bytes:
    """Draw a chart of an organisation: boxes joined by corners."""
    sheet = Sheet()
    top = cell(sheet, "The circle", 700, 840, backgroundColor="#b2f2bb", fillStyle="cross-hatch")
    for n, name in enumerate(("Money", "Rides", "Meals", "Music")):
        box = cell(sheet, name, 240 + 310 * n, 1100, backgroundColor=PASTELS[n], **ROUND)
        x, y = top["x"] + 95, top["y"] + 90
        to = [box["x"] + 95 - x, box["y"] - y - 4]
        points = [[0, 0], [0, 85], [to[0], 85], to]
        sheet.arrow(x, y, points, elbowed=True, endArrowhead=None, roughness=0)
        cell(sheet, f"{name} two", 240 + 310 * n, 1270, strokeStyle="dotted", fontSize=20)
    return sheet.file()


def wireframe() -> bytes:
    """Draw a wireframe of a page: grey boxes, a crossed picture, a filled button."""
    sheet = Sheet()
    sheet.box(230, 830, 620, 660, strokeWidth=1, roughness=0, **ROUND)
    sheet.box(230, 830, 620, 70, backgroundColor="#ced4da", roughness=0)
    for n in range(3):
        sheet.box(800 - 34 * n, 852, 22, 22, kind="ellipse", roughness=0, strokeWidth=1)
    sheet.box(270, 930, 240, 180, backgroundColor="#e9ecef")
    sheet.line(270, 930, [[0, 0], [240, 180]])
    sheet.line(510, 930, [[0, 0], [-240, 180]])
    for n in range(5):
        sheet.line(
            550,
            950 + 34 * n,
            [[0, 0], [240 - 30 * (n % 3), 0]],
            strokeColor="#868e96",
            strokeWidth=4,
        )
    cell(sheet, "Join us", 430, 1300, width=220, height=80, backgroundColor=BLUE, **ROUND)
    sheet.text(950, 900, "Big letters here,\nplease.", fontSize=36, strokeColor=RED)
    sheet.arrow(940, 950, [[0, 0], [-130, 60]], strokeColor=RED, **CURVED)
    return sheet.file()


def sequence() -> bytes:
    """Draw a sequence of messages between three people."""
    sheet = Sheet()
    for n, name in enumerate(("Sam", "Ruth", "The bus")):
        x = 260 + 480 * n
        cell(sheet, name, x, 830, backgroundColor="#ffd8a8", **ROUND)
        sheet.line(x + 95, 924, [[0, 0], [0, 540]], strokeStyle="dashed", strokeWidth=1)
    for n, (start, end, words) in enumerate(
        ((0, 1, "Shall we?"), (1, 2, "When?"), (2, 1, "At nine"), (1, 0, "Yes!"))
    ):
        look = {"endArrowhead": "triangle" if n % 2 else "arrow", "roughness": n % 3}
        x, length = 355 + 480 * start, 480 * (end - start)
        arrow = sheet.arrow(x, 990 + 120 * n, [[0, 0], [length, 0]], **look)
        sheet.label(arrow, words, fontSize=22)
    return sheet.file()


def venn() -> bytes:
    """Draw three see-through circles over each other."""
    sheet = Sheet()
    for n, name in enumerate(("Love", "Skill", "Need")):
        x, y = 500 + 190 * cos(pi * 2 / 3 * n), 1000 + 130 * sin(pi * 2 / 3 * n)
        look = {"backgroundColor": PASTELS[n], "fillStyle": "solid", "opacity": 50}
        sheet.box(x, y, 360, 300, kind="ellipse", **look)
        sheet.text(x + 140, y + 130, name, fontSize=34)
    sheet.arrow(1200, 1100, [[0, 0], [-280, 60]], endArrowhead="dot", **CURVED)
    sheet.text(1120, 1040, "the middle", fontSize=36)
    return sheet.file()


def retrospective() -> bytes:
    """Draw a boat with an anchor, drawn by hand, and notes around it."""
    sheet = Sheet()
    hull = [[0, 0], [60, 90], [300, 90], [380, 0], [0, 0]]
    sheet.line(560, 1120, hull, polygon=True, backgroundColor="#d0bfff", fillStyle="hachure")
    sail = [[0, 0], [170, 250], [0, 250], [0, 0]]
    sheet.line(
        760, 850, sail, polygon=True, backgroundColor="#ffec99", fillStyle="zigzag", **CURVED
    )
    sheet.ink(
        240, 1230, [[n * 8, 16 * sin(n / 2.5)] for n in range(140)], strokeColor=BLUE, strokeWidth=4
    )
    sheet.line(620, 1210, [[0, 0], [-20, 130], [10, 230]], strokeWidth=4, **CURVED)
    for n, words in enumerate(("Wind:\nfriends", "Anchor:\nstairs", "Rocks:\nmoney")):
        cell(sheet, words, (1080, 330, 1080)[n], (850, 1340, 1300)[n], width=220, height=120,
             backgroundColor=PASTELS[n], angle=0.05 * (n - 1))  # fmt: skip
    return sheet.file()


def journey() -> bytes:
    """Draw a journey: a winding dashed road, faces, ups and downs."""
    sheet = Sheet()
    road = [[0, 0], [240, -160], [480, 60], [760, -120], [1180, 40]]
    sheet.line(
        260, 1150, road, strokeStyle="dashed", strokeWidth=4, strokeColor="#868e96", **CURVED
    )
    for n, (x, y) in enumerate(road):
        mood = 18 if n % 2 else -18
        sheet.box(
            225 + x, 1115 + y, 70, 70, kind="ellipse", backgroundColor=PASTELS[n], strokeWidth=1
        )
        sheet.box(244 + x, 1136 + y, 8, 8, kind="ellipse", backgroundColor="#1e1e1e")
        sheet.box(268 + x, 1136 + y, 8, 8, kind="ellipse", backgroundColor="#1e1e1e")
        sheet.line(244 + x, 1164 + y, [[0, 0], [16, mood * 0.4], [32, 0]], **CURVED)
        sheet.text(215 + x, 1205 + y, f"Day {n + 1}", fontSize=24)
    return sheet.file()


def floor_plan() -> bytes:
    """Draw a plan of a house: thick walls, doors as arcs, hatched ground."""
    sheet = Sheet()
    sheet.box(240, 840, 900, 620, strokeWidth=4, roughness=0)
    sheet.box(
        240,
        840,
        380,
        300,
        strokeWidth=4,
        backgroundColor="#b2f2bb",
        fillStyle="cross-hatch",
        roughness=0,
    )
    sheet.box(620, 1140, 520, 320, strokeWidth=4, backgroundColor="#ffd8a8", fillStyle="hachure")
    for n, (x, y) in enumerate(((480, 1140), (620, 1300))):
        sheet.line(x, y, [[0, 0], [50, 16], [80, 80]], strokeWidth=1, angle=0.5 * n, **CURVED)
    for name, x, y in (("Sam’s room", 290, 960), ("Kitchen", 780, 1270), ("Hall", 780, 960)):
        sheet.text(x, y, name, fontSize=34)
    sheet.arrow(1300, 1400, [[0, 0], [0, -160]], endArrowhead="triangle", strokeWidth=4)
    sheet.text(1285, 1180, "N", fontSize=44, fontFamily=7, lineHeight=1.15)
    return sheet.file()


def quadrants() -> bytes:
    """Draw four quadrants between two axes, with things strewn in them."""
    sheet = Sheet()
    sheet.arrow(780, 1480, [[0, 0], [0, -640]], startArrowhead="arrow")
    sheet.arrow(240, 1150, [[0, 0], [1080, 0]], startArrowhead="arrow")
    for n, words in enumerate(("now", "later", "ask", "leave")):
        x, y = 260 + 560 * (n % 2), 850 + 340 * (n // 2)
        sheet.box(
            x,
            y,
            480,
            270,
            backgroundColor=PASTELS[n],
            strokeColor="transparent",
            opacity=40,
            **ROUND,
        )
        sheet.text(x + 20, y + 12, words, fontSize=30, strokeColor="#868e96")
        for m in range(3):
            kind = ("rectangle", "ellipse", "diamond")[m]
            sheet.box(
                x + 60 + 130 * m,
                y + 110,
                100,
                80,
                kind=kind,
                backgroundColor=PASTELS[m + 3],
                fillStyle="zigzag",
            )
    return sheet.file()


def fishbone() -> bytes:
    """Draw a fishbone: a spine, slanting lines, words along them."""
    sheet = Sheet()
    sheet.arrow(250, 1150, [[0, 0], [900, 0]], strokeWidth=4)
    cell(sheet, "Nobody\ncame", 1170, 1095, width=210, height=110, backgroundColor="#ffc9c9")
    for n in range(3):
        x = 380 + 260 * n
        for side in (-1, 1):
            sheet.line(x, 1150, [[0, 0], [-90, 230 * side]], strokeWidth=2)
            sheet.line(x - 45, 1150 + 115 * side, [[0, 0], [-90, 0]], strokeWidth=1)
            sheet.text(x - 140, 1150 + (290 if side > 0 else -290), f"Why {n}{side}", fontSize=24)
    return sheet.file()


def states() -> bytes:
    """Draw states and moves between them: circles, curves with words, a loop to itself."""
    sheet = Sheet()
    places = [(300, 1050), (700, 880), (1100, 1050), (700, 1280)]
    circles = [
        cell(sheet, name, x, y, kind="ellipse", width=190, height=120, backgroundColor=PASTELS[n])
        for n, (name, (x, y)) in enumerate(zip(("idle", "ask", "do", "rest"), places, strict=True))
    ]
    for n, (start, end) in enumerate(zip(circles, [*circles[1:], circles[0]], strict=True)):
        x, y = start["x"] + 95, start["y"] + (0 if n < 2 else 120)
        to = [end["x"] + 95 - x, end["y"] + (0 if n in {0, 3} else 120) - y]
        arrow = sheet.arrow(x, y, [[0, 0], [to[0] / 2, to[1] / 2 - 50], to], **CURVED)
        sheet.label(arrow, f"step {n}", fontSize=20)
    sheet.arrow(860, 890, [[0, 0], [90, -20], [70, 70], [10, 60]], startArrowhead="bar", **CURVED)
    return sheet.file()


def gantt() -> bytes:
    """Draw bars in rows under months, with diamonds for days that count."""
    sheet = Sheet()
    for n, month in enumerate(("Jan", "Feb", "Mar", "Apr", "May")):
        sheet.text(470 + 200 * n, 840, month, fontSize=26)
        sheet.line(450 + 200 * n, 840, [[0, 0], [0, 620]], strokeStyle="dotted", strokeWidth=1)
    for n, (start, length) in enumerate(((0, 2.2), (1, 1.5), (1.8, 2), (3, 1.8))):
        y = 920 + 130 * n
        sheet.text(240, y + 12, f"Task {n + 1}", fontSize=28)
        look = {"backgroundColor": PASTELS[n], "fillStyle": ("solid", "hachure")[n % 2], **ROUND}
        sheet.box(450 + 200 * start, y, 200 * length, 60, **look)
        sheet.box(440 + 200 * (start + length), y + 12, 36, 36, kind="diamond", backgroundColor=RED)
    return sheet.file()


def bars() -> bytes:
    """Draw a chart with axes and hatched bars, as the editor makes from a table."""
    sheet = Sheet()
    sheet.line(320, 860, [[0, 0], [0, 560]])
    sheet.line(320, 1420, [[0, 0], [980, 0]])
    sheet.line(
        320, 900, [[0, 0], [980, 0]], strokeStyle="dotted", opacity=60, strokeColor="#868e96"
    )
    for n, (height, day) in enumerate(zip((180, 420, 300, 520, 240), "MTWTF", strict=True)):
        look = {"backgroundColor": PASTELS[n], "fillStyle": "hachure", "strokeWidth": 1}
        sheet.box(390 + 180 * n, 1420 - height, 110, height, **look)
        sheet.text(430 + 180 * n, 1436, day, fontSize=24, angle=5.87)
    sheet.text(250, 885, "520", fontSize=20)
    return sheet.file()


def sketchnote() -> bytes:
    """Draw a page of notes: a photo, handwriting, a banner, arrows by hand."""
    sheet = Sheet()
    sheet.photo(250, 860, 360, 270, angle=-0.06, roundness={"type": 3})
    banner = [[0, 0], [420, 0], [390, 45], [420, 90], [0, 90], [30, 45], [0, 0]]
    sheet.line(700, 850, banner, polygon=True, backgroundColor="#ffec99", fillStyle="solid")
    sheet.text(770, 872, "What I heard", fontSize=38)
    sheet.ink(
        900, 1130, ring(110), backgroundColor="#b2f2bb", fillStyle="hachure", strokeColor=GREEN
    )
    sheet.text(720, 1110, "a place\nto sing", fontSize=28)
    row = [[n * 3, 40 * sin(n / 9) * cos(n / 31)] for n in range(200)]
    pressures = [0.3 + 0.5 * abs(sin(n / 17)) for n in range(200)]
    sheet.ink(250, 1330, row, pressures=pressures, simulatePressure=False, strokeColor=BLUE)
    sheet.ink(940, 1240, [[0, 0], [120, 60], [220, 50], [260, 20]], strokeColor=RED, strokeWidth=4)
    return sheet.file()


def family() -> bytes:
    """Draw a family, in a file as old versions of the editor wrote it."""
    sheet = Sheet()

    def old(made: dict[str, Any]) -> dict[str, Any]:
        for name in ("roundness", "frameId", "locked", "link", "customData", "lineHeight"):
            made.pop(name, None)
        sharp = "round" if made["type"] in {"rectangle", "line"} else "sharp"
        made |= {"strokeSharpness": sharp, "boundElementIds": None, "fillStyle": "hachure"}
        return made

    def couple(names: Sequence[str], x: float, y: float) -> None:
        for n, name in enumerate(names):
            old(sheet.box(x + 230 * n, y, 170, 90, backgroundColor=PASTELS[n]))
            old(sheet.text(x + 230 * n + 40, y + 32, name, fontSize=24, fontFamily=1, baseline=18))
        old(sheet.line(x + 172, y + 45, [[0, 0], [56, 0]]))

    couple(("Ada", "Bert"), 300, 850)
    couple(("Cy", "Dot"), 800, 850)
    couple(("Eve", "Finn"), 550, 1130)
    for x, bend in ((500, 90), (1000, -90)):
        old(sheet.line(x, 895, [[0, 0], [bend, 120], [bend * 1.5, 230]]))
    return sheet.file()


AFTER_REAL: dict[str, Callable[[], bytes]] = {
    made.__name__: made
    for made in (
        *(flowchart, architecture, entities, mind_map, kanban, timeline, organisation, wireframe),
        *(sequence, venn, retrospective, journey, floor_plan, quadrants, fishbone, states, gantt),
        *(bars, sketchnote, family),
    )
}
