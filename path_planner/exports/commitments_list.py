"""The commitments on paper: who does what, by when, with which coach, and how it stands."""

from path_planner.domain.commitment import STATUS_WORDS, Commitment, Status
from path_planner.domain.editing import in_order
from path_planner.domain.session import Session
from path_planner.pdf.draft import Facts
from path_planner.pdf.sheet import Look, Sheet
from path_planner.pdf.sheet_table import Column, draw_table
from path_planner.processes.asking import process_of, stage_title, whose
from path_planner.processes.process import Stage
from path_planner.words import say, say_date


def commitments_list(session: Session) -> bytes:
    """Return the list as a tagged PDF on A4, a table for each stage that gathers commitments."""
    title = say("What we said we would do: the PATH of {name}", name=whose(session))
    language = "en-GB" if session.about.language == "en" else session.about.language
    facts = Facts(title, language.partition("@")[0], session.updated)
    sheet = Sheet(facts, look=Look(points=12, margin=15))
    sheet.heading(title)
    if session.about.held_on:
        sheet.paragraph(say("Agreed on {day}.", day=say_date(session.about.held_on)))
    gathered = [(stage, in_order(session.commitments, stage.id)) for stage in _stages(session)]
    for stage, commitments in gathered:
        if commitments:
            _table(sheet, session, stage, commitments)
    if not any(commitments for _, commitments in gathered):
        sheet.paragraph(say("Nothing has been promised yet."))
    _look_back(sheet, session)
    return sheet.finish()


def _stages(session: Session) -> tuple[Stage, ...]:
    return process_of(session).stages


def _table(sheet: Sheet, session: Session, stage: Stage, commitments: list[Commitment]) -> None:
    sheet.heading(stage_title(session, stage), 2)
    columns = (
        Column(say("Who"), 1.3),
        Column(say("What"), 3.0),
        Column(say("By when"), 1.3),
        Column(say("Coach"), 1.2),
        Column(say("How it stands"), 1.5),
    )
    draw_table(sheet, columns, [_row(session, one) for one in commitments])
    sheet.space(sheet.look.size)


def _row(session: Session, one: Commitment) -> tuple[str, ...]:
    return (
        _name(session, one.who) or say("Nobody yet"),
        one.what or "–",
        say_date(one.by_when) if one.by_when else "–",
        _name(session, one.coach) or "–",
        _standing(one),
    )


def _standing(one: Commitment) -> str:
    if one.status is not Status.OPEN:
        return say(STATUS_WORDS[one.status])
    return say("Said yes") if one.said_yes else say("Has not said yes yet")


def _name(session: Session, person_id: str | None) -> str:
    person = session.people.get(person_id or "")
    return person.name if person else ""


def _look_back(sheet: Sheet, session: Session) -> None:
    if session.consent.review_on:
        day = say_date(session.consent.review_on)
        sheet.paragraph(say("We look back together on {day}.", day=day))
    sheet.heading(say("What got in the way? What helped?"), 2)
    sheet.lines_to_write_on(4)
