"""The wall: each change that a window tells is kept once, or refused with a sentence."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from path_planner.errors import NotAChange
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.wall.cards import place_card, tidy
from path_planner.services.session.wall.commands import (
    READER,
    AddVoice,
    DeleteMark,
    DeleteRecord,
    EditRecord,
    Known,
    MoveRecord,
    PlaceCard,
    PutMark,
    Relayout,
    RestoreRecord,
    SignCommitment,
)
from path_planner.services.session.wall.marks import delete_mark, put_mark
from path_planner.services.session.wall.records import (
    delete_record,
    edit_record,
    move_record,
    restore_record,
    write_words,
)
from path_planner.services.session.wall.signatures import sign

_USE_CASES: Mapping[type[Known], Callable[[SessionContext, Any], SessionResult]] = {
    PutMark: put_mark,
    DeleteMark: delete_mark,
    PlaceCard: place_card,
    AddVoice: write_words,
    EditRecord: edit_record,
    MoveRecord: move_record,
    DeleteRecord: delete_record,
    RestoreRecord: restore_record,
    SignCommitment: sign,
    Relayout: tidy,
}


def apply_message(context: SessionContext, change: Mapping[str, Any]) -> SessionResult:
    """Keep one change of a wall by its own id; told twice it is kept once."""
    try:
        told = READER.validate_python(change)
        return _USE_CASES[type(told)](replace(context, op_id=told.id), told)
    except (ValidationError, RecursionError, OverflowError):
        raise NotAChange from None
