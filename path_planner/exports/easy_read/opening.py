"""How the edition begins: what this is, who made it, who was heard and who was not."""

from path_planner.domain.editing import in_order
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.counting import count_all
from path_planner.evidence.shareable import NOT_QUOTED
from path_planner.exports.easy_read.idea import Idea, Part, row, rows_of, strong, typed
from path_planner.exports.easy_read.pictures import picture_for
from path_planner.exports.plan.heard import HEARD
from path_planner.words import say, say_many

_MOST_NAMES = 6
_MOST_PIECES = 3
_MOST_UNHEARD = 6


def about_this(vision: Vision) -> Part:
    """Say what the reader holds in their hands."""
    whose = vision.about.community or vision.about.title
    rows: Idea = (
        row("book", say("This is an easy read plan."), say("It has short sentences and pictures.")),
        row("town", say("This plan belongs to:"), strong(whose))
        if whose
        else row("town", say("This plan belongs to a community.")),
        row("speech-bubble", say("It says what people told us.")),
        row("calendar", say("It says what will happen next.")),
        row("books", say("There is a big plan too."), say("The big plan says more.")),
        row("helping-hands", say("You can ask someone to read this with you.")),
    )
    return Part(say("About this plan"), "book", "#E3EEF9", (rows,))


def who_made_it(vision: Vision) -> Part:
    """Say who asked, how many were heard, and what a PATH is."""
    ideas: list[Idea] = []
    if vision.about.made_by:
        found = typed(vision.about.made_by)
        shown = [strong(one) for one in found[:_MOST_PIECES]]
        made = row("group", say("These people made the plan:"), *shown)
        ideas.append((made, *rows_of("people-linked", found[_MOST_PIECES:])))
    names = [one.name for one in in_order(vision.steering) if one.name not in {"", NOT_QUOTED}]
    if names:
        shown = [strong(name) for name in names[:_MOST_NAMES]]
        helped = row("helping-hands", say("These people helped to lead it:"), *shown)
        ideas.append((helped,))
    return Part(say("Who made this plan"), "group", "#E2F3DD", (*ideas, _heard(vision)))


def _heard(vision: Vision) -> Idea:
    whole = count_all(vision)
    people = say_many(
        "We heard at least {count} person.", "We heard at least {count} people.", whole.people
    )
    rows = [row("ear", people)]
    if whole.paths:
        made = say_many("There was {count} PATH.", "There were {count} PATHs.", whole.paths)
        rows.append(row("north-star", made, say("A PATH is a plan for a good life.")))
    if whole.conversations:
        rows.append(
            row(
                "conversation",
                say_many(
                    "We had {count} other talk with people.",
                    "We had {count} other talks with people.",
                    whole.conversations,
                ),
            )
        )
    return tuple(rows)


def not_heard(vision: Vision) -> Part:
    """Say who was not heard: a plan that hides it says something untrue."""
    ideas: list[Idea] = [
        (
            row(
                picture_for(one.who, "person"),
                strong(one.who),
                *typed(one.why, most=2),
                *typed(one.what_next, most=1),
            ),
        )
        for one in in_order(vision.unheard)
    ]
    if ideas:
        first = row("quiet", say("We did not hear everyone."), say("We want to hear these people:"))
        ideas[0] = (first, *ideas[0])
    title = say("Who we did not hear")
    part = Part(title, "quiet", "#EFE6F7", tuple(ideas), least=1, turn=1, chapter=HEARD.title)
    return part.up_to(_MOST_UNHEARD)
