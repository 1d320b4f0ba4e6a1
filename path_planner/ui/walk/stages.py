"""The current stage of a window, and the navigation to another one."""

from enum import StrEnum

from path_planner.domain.session import Session
from path_planner.i18n import _, ngettext
from path_planner.processes.model import Stage
from path_planner.processes.prompts import process_of, stage_title
from path_planner.services.context import SessionContext
from path_planner.services.session.progress import go_to_stage, suggested_minutes
from path_planner.ui import navigation, state
from path_planner.ui.components.timer import TimerStart
from path_planner.ui.context import on_click_run


class View(StrEnum):
    """What the page shows; each is a query parameter, but for the stage itself."""

    STAGE = ""
    READ_BACK = "read"
    CLOSE = "close"
    INVITATION = "invite"
    PAUSE = "pause"


GUEST = "guest"
"""The query parameter of the person who is invited to this stage: the page is theirs."""

_LAST = "stage of this window"


def current_stage(session: Session) -> Stage:
    """Return the stage of the address, of this window, of the shared screen, or the first one."""
    process = process_of(session)
    candidates = (state.stage_id(), state.recall(_LAST, ""), session.clock.stage or "")
    return next(filter(None, map(process.stage, candidates)), process.stages[0])


def show_stage(stage_id: str) -> None:
    """Show a stage in this window and on the shared screen."""
    on_click_run(go_to_stage, stage_id)
    show_view(View.STAGE, stage=stage_id)


def show_view(view: View, **parts: str) -> None:
    """Show another part of the page."""
    others = {each.value: "1" if each is view else "" for each in View if each}
    navigation.show(**others, **parts)


def view_shown() -> View:
    """Return what the address says to show."""
    return next((view for view in View if view and state.query_param(view) == "1"), View.STAGE)


def is_skipped(session: Session, stage_id: str) -> bool:
    """Say whether the group skips a stage."""
    progress = session.stages.get(stage_id)
    return bool(progress and progress.skipped)


def progress_words(session: Session, stage: Stage) -> str:
    """Return the progress of a stage in a few words."""
    progress = session.stages.get(stage.id)
    if progress and progress.skipped:
        return _("skipped")
    if progress and progress.approved:
        return _("checked")
    voices = sum(voice.stage == stage.id for voice in session.voices.values())
    count = voices + sum(
        commitment.stage == stage.id for commitment in session.commitments.values()
    )
    return ngettext("{count} card", "{count} cards", count) if count else _("not started")


def stage_heading(session: Session, stage: Stage) -> str:
    """Return the number of a stage and its title."""
    stages = process_of(session).stages
    return _(
        "Stage {number} of {count}: {title}",
        number=stages.index(stage) + 1,
        count=len(stages),
        title=stage_title(session, stage),
    )


def stage_start(context: SessionContext, stage: Stage) -> TimerStart:
    """Return the start of the timer for a stage, with the minutes suggested for it."""
    minutes = suggested_minutes(context, stage)
    label = ngettext("Start {count}-minute timer", "Start {count}-minute timer", round(minutes))
    return TimerStart(f"start {stage.id}", label, minutes)


def keep_in_address(stage: Stage) -> Stage:
    """Put the stage into the address, so that a reload or a link shows it again."""
    state.remember(_LAST, stage.id)
    if state.stage_id() != stage.id:
        state.set_query(stage=stage.id)
    return stage
