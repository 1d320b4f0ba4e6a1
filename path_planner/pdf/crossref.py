"""Write cross-references: short names that link to another place of the document."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from path_planner.pdf.canvas import Box
from path_planner.pdf.flow import FlowDocument
from path_planner.pdf.structure import Anchor
from path_planner.typography.fonts import DOCUMENT, Style
from path_planner.typography.line_breaking import wrap
from path_planner.typography.metrics import line_metrics, text_width

_GAP = 0.55
"""The room between two references, in ems."""
_TOGETHER = 3
"""So many lines of a label and its references never go over the end of a page."""


class Ref(NamedTuple):
    """A short name such as T2, where it leads, and what it says to those who hear it."""

    name: str
    anchor: Anchor
    says: str


RefLine = tuple[tuple[Ref, float, float], ...]
"""References that stand in one line: each with its start and its width."""


def in_lines(
    refs: Iterable[Ref], room: float, style: Style, size: float, *, first: float = 0.0
) -> tuple[RefLine, ...]:
    """Break references into lines no wider than the room; the first line begins further in."""
    lines: list[RefLine] = []
    line: list[tuple[Ref, float, float]] = []
    x = first
    for ref in refs:
        width = text_width(ref.name, style, size)
        if line and x + width > room:
            lines.append(tuple(line))
            line, x = [], 0.0
        line.append((ref, x, width))
        x += width + _GAP * size
    return (*lines, tuple(line)) if line else tuple(lines)


def write_refs(
    sheet: FlowDocument, line: RefLine, left: float, base: float, *, style: Style, size: float
) -> None:
    """Write one line of references from this side, standing on this line."""
    document = sheet.document
    for ref, start, width in line:
        x = left - start - width if sheet.mirrored else left + start
        box = Box(x, base - size * 0.95, width, size * 1.25)
        with document.link(ref.anchor, box, ref.says):
            document.text_line(x, base, ref.name, style=style, size=size, ink=sheet.look.accent)


def refs_paragraph(
    sheet: FlowDocument, label: str, refs: Sequence[Ref], *, points: float = 10.0
) -> None:
    """Write a label and references after it, over as many lines as they need."""
    if not refs:
        return
    size = points * 25.4 / 72
    words = wrap(label, sheet.width, DOCUMENT, size) if label else ()
    height = line_metrics(label, DOCUMENT, size)
    first = words[-1].width + _GAP * size if words else 0.0
    lines = in_lines(refs, sheet.width, DOCUMENT, size, first=first)
    # After a long label, references go on in its line only where all of them fit.
    goes_on = first < sheet.width / 2 or _fits(lines, sheet.width)
    if not goes_on:
        lines = in_lines(refs, sheet.width, DOCUMENT, size)
    start = sheet.left + (sheet.width if sheet.mirrored else 0)
    with sheet.document.tag("P") as node:
        sheet.ensure_space(height.line * min(len(words) + len(lines) - goes_on, _TOGETHER))
        sheet.write(words, node, size=size, ink=sheet.look.quiet)
        sheet.y -= height.line if words and goes_on else 0
        for line in lines:
            sheet.ensure_space(height.line)
            with sheet.document.inside(node):
                write_refs(sheet, line, start, sheet.y + height.ascent, style=DOCUMENT, size=size)
            sheet.y += height.line
    sheet.space(size * 0.6)


def _fits(lines: Sequence[RefLine], room: float) -> bool:
    return len(lines) == 1 and sum(lines[0][-1][1:]) <= room
