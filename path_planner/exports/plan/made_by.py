"""Who made the plan: names only of those who said so, all others counted by what brings them."""

from collections import Counter

from path_planner.domain.editing import in_order
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.domain.vision.vision import Member
from path_planner.exports.plan.chapter import Chapter, nothing_yet
from path_planner.exports.plan.known import Known
from path_planner.pdf.book import Book
from path_planner.words import mark, say, say_many


def draw(book: Book, known: Known) -> None:
    """Write who made it, the steering group, how to reach them, and the thanks."""
    about, members = known.vision.about, in_order(known.vision.steering)
    if not (about.made_by or about.contact or about.thanks or members):
        nothing_yet(book)
    book.prose(about.made_by)
    if members:
        book.heading(say("The steering group"), 2)
        book.bullets([*_named(members), *_counted(members)])
    if about.contact:
        book.heading(say("How to reach us"), 2)
        book.prose(about.contact)
    if about.thanks:
        book.heading(say("Thank you"), 2)
        book.prose(about.thanks)


def _named(members: list[Member]) -> list[str]:
    return [_line(member) for member in members if member.printed]


def _line(member: Member) -> str:
    parts = [] if member.role is Role.OTHER else [say(ROLE_WORDS[member.role])]
    parts += [say("leads the group")] if member.leads else []
    return f"{member.name} ({', '.join(parts)})" if parts else member.name


def _counted(members: list[Member]) -> list[str]:
    """Count those who did not want to be named, role by role."""
    others = Counter(member.role for member in members if not member.printed)
    return [
        say_many(
            "{count} person who is not named: {role}",
            "{count} people who are not named: {role}",
            others[role],
            role=say(ROLE_WORDS[role]),
        )
        for role in Role
        if others[role]
    ]


CHAPTER = Chapter("made-by", mark("Who made this plan"), draw, runs_on=True)
