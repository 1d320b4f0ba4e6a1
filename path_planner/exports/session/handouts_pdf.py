"""Handouts as PDF: the getting-ready sheet before a workshop, and an invitation to one stage.

They are in plain words, with little ink, and space to write.
"""

from collections.abc import Iterator
from functools import partial

from path_planner.domain.base import sorted_records
from path_planner.domain.people import ROLE_WORDS, Person, Role
from path_planner.domain.session import Session
from path_planner.domain.voice import Voice
from path_planner.i18n import N_, _, document_language, format_date, ngettext
from path_planner.pdf.flow import Checkbox, FlowDocument, PageStyle
from path_planner.pdf.metadata import Metadata
from path_planner.processes.prompts import (
    fill_placeholders,
    pathfinder_name,
    process_of,
    question_for_others,
    stage_title,
)
from path_planner.scene.content import visible_voices
from path_planner.scene.model import Audience

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


_STYLE = PageStyle(points=14, margin=10, leading=0.88, spacing=0.25)
"""The size that people with a learning disability ask for, on one sheet of A4."""
_HEADING_POINTS = 14.0
_MOST_WITH_ROLES = 8
"""With more people than this the sheet has their names without what they are."""
_EMS_OF_CONSENT = 12.0
"""The height of what is agreed to, in ems, so that it stands together."""


def getting_ready(session: Session, *, with_needs: bool = False) -> bytes:
    """Return the sheet as a tagged PDF of one page, unless much is written in it.

    `with_needs` adds what helps each person.
    """
    title = _("Getting ready for the PATH of {name}", name=pathfinder_name(session))
    facts = Metadata(title, document_language(session.about.language), session.updated)
    flow = FlowDocument(facts, page_style=_STYLE)
    flow.heading(title, points=18)
    _when_and_where(flow, session)
    _what_will_happen(flow, session)
    flow.side_by_side(partial(_who_comes, flow, session), partial(_what_we_agree, flow, session))
    flow.side_by_side(partial(_what_helps, flow), partial(_what_to_bring, flow))
    _consent(flow, session)
    if needs := list(_needs(session)) if with_needs else []:
        _heading(flow, _("What helps each of us"))
        flow.bullets(needs)
    return flow.finish()


def _heading(flow: FlowDocument, text: str) -> None:
    flow.heading(text, 2, points=_HEADING_POINTS)


def _when_and_where(flow: FlowDocument, session: Session) -> None:
    about = session.about
    facts = [
        format_date(about.held_on) if about.held_on else "",
        about.place,
        ngettext("{count} minute", "{count} minutes", about.minutes),
    ]
    flow.paragraph(" · ".join(filter(None, facts)))


def _what_will_happen(flow: FlowDocument, session: Session) -> None:
    flow.paragraph(
        " ".join(
            (
                _(
                    "We sit together and talk. One person asks questions, and one person "
                    "draws. What people say goes on a big picture. {name} takes it home.",
                    name=pathfinder_name(session),
                ),
                _("You can say pass. You can take a break. Nobody has to speak."),
            )
        )
    )
    _heading(flow, _("What we will ask"))
    flow.bullets(
        f"{stage_title(session, stage)}: {fill_placeholders(stage.question, session)}"
        for stage in process_of(session).stages
        if not (stage.id in session.stages and session.stages[stage.id].skipped)
    )


def _who_comes(flow: FlowDocument, session: Session) -> None:
    people = sorted_records(session.people)
    _heading(flow, _("Who is coming"))
    if people:
        named = _named if len(people) <= _MOST_WITH_ROLES else _name
        flow.paragraph(", ".join(map(named, people)))
    else:
        flow.lines_to_write_on(2)


def _name(person: Person) -> str:
    return person.name


def _named(person: Person) -> str:
    if person.role is Role.OTHER:
        return person.name
    return _("{name} ({role})", name=person.name, role=_(ROLE_WORDS[person.role]))


def _what_helps(flow: FlowDocument) -> None:
    _heading(flow, _("What helps me"))
    flow.checkboxes([Checkbox(_(offer), says=_("Empty box")) for offer in CAN_HELP])
    flow.line_after(_("Something else:"))


def _what_to_bring(flow: FlowDocument) -> None:
    _heading(flow, _("What to bring, if you like"))
    flow.bullets([_(thing_to_bring) for thing_to_bring in BRING])


def _needs(session: Session) -> Iterator[str]:
    for person in sorted_records(session.people):
        if person.helps:
            yield _("{name}: {helps}", name=person.name, helps=person.helps)


def _what_we_agree(flow: FlowDocument, session: Session) -> None:
    _heading(flow, _("Our group agreement"))
    flow.bullets([line.text for line in sorted_records(session.agreement)])
    flow.line_after(_("I would like to add:"))


def _consent(flow: FlowDocument, session: Session) -> None:
    """Write all that is agreed to, with the lines to sign on, together on one page."""
    flow.ensure_space(_STYLE.size * _EMS_OF_CONSENT)
    _heading(flow, _("What I agree to"))
    days = (
        (_("We will review the plan on {day}."), session.consent.review_on),
        (_("The plan will be deleted on {day}."), session.consent.delete_on),
    )
    told = [
        _(
            "The plan belongs to {name}. Tick what you "
            "agree to. You can change your mind at any time.",
            name=pathfinder_name(session),
        ),
        *(sentence.replace("{day}", format_date(day)) for sentence, day in days if day),
    ]
    flow.paragraph(" ".join(told))
    flow.checkboxes([Checkbox(_(statement), says=_("Empty box")) for statement in CONSENT])
    flow.side_by_side(
        partial(flow.signature, _("Name and date"), share=1.0),
        partial(flow.signature, _("Explained by"), share=1.0),
    )


_LINES_OF_AN_INVITATION = 8
"""Lines to write on."""


def words_for_guests(session: Session, stage_id: str) -> list[Voice]:
    """Return the voices of a stage that somebody who is invited may read, in their order."""
    visible = visible_voices(session.voices, Audience.CIRCLE)
    return [voice for voice in visible if voice.stage == stage_id]


def invitation(session: Session, *, stage_id: str) -> bytes:
    """Return the invitation to a stage as a tagged PDF; nothing private is in it."""
    process = process_of(session)
    stage = process.stage(process.stage_for(stage_id)) or process.stages[0]
    name = pathfinder_name(session)
    title = _("{name} invites you", name=name)
    facts = Metadata(title, document_language(session.about.language), session.updated)
    flow = FlowDocument(facts, page_style=PageStyle(points=14))
    flow.heading(title)
    flow.paragraph(
        _(
            "{name} is planning a PATH: a dream first, then the way there. "
            "This is about one part of it, “{stage}”. You can say no.",
            name=name,
            stage=stage_title(session, stage),
        )
    )
    flow.heading(question_for_others(session, stage), 2)
    if voices := words_for_guests(session, stage.id):
        flow.heading(_("What is already there"), 2)
        flow.bullets([voice.text for voice in voices])
    flow.heading(_("What would you like to add?"), 2)
    flow.lines_to_write_on(_LINES_OF_AN_INVITATION)
    flow.signature(_("Your name"))
    flow.paragraph(_("Please give this back to {name}.", name=name))
    return flow.finish()
