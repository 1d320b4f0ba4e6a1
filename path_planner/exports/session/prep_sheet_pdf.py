"""The prep sheet as PDF: what will happen, who comes, what helps, what to bring, consent.

It is given out before the workshop: plain words, little ink, and space to write.
"""

from collections.abc import Iterator

from path_planner.domain.base import sorted_records
from path_planner.domain.people import ROLE_WORDS, Person, Role
from path_planner.domain.session import Session
from path_planner.i18n import N_, _, document_language, format_date, ngettext
from path_planner.pdf.flow import Checkbox, FlowDocument, PageStyle
from path_planner.pdf.metadata import Metadata
from path_planner.processes.prompts import (
    fill_placeholders,
    pathfinder_name,
    process_of,
    stage_title,
)

BRING = (
    N_("Photos, music or things that matter to you."),
    N_("The names of people you would like to be there."),
    N_("Your favourite colours, for the drawing."),
    N_("Anything that helps you say things your own way."),
)
CAN_HELP = (
    N_("Large print"),
    N_("Pictures or objects"),
    N_("More time and breaks"),
    N_("A quiet corner"),
    N_("An interpreter, for sign language or another language"),
    N_("Someone beside me"),
)
CONSENT = (
    N_("Yes, the plan can be kept on the computer."),
    N_("Yes, the people invited to this PATH can see it."),
    N_("Yes, photos can be taken and kept with the plan."),
)


def getting_ready(session: Session, *, with_needs: bool = False) -> bytes:
    """Return the sheet as a tagged PDF; `with_needs` adds what helps each person."""
    title = _("Getting ready for the PATH of {name}", name=pathfinder_name(session))
    facts = Metadata(title, document_language(session.about.language), session.updated)
    flow = FlowDocument(facts, page_style=PageStyle(points=14))
    flow.heading(title)
    _when_and_where(flow, session)
    _what_will_happen(flow, session)
    _who_comes(flow, session)
    _what_helps(flow, session, with_needs=with_needs)
    flow.heading(_("What to bring, if you like"), 2)
    flow.bullets([_(thing_to_bring) for thing_to_bring in BRING])
    _what_we_agree(flow, session)
    _consent(flow, session)
    return flow.finish()


def _when_and_where(flow: FlowDocument, session: Session) -> None:
    about = session.about
    facts = [
        _("When: {day}", day=format_date(about.held_on)) if about.held_on else "",
        _("Where: {place}", place=about.place) if about.place else "",
        ngettext("How long: {count} minute", "How long: {count} minutes", about.minutes),
    ]
    flow.bullets([fact for fact in facts if fact])


def _what_will_happen(flow: FlowDocument, session: Session) -> None:
    flow.heading(_("What will happen"), 2)
    flow.paragraph(
        _(
            "We sit together and talk. One person asks questions, and one person "
            "draws. What people say goes on a big picture. {name} takes it home.",
            name=pathfinder_name(session),
        )
    )
    asked = (
        f"{stage_title(session, stage)}: {fill_placeholders(stage.question, session)}"
        for stage in process_of(session).stages
        if not (stage.id in session.stages and session.stages[stage.id].skipped)
    )
    flow.bullets(asked)
    flow.paragraph(_("You can say pass. You can take a break. Nobody has to speak."))


def _who_comes(flow: FlowDocument, session: Session) -> None:
    people = sorted_records(session.people)
    flow.heading(_("Who is coming"), 2)
    flow.bullets([_named(person) for person in people])
    if not people:
        flow.lines_to_write_on(3)


def _named(person: Person) -> str:
    if person.role is Role.OTHER:
        return person.name
    return _("{name} ({role})", name=person.name, role=_(ROLE_WORDS[person.role]))


def _what_helps(flow: FlowDocument, session: Session, *, with_needs: bool) -> None:
    flow.heading(_("What helps me"), 2)
    flow.checkboxes([Checkbox(_(offer), says=_("Empty box")) for offer in CAN_HELP])
    _room_to_write(flow, _("Something else:"), 1)
    needs = list(_needs(session)) if with_needs else []
    if needs:
        flow.heading(_("What helps each of us"), 2)
        flow.bullets(needs)


def _needs(session: Session) -> Iterator[str]:
    for person in sorted_records(session.people):
        if person.helps:
            yield _("{name}: {helps}", name=person.name, helps=person.helps)


def _what_we_agree(flow: FlowDocument, session: Session) -> None:
    flow.heading(_("Our group agreement"), 2)
    flow.bullets([line.text for line in sorted_records(session.agreement)])
    _room_to_write(flow, _("I would like to add:"), 2)


def _consent(flow: FlowDocument, session: Session) -> None:
    flow.heading(_("What I agree to"), 2)
    flow.paragraph(
        _(
            "The plan belongs to {name}. Tick what you "
            "agree to. You can change your mind at any time.",
            name=pathfinder_name(session),
        )
    )
    flow.checkboxes([Checkbox(_(statement), says=_("Empty box")) for statement in CONSENT])
    if session.consent.review_on:
        day = format_date(session.consent.review_on)
        flow.paragraph(_("We will review the plan on {day}.", day=day))
    if session.consent.delete_on:
        day = format_date(session.consent.delete_on)
        flow.paragraph(_("The plan will be deleted on {day}.", day=day))
    flow.signature(_("Name and date"))
    flow.signature(_("Explained by"))


def _room_to_write(flow: FlowDocument, what: str, lines: int) -> None:
    # The label and its lines stay on one page.
    flow.ensure_space(flow.page_style.size * (2 + 2.2 * lines))
    flow.paragraph(what)
    flow.lines_to_write_on(lines)
