"""Which stage a window is at, and turning the room to another."""

from path_planner.domain.session import Session
from path_planner.i18n import _, ngettext
from path_planner.processes.model import Stage
from path_planner.processes.prompts import process_of, stage_title
from path_planner.services.session.progress import go_to_stage
from path_planner.ui import navigation, state
from path_planner.ui.context import on_click_run

READING = "read"
"""The part of the address that says: the stage is being read back."""

_LAST = "stage of this window"


def current_stage(session: Session) -> Stage:
    """Return the stage of the address, else where this window or the room was, else the first."""
    process = process_of(session)
    asked = (state.stage_id(), state.recall(_LAST, ""), session.clock.stage or "")
    return next(filter(None, map(process.stage, asked)), process.stages[0])


def turn_to(stage_id: str) -> None:
    """Turn this window and the room to a stage; the presenting view follows."""
    on_click_run(go_to_stage, stage_id)
    navigation.show(stage=stage_id, **{READING: ""})


def read_back(wished: bool) -> None:
    """Begin or end reading a stage back."""
    navigation.show(**{READING: "1" if wished else ""})


def reading_back() -> bool:
    """Say whether the stage is being read back."""
    return state.query_param(READING) == "1"


def is_skipped(session: Session, stage_id: str) -> bool:
    """Say whether the group leaves a stage out."""
    found = session.stages.get(stage_id)
    return bool(found and found.skipped)


def how_far(session: Session, stage: Stage) -> str:
    """Say in a few words how a stage stands."""
    found = session.stages.get(stage.id)
    if found and found.skipped:
        return _("skipped")
    if found and found.approved:
        return _("checked")
    voices = sum(voice.stage == stage.id for voice in session.voices.values())
    count = voices + sum(
        commitment.stage == stage.id for commitment in session.commitments.values()
    )
    return ngettext("{count} card", "{count} cards", count) if count else _("not started")


def numbered(session: Session, stage: Stage) -> str:
    """Return where a stage stands among all, and its title."""
    stages = process_of(session).stages
    return _(
        "Stage {number} of {count}: {title}",
        number=stages.index(stage) + 1,
        count=len(stages),
        title=stage_title(session, stage),
    )


def stay_at(stage: Stage) -> Stage:
    """Put the stage into the address, so that a refresh or a link comes back to it."""
    state.remember(_LAST, stage.id)
    if state.stage_id() != stage.id:
        state.set_query(stage=stage.id)
    return stage
