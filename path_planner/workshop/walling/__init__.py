"""The wall: each change that a window tells is kept once, or refused with a sentence."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from path_planner.errors import NotAChange
from path_planner.workshop.room import Kept, Room
from path_planner.workshop.walling.amending import amend_record
from path_planner.workshop.walling.cards import place_card, tidy
from path_planner.workshop.walling.changes import (
    READER,
    Amend,
    Drop,
    Gone,
    Known,
    Move,
    Place,
    Put,
    Restore,
    Sign,
    Tidy,
    Write,
)
from path_planner.workshop.walling.dropping import drop_record
from path_planner.workshop.walling.history import bring_back
from path_planner.workshop.walling.marks import put_mark, take_mark_off
from path_planner.workshop.walling.signing import sign
from path_planner.workshop.walling.words import move_record, write_words

_USE_CASES: Mapping[type[Known], Callable[[Room, Any], Kept]] = {
    Put: put_mark,
    Gone: take_mark_off,
    Place: place_card,
    Write: write_words,
    Amend: amend_record,
    Move: move_record,
    Drop: drop_record,
    Restore: bring_back,
    Sign: sign,
    Tidy: tidy,
}


def take(room: Room, change: Mapping[str, Any]) -> Kept:
    """Keep one change of a wall by its own id; told twice it is kept once."""
    try:
        told = READER.validate_python(change)
        return _USE_CASES[type(told)](replace(room, op_id=told.id), told)
    except (ValidationError, RecursionError, OverflowError):
        raise NotAChange from None
