"""The wall as an Excalidraw file: the background, cards, marks and pictures."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import orjson

from path_planner.domain.marks import Photo
from path_planner.domain.session import Session
from path_planner.exports.base import Choice, Options, SessionExport, none_quoted
from path_planner.formats.excalidraw.images import files_of, files_of_piece
from path_planner.formats.excalidraw.marks import elements_of
from path_planner.formats.excalidraw.wall_elements import elements_of_piece
from path_planner.i18n import N_
from path_planner.processes.model import Process
from path_planner.processes.prompts import process_of
from path_planner.scene.model import Audience
from path_planner.scene.wall import WallElement, background_pieces, card_pieces
from path_planner.scene.wall.marks import Loose, loose_marks

Element = dict[str, Any]
VERSION = 2
SOURCE = "path-planner"
"""The `source` of the file: the name of the program."""


def render(session: Session, options: Options) -> bytes:
    """Return the wall; private voices are left out unless it is for the pathfinder."""
    return write_wall(session, process_of(session), options.audience)


def write_wall(session: Session, process: Process, audience: Audience = Audience.CIRCLE) -> bytes:
    """Return the wall as an Excalidraw file; the same session always gives the same bytes."""
    cards = card_pieces(session, process, audience, signs=False)
    marks = loose_marks(session)
    files = [*files_of(session, marks), *(file for card in cards for file in files_of_piece(card))]
    document = {
        "type": "excalidraw",
        "version": VERSION,
        "source": SOURCE,
        "elements": list(_elements(session, background_pieces(session, process), cards, marks)),
        "appState": {"viewBackgroundColor": "#ffffff", "gridModeEnabled": False},
        "files": {str(file["id"]): {**file, "lastRetrieved": 1} for file in files},
    }
    return orjson.dumps(document)


def _elements(
    session: Session,
    background: Sequence[WallElement],
    cards: Sequence[WallElement],
    marks: Sequence[Loose],
) -> Iterator[Element]:
    """Yield all elements in z-order."""
    under = [mark for mark in marks if isinstance(mark, Photo) and mark.under]
    beneath = {mark.id for mark in under}
    over = [(mark.order, 1, elements_of(mark, session)) for mark in marks if mark.id not in beneath]
    over += [(card.card.order, 0, elements_of_piece(card)) for card in cards if card.card]
    rows = [
        *(elements_of(mark, session) for mark in under),
        *(elements_of_piece(piece, index) for index, piece in enumerate(background)),
        *(elements for _, _, elements in sorted(over, key=lambda mark: mark[:2])),
    ]
    for element in chain.from_iterable(rows):
        # In a file the order of the elements is the z-order.
        yield {key: value for key, value in element.items() if key != "index"}


EXPORTS = (
    SessionExport(
        name=N_("The wall, as an Excalidraw file"),
        key=".excalidraw",
        suffix=".excalidraw",
        mime="application/vnd.excalidraw+json",
        takes=frozenset({Choice.AUDIENCE}),
        render=render,
        quoted_ids=none_quoted,
    ),
)
