"""Dispatch of the commands of the wall to their use cases."""

from path_planner.domain.session import Session
from path_planner.services.commands import UseCases, run_command
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.wall import commands
from path_planner.services.session.wall.bring_in import bring_in
from path_planner.services.session.wall.cards import place_card, tidy
from path_planner.services.session.wall.drawings import add_drawing
from path_planner.services.session.wall.marks import delete_mark, put_mark, sign, take_back
from path_planner.services.session.wall.records import (
    delete_record,
    edit_record,
    move_record,
    restore_record,
    write_words,
)

_USE_CASES: UseCases[Session] = {
    commands.PutMark: put_mark,
    commands.DeleteMark: delete_mark,
    commands.PlaceCard: place_card,
    commands.AddVoice: write_words,
    commands.EditRecord: edit_record,
    commands.MoveRecord: move_record,
    commands.DeleteRecord: delete_record,
    commands.RestoreRecord: restore_record,
    commands.SignCommitment: sign,
    commands.AddDrawing: add_drawing,
    commands.BringIn: bring_in,
    commands.TakeBack: take_back,
    commands.Relayout: tidy,
}


def apply_command(context: SessionContext, command: commands.WallCommand) -> SessionResult:
    """Run one command of a wall; it is idempotent by its id."""
    return run_command(context, command, _USE_CASES)
