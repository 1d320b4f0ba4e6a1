"""Files of Excalidraw in which each field that changes a look stands in all its values.

`FIELDS` are the files by name; `Sheet` puts elements on one as the editor does.
"""

import base64
import io
from collections.abc import Callable
from math import cos, pi, sin
from typing import Any

import orjson
from PIL import Image, ImageDraw, ImageFilter

from tests.formats.drawn_elsewhere import LINE, element

BLACK, RED, BLUE, GREEN = "#1e1e1e", "#e03131", "#1971c2", "#2f9e44"
PASTELS = ("#ffc9c9", "#a5d8ff", "#b2f2bb", "#ffec99", "#d0bfff", "#ffd8a8")
HEADS = (
    *("arrow", "bar", "dot", "circle", "circle_outline", "triangle", "triangle_outline"),
    *("diamond", "diamond_outline", "crowfoot_one", "crowfoot_many", "crowfoot_one_or_many"),
)
FILLS = ("hachure", "cross-hatch", "zigzag", "solid")
Points = list[list[float]]


class Sheet:
    """A file that is being drawn: each element has a name and a seed of its own."""

    def __init__(self) -> None:
        self.elements: list[dict[str, Any]] = []
        self.files: dict[str, Any] = {}

    def put(self, kind: str, x: float, y: float, **fields: Any) -> dict[str, Any]:
        """Put an element on the sheet."""
        name = f"{kind}{len(self.elements):04}"
        seed = 1000 + 7919 * len(self.elements)
        made = element(kind, name, **{"x": x, "y": y, "seed": seed, "index": None, **fields})
        self.elements.append(made)
        return made

    def box(self, x: float, y: float, width: float, height: float, **fields: Any) -> dict[str, Any]:
        """Put a rectangle, or another shape in a box, on the sheet."""
        kind = fields.pop("kind", "rectangle")
        return self.put(kind, x, y, **{"width": width, "height": height, **fields})

    def line(self, x: float, y: float, points: Points, **fields: Any) -> dict[str, Any]:
        """Put a line on the sheet."""
        heads = {"startArrowhead": None, "endArrowhead": None, "polygon": False}
        return self.put("line", x, y, **{"points": points, **LINE, **heads, **fields})

    def arrow(self, x: float, y: float, points: Points, **fields: Any) -> dict[str, Any]:
        """Put an arrow on the sheet."""
        heads = {"startArrowhead": None, "endArrowhead": "arrow", "elbowed": False}
        return self.put("arrow", x, y, **{"points": points, **LINE, **heads, **fields})

    def ink(self, x: float, y: float, points: Points, **fields: Any) -> dict[str, Any]:
        """Put a freehand stroke on the sheet."""
        given = {"pressures": [], "simulatePressure": True, "lastCommittedPoint": points[-1]}
        return self.put("freedraw", x, y, **{"points": points, **given, **fields})

    def text(self, x: float, y: float, words: str, **fields: Any) -> dict[str, Any]:
        """Put words on the sheet."""
        size, lines = fields.get("fontSize", 28), words.split("\n")
        given = {
            "text": words,
            "originalText": words,
            "fontSize": size,
            "fontFamily": 5,
            "textAlign": "left",
            "verticalAlign": "top",
            "containerId": None,
            "autoResize": True,
            "lineHeight": 1.25,
            "width": max(map(len, lines)) * size * 0.55,
            "height": size * fields.get("lineHeight", 1.25) * len(lines),
        }
        return self.put("text", x, y, **{**given, **fields})

    def label(self, holder: dict[str, Any], words: str, **fields: Any) -> dict[str, Any]:
        """Put words into a shape, or onto an arrow."""
        size = fields.pop("fontSize", 24)
        width, height = max(map(len, words.split("\n"))) * size * 0.55, 1.25 * size
        height *= words.count("\n") + 1
        x = holder["x"] + holder["width"] / 2 - width / 2
        y = holder["y"] + holder["height"] / 2 - height / 2
        bound = {"textAlign": "center", "verticalAlign": "middle", "containerId": holder["id"]}
        place = {"width": width, "height": height, "fontSize": size}
        x, y = fields.pop("x", x), fields.pop("y", y)
        made = self.text(x, y, words, **{**place, **bound, **fields})
        holder["boundElements"] = [
            *(holder["boundElements"] or []),
            {"type": "text", "id": made["id"]},
        ]
        return made

    def join(self, start: dict[str, Any], end: dict[str, Any], **fields: Any) -> dict[str, Any]:
        """Put an arrow from the right of one shape to the left of another, bound to both."""
        x, y = start["x"] + start["width"] + 6, start["y"] + start["height"] / 2
        to = [end["x"] - 6 - x, end["y"] + end["height"] / 2 - y]
        bindings = {
            f"{name}Binding": {"elementId": each["id"], "focus": 0, "gap": 6}
            for name, each in (("start", start), ("end", end))
        }
        return self.arrow(x, y, [[0, 0], to], **bindings, **fields)

    def photo(
        self, x: float, y: float, width: float, height: float, **fields: Any
    ) -> dict[str, Any]:
        """Put a photo on the sheet."""
        self.files["photo"] = {"id": "photo", "mimeType": "image/png", "dataURL": a_photo()}
        given = {"fileId": "photo", "status": "saved", "scale": [1, 1], "crop": None}
        size = {"width": width, "height": height}
        return self.put("image", x, y, **{**size, "strokeColor": "transparent", **given, **fields})

    def file(self) -> bytes:
        """Return the file."""
        held = {"type": "excalidraw", "version": 2, "source": "https://drawing.example"}
        state = {"viewBackgroundColor": "#ffffff", "gridSize": None}
        document = {**held, "elements": self.elements, "appState": state, "files": self.files}
        return orjson.dumps(document)


def a_photo() -> str:
    """Return a picture as soft as a photo is, with a different thing in each corner."""
    image = Image.new("RGB", (800, 600), "#B9D7F0")
    pen = ImageDraw.Draw(image)
    pen.ellipse((60, 60, 340, 260), fill="#FFD54A")
    pen.rectangle((480, 60, 740, 240), fill="#1B5E3A")
    pen.polygon([(90, 540), (330, 540), (210, 330)], fill="#B3261E")
    pen.line((470, 550, 750, 330), fill="#6A1B7A", width=30)
    held = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(3)).save(held, "PNG")
    return f"data:image/png;base64,{base64.b64encode(held.getvalue()).decode()}"


def ring(radius: float, count: int = 40, squeeze: float = 1.0) -> Points:
    """Return the points of a loop that a hand draws, from its right end on."""
    angles = [2 * pi * n / count for n in range(count + 1)]
    return [
        [
            round(radius * (cos(a) - 1) * (1 + 0.1 * sin(3 * a)), 2),
            round(squeeze * radius * sin(a), 2),
        ]
        for a in angles
    ]


def hatched(roughness: float) -> bytes:
    """Draw each filling in each shape, with lines of several widths."""
    sheet = Sheet()
    for n, kind in enumerate(("rectangle", "ellipse", "diamond")):
        for m, fill in enumerate(FILLS):
            look = {"fillStyle": fill, "backgroundColor": PASTELS[m], "roughness": roughness}
            sheet.box(220 + 320 * m, 830 + 230 * n, 260, 180, kind=kind, strokeWidth=1 + n, **look)
    return sheet.file()


def round_hatched() -> bytes:
    """Draw fillings in shapes with round corners, and hatching under words."""
    sheet = Sheet()
    for m, fill in enumerate(FILLS):
        look = {"fillStyle": fill, "backgroundColor": PASTELS[m]}
        sheet.text(240 + 320 * m, 900, "Under lines", fontSize=32)
        sheet.box(220 + 320 * m, 840, 270, 170, roundness={"type": 3}, roughness=m % 3, **look)
        sheet.box(
            220 + 320 * m,
            1060,
            270,
            190,
            kind="diamond",
            roundness={"type": 2},
            roughness=1,
            **look,
        )
        sheet.box(220 + 320 * m, 1310, 270, 150, roundness={"type": 3, "value": 12}, **look)
    return sheet.file()


def rough(roughness: float) -> bytes:
    """Draw shapes, lines and curves that waver."""
    sheet = Sheet()
    look = {"roughness": roughness, "strokeColor": BLUE}
    for n, width in enumerate((1, 2, 4)):
        x = 220 + 430 * n
        sheet.box(x, 830, 180, 120, strokeWidth=width, **look)
        sheet.box(x + 200, 830, 180, 120, roundness={"type": 3}, strokeWidth=width, **look)
        sheet.box(x, 980, 180, 120, kind="ellipse", strokeWidth=width, **look)
        sheet.box(x + 200, 980, 180, 120, kind="diamond", strokeWidth=width, **look)
        sheet.line(x, 1150, [[0, 0], [180, 60], [360, 0]], strokeWidth=width, **look)
        sheet.line(
            x, 1240, [[0, 0], [120, 90], [240, 0], [360, 70]], strokeWidth=width,
            roundness={"type": 2}, **look,
        )  # fmt: skip
        sheet.arrow(x, 1380, [[0, 0], [380, 40]], strokeWidth=width, **look)
        sheet.arrow(x, 1460, [[0, 0], [190, 60], [380, 0]], roundness={"type": 2}, **look)
    return sheet.file()


def small() -> bytes:
    """Draw shapes so small that the editor draws them more steadily."""
    sheet = Sheet()
    for n, side in enumerate((6, 9, 12, 16, 19, 24, 40, 48, 60)):
        for m, kind in enumerate(("rectangle", "ellipse", "diamond")):
            look = {"backgroundColor": PASTELS[m], "roughness": 2, "kind": kind}
            sheet.box(230 + 130 * n, 840 + 110 * m, side, side, **look)
            sheet.box(230 + 130 * n, 1190 + 110 * m, side * 2, side, roundness={"type": 3}, **look)
    return sheet.file()


def heads(**look: Any) -> bytes:
    """Draw arrows with each head, at their end, at both, and at the ends of curves."""
    sheet = Sheet()
    for n, head in enumerate(HEADS):
        y = 825 + 62 * n
        pair = {"startArrowhead": head, "endArrowhead": head}
        sheet.arrow(220, y, [[0, 0], [340, 12]], endArrowhead=head, strokeColor=RED, **look)
        sheet.arrow(640, y, [[0, 0], [170, 40], [340, 0]], strokeWidth=1 + n % 4, **pair, **look)
        curve = {"roundness": {"type": 2}, "points": [[0, 0], [150, 50], [340, 5]]}
        sheet.arrow(1060, y, **curve, **pair, **look)
    sheet.arrow(1440, 850, [[0, 0], [14, 30]], startArrowhead="dot", endArrowhead="diamond", **look)
    return sheet.file()


def filled_ink() -> bytes:
    """Draw freehand loops with an inside, and one stroke that is open."""
    sheet = Sheet()
    for m, fill in enumerate(FILLS):
        look = {"backgroundColor": PASTELS[m], "fillStyle": fill, "roughness": m % 3}
        sheet.ink(520 + 320 * m, 960, ring(130), **look)
        sheet.ink(520 + 320 * m, 1250, ring(120, squeeze=0.6), angle=0.5, opacity=60, **look)
    sheet.ink(260, 1450, [[n * 10, 40 * sin(n / 5)] for n in range(60)], backgroundColor="#ffc9c9")
    return sheet.file()


def filled_lines() -> bytes:
    """Draw closed lines, straight and curved, with each filling; an open one stays empty."""
    sheet = Sheet()
    star: Points = [[0, 0], [90, 140], [-80, 50], [80, 50], [-90, 140], [0, 0]]
    for m, fill in enumerate(FILLS):
        look = {"backgroundColor": PASTELS[m], "fillStyle": fill, "roughness": m % 3}
        sheet.line(340 + 320 * m, 840, star, polygon=True, **look)
        sheet.line(340 + 320 * m, 1040, star, roundness={"type": 2}, **look)
        loop: Points = [[0, 0], [140, 60], [40, 150], [3, 3]]
        sheet.line(300 + 320 * m, 1250, loop, roundness={"type": 2}, angle=0.3, **look)
    sheet.line(260, 1470, [[0, 0], [200, 60], [400, 0]], backgroundColor="#ffc9c9")
    return sheet.file()


def elbows() -> bytes:
    """Draw arrows that run round corners."""
    sheet = Sheet()
    for n, look in enumerate(({}, {"roughness": 0}, {"strokeStyle": "dashed"}, {"strokeWidth": 4})):
        y = 840 + 170 * n
        points: Points = [[0, 0], [200, 0], [200, 120], [420, 120]]
        sheet.arrow(230, y, points, elbowed=True, fixedSegments=None, **look)
        ends = {"startArrowhead": "dot", "endArrowhead": "triangle_outline"}
        sheet.arrow(750, y, [[0, 0], [0, 90], [300, 90], [300, 20]], elbowed=True, **ends, **look)
        sheet.arrow(1150, y, [[0, 0], [12, 0], [12, 100], [200, 100]], elbowed=True, **look)
    return sheet.file()


def labelled_arrows() -> bytes:
    """Draw arrows with words on them, whose own places are those of before the arrow was moved."""
    sheet = Sheet()
    away = {"x": 900, "y": 1480}
    sheet.label(sheet.arrow(230, 850, [[0, 0], [500, 0]]), "by bus", **away)
    sheet.label(sheet.arrow(230, 950, [[0, 0], [250, 90], [500, 0]]), "two\nlines", **away)
    curve = sheet.arrow(230, 1120, [[0, 0], [200, 90], [500, 10]], roundness={"type": 2})
    sheet.label(curve, "with friends", **away)
    wave: Points = [[0, 0], [120, 110], [300, -20], [520, 80]]
    sheet.label(sheet.arrow(230, 1280, wave, roundness={"type": 2}), "in turns", **away)
    sheet.label(sheet.arrow(800, 850, [[0, 0], [500, 60]], angle=0.4), "askew", **away)
    elbow = sheet.arrow(800, 1060, [[0, 0], [250, 0], [250, 150], [500, 150]], elbowed=True)
    sheet.label(elbow, "round the corner", **away)
    sheet.label(sheet.arrow(800, 1330, [[0, 0], [480, 0]], strokeStyle="dashed"), "maybe", **away)
    sheet.label(sheet.arrow(800, 1420, [[0, 0], [480, 60]], opacity=40), "pale", opacity=50)
    return sheet.file()


def words_in_shapes() -> bytes:
    """Draw words in shapes, at the top, in the middle and at the bottom, on each side."""
    sheet = Sheet()
    for n, side in enumerate(("left", "center", "right")):
        for m, kind in enumerate(("rectangle", "ellipse", "diamond")):
            box = sheet.box(
                230 + 420 * n, 830 + 240 * m, 360, 190, kind=kind, backgroundColor=PASTELS[n + m]
            )
            sheet.label(
                box,
                "Sing in\nthe choir",
                textAlign=side,
                verticalAlign=("top", "middle", "bottom")[m],
            )
    return sheet.file()


def letterings() -> bytes:
    """Write in each font family of the wall, with lines near and far."""
    sheet = Sheet()
    for n, family in enumerate((1, 3, 5, 6, 7, 8, 9)):
        x, y = 220 + 640 * (n % 2), 830 + 170 * (n // 2)
        heights = {"lineHeight": (1.25, 1.2, 1.25, 1.35, 1.15, 1.25, 2.0)[n]}
        sheet.text(x, y, f"Garden {family}\nand bread", fontFamily=family, fontSize=44, **heights)
    return sheet.file()


def see_through() -> bytes:
    """Draw one over the other, pale or in colours that are see-through themselves."""
    sheet = Sheet()
    for n, opacity in enumerate((20, 50, 80)):
        x = 230 + 420 * n
        sheet.box(x, 840, 240, 160, backgroundColor="#ffc9c9", opacity=opacity)
        sheet.box(
            x + 100, 920, 240, 160, kind="ellipse", backgroundColor="#a5d8ff", opacity=opacity
        )
        sheet.line(x, 1120, [[0, 0], [300, 40]], strokeColor="#e0313180", strokeWidth=4)
        sheet.box(x, 1200, 300, 120, backgroundColor="#2f9e4440", strokeColor="#1971c280")
        sheet.text(x, 1360, "Half here", fontSize=60, strokeColor="#1e1e1e80")
        sheet.ink(x, 1470, [[k * 5, 20 * sin(k / 4)] for k in range(60)], strokeColor="#6741d9a0")
    return sheet.file()


def dashed(style: str) -> bytes:
    """Draw dashed and dotted shapes that waver."""
    sheet = Sheet()
    for n, width in enumerate((1, 2, 4)):
        look = {"strokeStyle": style, "strokeWidth": width, "backgroundColor": PASTELS[n]}
        x = 220 + 430 * n
        sheet.box(x, 830, 180, 120, **look)
        sheet.box(x + 200, 830, 180, 120, roundness={"type": 3}, fillStyle="hachure", **look)
        sheet.box(x, 980, 180, 120, kind="ellipse", **look)
        sheet.box(x + 200, 980, 180, 120, kind="diamond", fillStyle="zigzag", **look)
        sheet.line(x, 1150, [[0, 0], [180, 60], [360, 0]], **look)
        sheet.arrow(x, 1280, [[0, 0], [180, 60], [360, 0]], roundness={"type": 2}, **look)
    return sheet.file()


def askew() -> bytes:
    """Draw everything turned."""
    sheet = Sheet()
    for n, angle in enumerate((0.3, 1.2, -0.6)):
        x = 240 + 430 * n
        look = {"angle": angle, "backgroundColor": PASTELS[n]}
        sheet.box(x, 850, 170, 110, fillStyle="hachure", **look)
        sheet.box(x + 200, 850, 170, 90, kind="ellipse", fillStyle="cross-hatch", **look)
        sheet.box(x, 1020, 170, 110, kind="diamond", roundness={"type": 2}, **look)
        sheet.line(x + 200, 1020, [[0, 0], [90, 70], [170, 0]], angle=angle)
        sheet.arrow(x, 1190, [[0, 0], [90, 60], [180, 0]], roundness={"type": 2}, angle=angle)
        sheet.ink(x + 200, 1190, [[k * 4, 20 * sin(k / 4)] for k in range(45)], angle=angle)
        sheet.text(x, 1320, "A turned\nword", angle=angle, textAlign="center", fontSize=36)
        sheet.photo(x + 180, 1330, 160, 120, angle=angle)
    return sheet.file()


def corner(x: float, y: float, width: float, height: float) -> dict[str, float]:
    """Return a crop of the photo."""
    place = {"x": x, "y": y, "width": width, "height": height}
    return {**place, "naturalWidth": 800, "naturalHeight": 600}


def photos_cropped() -> bytes:
    """Show parts of a photo."""
    sheet = Sheet()
    sheet.photo(230, 840, 400, 300)
    sheet.photo(700, 840, 300, 300, crop=corner(0, 0, 400, 400))
    sheet.photo(1070, 840, 360, 280, crop=corner(400, 0, 400, 300), angle=0.2)
    sheet.photo(230, 1190, 400, 260, crop=corner(50, 300, 700, 260), opacity=60)
    sheet.photo(700, 1190, 200, 300, crop=corner(430, 280, 200, 300))
    return sheet.file()


def photos_flipped() -> bytes:
    """Show a photo in a mirror."""
    sheet = Sheet()
    for n, scale in enumerate(([-1, 1], [1, -1], [-1, -1])):
        sheet.photo(230 + 430 * n, 840, 380, 285, scale=scale)
        part = {"crop": corner(0, 0, 400, 300), "angle": 0.3 * n}
        sheet.photo(250 + 430 * n, 1190, 320, 240, scale=scale, **part)
    return sheet.file()


def photos_with_round_corners() -> bytes:
    """Show a photo with round corners."""
    sheet = Sheet()
    sheet.photo(230, 840, 400, 300, roundness={"type": 3})
    sheet.photo(700, 840, 400, 300, roundness={"type": 3, "value": 90}, angle=0.2)
    sheet.photo(230, 1200, 300, 300, roundness={"type": 2}, crop=corner(0, 0, 300, 300))
    return sheet.file()


def without_a_look() -> bytes:
    """Draw shapes with fields that nobody sees: groups, locks, links and data of others."""
    sheet = Sheet()
    facts = {"groupIds": ["g1", "g2"], "locked": True, "customData": {"theirs": [1, 2]}}
    box = sheet.box(230, 850, 400, 200, link="https://gardens.example/", **facts)
    sheet.join(box, sheet.box(800, 900, 300, 200, kind="ellipse", **facts))
    sheet.text(230, 1150, "A word", autoResize=False, **facts)
    sheet.ink(230, 1300, [[k * 5, 20 * sin(k / 4)] for k in range(60)], **facts)
    return sheet.file()


FIELDS: dict[str, Callable[[], bytes]] = {
    "hatched, steady": lambda: hatched(0),
    "hatched": lambda: hatched(1),
    "hatched, wild": lambda: hatched(2),
    "hatched, round": round_hatched,
    "rough": lambda: rough(1),
    "rough, wild": lambda: rough(2),
    "small": small,
    "heads, steady": lambda: heads(roughness=0),
    "heads": lambda: heads(roughness=1),
    "heads, dashed": lambda: heads(strokeStyle="dashed"),
    "heads, dotted": lambda: heads(strokeStyle="dotted", roughness=2),
    "filled ink": filled_ink,
    "filled lines": filled_lines,
    "elbows": elbows,
    "labelled arrows": labelled_arrows,
    "words in shapes": words_in_shapes,
    "letterings": letterings,
    "see-through": see_through,
    "dashed": lambda: dashed("dashed"),
    "dotted": lambda: dashed("dotted"),
    "askew": askew,
    "photos, cropped": photos_cropped,
    "photos, flipped": photos_flipped,
    "photos, round": photos_with_round_corners,
    "without a look": without_a_look,
}
