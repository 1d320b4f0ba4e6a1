"""Write cross-references: short names that link to another place of the document."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from path_planner.pdf.canvas import Box
from path_planner.pdf.flow import FlowDocument
from path_planner.pdf.structure import Anchor
from path_planner.typography.fonts import DOCUMENT, Style
from path_planner.typography.glyphs import line_metrics, text_width
from path_planner.typography.line_breaking import wrap

_GAP = 0.55
"""The gap between two references, in ems."""
_TOGETHER = 3
"""So many first lines of a label and its references are kept on one page."""


class Ref(NamedTuple):
    """A reference: its name such as T2, its target, and its text for screen readers."""

    name: str
    anchor: Anchor
    says: str


RefLine = tuple[tuple[Ref, float, float], ...]
"""The references of one line, each with its x offset and its width."""


def in_lines(
    refs: Iterable[Ref], room: float, style: Style, size: float, *, first: float = 0.0
) -> tuple[RefLine, ...]:
    """Break references into lines no wider than `room`; the first line begins at `first`."""
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
    flow: FlowDocument, line: RefLine, left: float, base: float, *, style: Style, size: float
) -> None:
    """Write one line of references from x `left` on, on the baseline `base`."""
    document = flow.document
    for ref, start, width in line:
        x = left - start - width if flow.mirrored else left + start
        box = Box(x, base - size * 0.95, width, size * 1.25)
        with document.link(ref.anchor, box, ref.says):
            document.text_line(
                x, base, ref.name, style=style, size=size, ink=flow.page_style.accent
            )


def refs_paragraph(
    flow: FlowDocument, label: str, refs: Sequence[Ref], *, points: float = 10.0
) -> None:
    """Write a label and references after it, over as many lines as they need."""
    if not refs:
        return
    size = points * 25.4 / 72
    words = wrap(label, flow.width, DOCUMENT, size) if label else ()
    height = line_metrics(label, DOCUMENT, size)
    first = words[-1].width + _GAP * size if words else 0.0
    lines = in_lines(refs, flow.width, DOCUMENT, size, first=first)
    # After a long label, the references continue its line only if all of them fit.
    same_line = first < flow.width / 2 or _fits(lines, flow.width)
    if not same_line:
        lines = in_lines(refs, flow.width, DOCUMENT, size)
    start = flow.left + (flow.width if flow.mirrored else 0)
    with flow.document.tag("P") as node:
        flow.ensure_space(height.line * min(len(words) + len(lines) - same_line, _TOGETHER))
        flow.write(words, node, size=size, ink=flow.page_style.quiet)
        flow.y -= height.line if words and same_line else 0
        for line in lines:
            flow.ensure_space(height.line)
            with flow.document.inside(node):
                write_refs(flow, line, start, flow.y + height.ascent, style=DOCUMENT, size=size)
            flow.y += height.line
    flow.space(size * 0.6)


def _fits(lines: Sequence[RefLine], room: float) -> bool:
    return len(lines) == 1 and sum(lines[0][-1][1:]) <= room
