"""The cover: the title, the drawing of the vision, whose it is and who made it."""

from path_planner.domain.base import sorted_records
from path_planner.exports.scene_to_pdf import PdfSceneRenderer
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import _, format_date
from path_planner.pdf.canvas import Box
from path_planner.pdf.flow import A4
from path_planner.pdf.path_operators import Paint, rectangle
from path_planner.pdf.report import Report
from path_planner.scene.model import Scene
from path_planner.typography.fonts import DOCUMENT, DOCUMENT_BOLD, Style
from path_planner.typography.line_breaking import fit

_POINT = 25.4 / 72
_MARGIN = 18.0
_BAND = 92.0
_WHITE = "#ffffff"


def draw_cover(report: Report, context: PlanContext, scene: Scene) -> None:
    """Draw the cover."""
    about = context.vision.about
    with report.document.artifact():
        band = rectangle(0, 0, A4[0], _BAND)
        report.document.shape(band, paint=Paint(fill=report.page_style.accent))
    box = Box(_MARGIN, 17, A4[0] - 2 * _MARGIN, _BAND - 30)
    if about.community:
        _set(report, about.community, Box(_MARGIN, 12, box.width, 11), "P", 15, ink=_WHITE)
        box = Box(_MARGIN, 25, box.width, _BAND - 42)
    report.document.anchor("cover", 0)
    report.document.bookmark(context.title, 0, 0)
    _set(report, context.title, box, "H1", 38, ink=_WHITE, style=DOCUMENT_BOLD)
    told = Box(_MARGIN, _BAND - 14, box.width, 9)
    _set(report, _("Our vision and our plan"), told, "P", 16, ink=_WHITE)
    end = _picture(report, context, scene)
    room = A4[1] - end - _MARGIN - 14
    if about.made_by:
        _set(report, about.made_by, Box(_MARGIN, end + 8, box.width, max(room - 8, 12)), "P", 13)
    day = format_date(context.options.on)
    _set(report, day, Box(_MARGIN, A4[1] - _MARGIN - 8, box.width, 8), "P", 12)
    report.y = report.bottom


def _picture(report: Report, context: PlanContext, scene: Scene) -> float:
    """Draw the community's PATH as one figure with alternative text."""
    document = report.document
    width = A4[0] - 2 * _MARGIN
    scale = width / scene.width
    height = scene.height * scale
    top = _BAND + 12
    with document.drawing(width, height) as drawing:
        PdfSceneRenderer(document, scene, scale, bookmarked=False).whole()
    frame = Box(_MARGIN, top, width, height)
    with document.artifact():
        edge = rectangle(frame.x - 0.5, frame.y - 0.5, width + 1, height + 1)
        document.shape(edge, paint=Paint(stroke=report.page_style.rule, width=0.3))
    with document.tag("Figure", alt=_alt(context), box=frame):
        document.place(drawing, frame.x, frame.y)
    return top + height


def _alt(context: PlanContext) -> str:
    themes = ", ".join(theme.name for theme in sorted_records(context.vision.themes))
    whose = context.vision.about.community or _("our community")
    if not themes:
        return _("The PATH of {community} as a picture.", community=whose)
    return _(
        "The PATH of {community} as a picture, made from these themes: {themes}. "
        "It is shown large, with words you can read, in the chapter on our vision.",
        community=whose,
        themes=themes,
    )


def _set(
    report: Report,
    text: str,
    box: Box,
    role: str,
    points: float,
    *,
    ink: str = "",
    style: Style = DOCUMENT,
) -> None:
    """Set words in a box at the largest font size at which they fit."""
    fitted = fit(text, box.width, box.height, style, largest=points * _POINT, smallest=1.0)
    with report.document.tag(role):
        for base, line in fitted.baselines(box.y):
            from_right = line.from_right or report.mirrored
            x = box.x + (box.width - line.width if from_right else 0)
            report.document.text_line(
                x, base, line, style=style, size=fitted.size, ink=ink or report.page_style.ink
            )
