"""The getting-ready sheet: what will happen, who comes, what helps, what to bring, consent.

It is given out before the day, so it is in plain words, uses little ink and leaves room to write.
"""

from collections.abc import Iterator

from path_planner.domain.editing import in_order
from path_planner.domain.people import ROLE_WORDS, Person, Role
from path_planner.domain.session import Session
from path_planner.pdf.draft import Facts
from path_planner.pdf.sheet import Look, Sheet, Tick
from path_planner.processes.asking import process_of, spoken, stage_title, whose
from path_planner.words import mark, say, say_date, say_many

BRING = (
    mark("Photos, music or things that matter to you."),
    mark("The names of people you would like to have there."),
    mark("Colours you like, for the drawing."),
    mark("What you need to say things your own way."),
)
CAN_HELP = (
    mark("Large print"),
    mark("Pictures or objects"),
    mark("More time, and breaks"),
    mark("A quiet corner"),
    mark("A signer or an interpreter"),
    mark("Somebody beside me"),
)
CONSENT = (
    mark("Yes, the plan may be kept on the computer."),
    mark("Yes, it may be shared with the people invited to this PATH."),
    mark("Yes, photos may be taken and kept with the plan."),
)


def getting_ready(session: Session, *, with_needs: bool = False) -> bytes:
    """Return the sheet as a tagged PDF; `with_needs` adds what helps each person."""
    title = say("Getting ready for the PATH of {name}", name=whose(session))
    language = "en-GB" if session.about.language == "en" else session.about.language
    facts = Facts(title, language.partition("@")[0], session.updated)
    sheet = Sheet(facts, look=Look(points=14))
    sheet.heading(title)
    _when_and_where(sheet, session)
    _what_will_happen(sheet, session)
    _who_comes(sheet, session)
    _what_helps(sheet, session, with_needs=with_needs)
    sheet.heading(say("What to bring, if you like"), 2)
    sheet.bullets([say(one) for one in BRING])
    _what_we_agree(sheet, session)
    _consent(sheet, session)
    return sheet.finish()


def _when_and_where(sheet: Sheet, session: Session) -> None:
    about = session.about
    facts = [
        say("When: {day}", day=say_date(about.held_on)) if about.held_on else "",
        say("Where: {place}", place=about.place) if about.place else "",
        say_many("How long: {count} minute", "How long: {count} minutes", about.minutes),
    ]
    sheet.bullets([fact for fact in facts if fact])


def _what_will_happen(sheet: Sheet, session: Session) -> None:
    sheet.heading(say("What will happen"), 2)
    sheet.paragraph(
        say(
            "We sit together and talk. Somebody asks, and somebody draws. "
            "What is said is written on a big picture. It goes home with {name}.",
            name=whose(session),
        )
    )
    asked = (
        f"{stage_title(session, stage)}: {spoken(stage.question, session)}"
        for stage in process_of(session).stages
        if not (stage.id in session.stages and session.stages[stage.id].skipped)
    )
    sheet.bullets(asked)
    sheet.paragraph(say("You may say pass. You may take a break. Nobody has to speak."))


def _who_comes(sheet: Sheet, session: Session) -> None:
    people = in_order(session.people)
    sheet.heading(say("Who comes"), 2)
    sheet.bullets([_named(person) for person in people])
    if not people:
        sheet.lines_to_write_on(3)


def _named(person: Person) -> str:
    if person.role is Role.OTHER:
        return person.name
    return say("{name} ({role})", name=person.name, role=say(ROLE_WORDS[person.role]))


def _what_helps(sheet: Sheet, session: Session, *, with_needs: bool) -> None:
    sheet.heading(say("What helps me"), 2)
    sheet.ticks([Tick(say(one), says=say("Empty box")) for one in CAN_HELP])
    _room_to_write(sheet, say("Something else:"), 1)
    needs = list(_needs(session)) if with_needs else []
    if needs:
        sheet.heading(say("What helps each of us"), 2)
        sheet.bullets(needs)


def _needs(session: Session) -> Iterator[str]:
    for person in in_order(session.people):
        if person.helps:
            yield say("{name}: {helps}", name=person.name, helps=person.helps)


def _what_we_agree(sheet: Sheet, session: Session) -> None:
    sheet.heading(say("What we agree on in the room"), 2)
    sheet.bullets([line.text for line in in_order(session.agreement)])
    _room_to_write(sheet, say("I would like to add:"), 2)


def _consent(sheet: Sheet, session: Session) -> None:
    sheet.heading(say("What I say yes to"), 2)
    sheet.paragraph(
        say(
            "The plan belongs to {name}. Tick what is right for you. "
            "You can change your mind at any time.",
            name=whose(session),
        )
    )
    sheet.ticks([Tick(say(one), says=say("Empty box")) for one in CONSENT])
    if session.consent.review_on:
        day = say_date(session.consent.review_on)
        sheet.paragraph(say("We look at the plan again on {day}.", day=day))
    if session.consent.delete_on:
        day = say_date(session.consent.delete_on)
        sheet.paragraph(say("The plan will be deleted on {day}.", day=day))
    sheet.signature(say("Name and day"))
    sheet.signature(say("Explained by"))


def _room_to_write(sheet: Sheet, what: str, lines: int) -> None:
    # The words and their lines stay on one page.
    sheet.need(sheet.look.size * (2 + 2.2 * lines))
    sheet.paragraph(what)
    sheet.lines_to_write_on(lines)
