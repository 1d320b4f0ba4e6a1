"""What the prints of an event share: their facts, their page style, and sheets as one PDF."""

from collections.abc import Iterable, Sequence

from path_planner.domain.event.event import Event
from path_planner.exports.base import EventOptions
from path_planner.exports.scene_to_pdf import PdfSceneRenderer
from path_planner.i18n import _, document_language, format_date
from path_planner.methods.model import Feature
from path_planner.methods.registry import has, method_of
from path_planner.pdf.document import Document
from path_planner.pdf.flow import FlowDocument, PageStyle
from path_planner.pdf.metadata import Metadata
from path_planner.scene.fragment import with_low_ink
from path_planner.scene.model import Scene
from path_planner.scene.sheet import Sheet

PDF = "application/pdf"
POINTS = 12.0
MARGIN = 18.0
_BLACK = "#1b1b1b"


def event_title(event: Event) -> str:
    """Return the title of an event, or words for one that has none yet."""
    return event.about.title or _("A day together")


def where_and_when(event: Event) -> str:
    """Return title, date and place of an event on one line."""
    day = format_date(event.about.held_on) if event.about.held_on else ""
    return " · ".join(filter(None, (event_title(event), day, event.about.place)))


def credits_of(event: Event) -> list[str]:
    """Return the credits of the method of an event."""
    return [_(credit) for credit in method_of(event).credits]


def language_of(event: Event) -> str:
    """Return the language of an event as a tag for its documents."""
    return document_language(event.about.language)


def metadata_of(event: Event, title: str) -> Metadata:
    """Return the metadata of a print of an event."""
    return Metadata(f"{title} · {event_title(event)}", language_of(event), event.updated)


def page_style(
    options: EventOptions, *, points: float = POINTS, margin: float = MARGIN
) -> PageStyle:
    """Return the style of flowing pages; with low ink there are neither colours nor fills."""
    if options.low_ink:
        return PageStyle(points=points, margin=margin, accent=_BLACK, quiet=_BLACK, fill="")
    return PageStyle(points=points, margin=margin)


def flow_of(
    event: Event,
    title: str,
    options: EventOptions,
    *,
    points: float = POINTS,
    margin: float = MARGIN,
) -> FlowDocument:
    """Return an empty flowing document on A4."""
    style = page_style(options, points=points, margin=margin)
    return FlowDocument(metadata_of(event, title), page_style=style)


def sheet_of(event: Event, title: str, size: tuple[float, float]) -> Sheet:
    """Return an empty sheet of this size in millimetres."""
    return Sheet(*size, title=title, language=language_of(event))


def upright(options: EventOptions) -> tuple[float, float]:
    """Return width and height of the chosen paper in portrait."""
    width, height = options.paper.size
    return height, width


def print_sheets(event: Event, title: str, sheets: Iterable[Scene], options: EventOptions) -> bytes:
    """Return sheets as one tagged PDF, a page for each."""
    document = Document(metadata_of(event, title))
    for scene in sheets:
        shown = with_low_ink(scene) if options.low_ink else scene
        document.page(shown.width, shown.height)
        PdfSceneRenderer(document, shown, 1.0).whole()
    return document.finish()


def joined(parts: Sequence[str]) -> str:
    """Return the parts that are not empty, with a dot between them."""
    return " · ".join(part for part in parts if part)


def with_topics(event: Event) -> bool:
    """Whether a print about topics makes sense for an event."""
    return has(event, Feature.AGENDA) or bool(event.topics)


def with_tables(event: Event) -> bool:
    """Whether a print about tables makes sense for an event."""
    return has(event, Feature.TABLES) or bool(event.tables)
