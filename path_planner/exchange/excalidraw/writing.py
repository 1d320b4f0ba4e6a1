"""The wall as a file of Excalidraw: the bare PATH, the cards, the marks and their pictures."""

from collections.abc import Iterator
from typing import Any

import orjson

from path_planner.domain.session import Session
from path_planner.domain.wall import Photo
from path_planner.exchange.excalidraw.files import files_of, files_of_piece
from path_planner.exchange.excalidraw.marks import elements_of
from path_planner.exchange.excalidraw.pieces import elements_of_piece
from path_planner.processes.process import Process
from path_planner.scene.model import Audience
from path_planner.scene.wall import card_pieces, ground_pieces
from path_planner.scene.wall_marks import loose_marks

Element = dict[str, Any]
VERSION = 2
SOURCE = "path-planner"
"""Who wrote the file; a name, not an address."""


def write_wall(session: Session, process: Process, audience: Audience = Audience.CIRCLE) -> bytes:
    """Write the wall as Excalidraw opens it; the same session always gives the same bytes."""
    cards = card_pieces(session, process, audience)
    marks = loose_marks(session)
    under = [mark for mark in marks if isinstance(mark, Photo) and mark.under]
    elements: list[Element] = [element for mark in under for element in elements_of(mark, session)]
    for place, piece in enumerate(ground_pieces(session, process)):
        elements += elements_of_piece(piece, place)
    for piece in cards:
        elements += elements_of_piece(piece)
    for mark in marks:
        if not (isinstance(mark, Photo) and mark.under):
            elements += elements_of(mark, session)
    files = [*files_of(session, marks), *(file for card in cards for file in files_of_piece(card))]
    document = {
        "type": "excalidraw",
        "version": VERSION,
        "source": SOURCE,
        "elements": list(_in_the_file(elements)),
        "appState": {"viewBackgroundColor": "#ffffff", "gridModeEnabled": False},
        "files": {str(file["id"]): {**file, "lastRetrieved": 1} for file in files},
    }
    return orjson.dumps(document, option=orjson.OPT_INDENT_2)


def _in_the_file(elements: list[Element]) -> Iterator[Element]:
    """Yield elements as a file has them: their order is the order they stand in."""
    for element in elements:
        yield {key: value for key, value in element.items() if key != "index"}
