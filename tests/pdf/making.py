"""Documents for the tests, made of plainly fictional words."""

import math
from datetime import UTC, datetime
from functools import cache

from path_planner.pdf.canvas import Box
from path_planner.pdf.document import Document
from path_planner.pdf.metadata import Metadata
from path_planner.pdf.path_operators import (
    Paint,
    Pen,
    Stroke,
    circle,
    ellipse,
    polygon,
    rectangle,
    rounded,
)
from path_planner.typography.fonts import LETTERING, LETTERING_BOLD, Style
from path_planner.typography.line_breaking import fit
from tests.typography.sayings import SAYINGS

FACTS = Metadata("The PATH of Robin Example", "en-GB", datetime(2026, 11, 21, 9, tzinfo=UTC))
WIDTH, HEIGHT = 1189.0, 841.0


def blank(language: str = "en-GB") -> Document:
    """Return a document with one page and nothing on it."""
    document = Document(Metadata(FACTS.title, language, FACTS.created))
    document.page(200, 100)
    return document


def waves(count: int, points: int = 30) -> list[Stroke]:
    """Return strokes that wave over the poster in three pens."""
    pens = [Pen("#1b4f72", 1.2), Pen("#b03a2e", 2.0), Pen("#f4d03f", 8.0, 0.4)]
    return [
        (
            pens[number * 3 // count],
            [
                (20 + number % 40 * 28 + step, 80 + number // 40 * 9 + 6 * math.sin(step / 3))
                for step in range(points)
            ],
        )
        for number in range(count)
    ]


def card(document: Document, box: Box, text: str, style: Style = LETTERING) -> None:
    """Draw a card with its words."""
    with document.artifact():
        frame = rounded(box.x, box.y, box.width, box.height, 4)
        document.shape(frame, paint=Paint(fill="#fff3b0", stroke="#a08000"))
    fitted = fit(text, box.width - 6, box.height - 6, style, largest=14, smallest=3)
    with document.tag("P"):
        for base, line in fitted.baselines(box.y + 3):
            x = box.x + (box.width - 3 - line.width if line.from_right else 3)
            document.text_line(x, base, line, style=style, size=fitted.size)


def poster() -> Document:
    """Return a poster with 24 cards, shapes and ink, its stages read in their own order."""
    document = Document(FACTS)
    document.page(WIDTH, HEIGHT)
    with document.tag("H1"):
        document.text_line(20, 40, FACTS.title, style=LETTERING_BOLD, size=24)
    document.bookmark(FACTS.title)
    stages = [document.branch("Sect") for _ in range(4)]
    _draw_template(document)
    sayings = list(SAYINGS.values())
    for stage in reversed(range(4)):
        with document.inside(stages[stage]):
            with document.tag("H2"):
                document.text_line(
                    30 + stage * 290, 120, f"Stage {stage + 1}", style=LETTERING, size=12
                )
            document.bookmark(f"Stage {stage + 1}", 1, 110)
            for place in range(6):
                box = Box(30 + stage * 290 + place % 2 * 130, 140 + place // 2 * 90, 120, 80)
                card(document, box, sayings[(stage * 6 + place) % len(sayings)])
    with document.tag("Figure", alt="Waves, drawn by Sam Sample", box=Box(20, 60, 1100, 100)):
        document.ink(waves(60))
    return document


@cache
def finished_poster() -> bytes:
    """Return the poster as a file, written once."""
    return poster().finish()


def _draw_template(document: Document) -> None:
    arrow = polygon([(20, 60), (1000, 60), (1150, 420), (1000, 780), (20, 780)])
    document.shape(arrow, paint=Paint(stroke="#333333", width=2, dash=(6, 3)))
    document.shape(circle(1100, 420, 60), ellipse(600, 600, 80, 30), paint=Paint(fill="#d6eaf8"))
    document.shape(rectangle(20, 790, 100, 20), paint=Paint(fill="#000000", opacity=0.25))
