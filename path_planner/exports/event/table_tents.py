"""Table tents: folded in the middle, the number of a table can be read across a room.

Both faces say the same; the second is for the other side of the table and is read out once.
"""

from collections.abc import Iterator

from path_planner.analysis.event_places import offers_in_words, question_at, table_numbers
from path_planner.domain.base import sorted_records
from path_planner.domain.event.cafe import CafeTable
from path_planner.domain.event.event import Event
from path_planner.exports.base import Choice, EventExport, EventOptions, none_quoted
from path_planner.exports.event.printing import (
    PDF,
    joined,
    print_sheets,
    sheet_of,
    with_tables,
)
from path_planner.i18n import N_, _
from path_planner.scene.geometry import Box
from path_planner.scene.model import QUIET, Kind, Scene
from path_planner.scene.sheet import POINT, Sheet, Type
from path_planner.typography.fonts import DOCUMENT_BOLD

_A4 = (210.0, 297.0)
_MARGIN = 13.0
NUMBER_POINTS, LEAST_POINTS = 200.0, 28.0
"""The size of the number, and the smallest that can be read at two metres."""
_NUMBER_HEIGHT = NUMBER_POINTS * POINT * 0.86
_DIGIT = NUMBER_POINTS * POINT * 0.61
_DASH = (3.0, 2.5)


def render(event: Event, options: EventOptions) -> bytes:
    """Return a tent for each table as a tagged PDF on A4, to fold along the dashed line."""
    return print_sheets(event, _("Table tents"), _sheets(event), options)


def _sheets(event: Event) -> Iterator[Scene]:
    numbers = table_numbers(event)
    # A day without tables has one tent to write on.
    for table in sorted_records(event.tables) or [CafeTable(id="blank")]:
        yield _tent(event, table, numbers.get(table.id))


def _tent(event: Event, table: CafeTable, number: int | None) -> Scene:
    sheet = sheet_of(event, _("Table tent"), _A4)
    middle = _A4[1] / 2
    face = Box(_MARGIN, middle + 9, _A4[0] - 2 * _MARGIN, middle - 9 - _MARGIN)
    with sheet.upside_down_again((_A4[0] / 2, middle)):
        _face(sheet, event, table, number, face)
    sheet.line([(0, middle), (_A4[0], middle)], ink="#8A8A8A", width=0.3, dash=_DASH)
    fold = Box(_A4[0] - 60 - _MARGIN, middle - 6, 60, 5)
    sheet.words(_("Fold here"), fold, Type(9, 7, ink=QUIET))
    return sheet.scene()


def _face(sheet: Sheet, event: Event, table: CafeTable, number: int | None, face: Box) -> None:
    digits = str(number) if number else ""
    width = min(max(_DIGIT * len(digits), _DIGIT), face.width * 0.68)
    place = sheet.flipped(Box(face.x, face.y, width, _NUMBER_HEIGHT), face)
    with sheet.inside(Kind.TITLE):
        if digits:
            # The line of a font is higher than its digits: the space above them is left out.
            lifted = Box(place.x, place.y - NUMBER_POINTS * POINT * 0.27, width, place.height * 1.7)
            sheet.words(digits, lifted, Type(NUMBER_POINTS, 60, DOCUMENT_BOLD), None)
        else:
            sheet.frame(place, line=QUIET, width=0.6, dash=_DASH)
        beside = Box(face.x + width + 7, face.y, face.width - width - 7, _NUMBER_HEIGHT)
        name = Type(48, LEAST_POINTS, DOCUMENT_BOLD, down=0.5)
        sheet.words(table.name or _("Table"), sheet.flipped(beside, face), name, None)
    offers = joined([*offers_in_words(table.offers), *table.languages])
    low = 14.0 if offers else 0.0
    top = face.y + _NUMBER_HEIGHT + 4
    question = Box(face.x, top, face.width, face.bottom - low - top)
    sheet.words(question_at(event, table), question, Type(40, LEAST_POINTS, down=0.3))
    foot = Box(face.x, face.bottom - low, face.width, low)
    sheet.words(offers, foot, Type(LEAST_POINTS, LEAST_POINTS, DOCUMENT_BOLD, down=1.0))


EXPORTS = (
    EventExport(
        name=N_("Table tents to fold (PDF)"),
        key="table-tents",
        suffix=".pdf",
        mime=PDF,
        render=render,
        quoted_ids=none_quoted,
        takes=frozenset({Choice.LOW_INK}),
        offered=with_tables,
    ),
)
