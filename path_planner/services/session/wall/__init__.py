"""Dispatch of the commands of the wall to their use cases."""

from path_planner.domain.session import Session
from path_planner.services.commands import UseCases, run_command
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.wall.cards import place_card, tidy
from path_planner.services.session.wall.commands import (
    AddVoice,
    DeleteMark,
    DeleteRecord,
    EditRecord,
    MoveRecord,
    PlaceCard,
    PutMark,
    Relayout,
    RestoreRecord,
    SignCommitment,
    WallCommand,
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

_USE_CASES: UseCases[Session] = {
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


def apply_command(context: SessionContext, command: WallCommand) -> SessionResult:
    """Run one command of a wall; it is idempotent by its id."""
    return run_command(context, command, _USE_CASES)
