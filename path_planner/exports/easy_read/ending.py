"""How the edition ends: what cannot change, how to say more, and hard words explained."""

from path_planner.domain.vision.vision import Vision
from path_planner.evidence.progress import next_look
from path_planner.exports.easy_read.idea import Idea, Part, row, strong, typed
from path_planner.words import mark, say, say_date

_WORDS = (
    (
        "north-star",
        mark("PATH"),
        mark("A PATH is a plan for a good life."),
        mark("A person makes it with people they trust."),
    ),
    ("puzzle", mark("Theme"), mark("A theme is something many people spoke about."), ""),
    ("award", mark("Priority"), mark("A priority is what we do first."), ""),
    ("checklist", mark("Action"), mark("An action is something that someone will do."), ""),
    (
        "yes",
        mark("Consent"),
        mark("Consent means that you say yes."),
        mark("You can say no later."),
    ),
)


def what_can_change(vision: Vision) -> Part:
    """Say what was promised: what can change, what cannot, who decides."""
    limits = vision.limits
    asked = (
        ("no", say("This cannot change:"), limits.cannot_change),
        ("arrow-round", say("This can change:"), limits.can_change),
        ("person", say("Who decides:"), limits.who_decides),
        ("pound", say("The money:"), limits.budget),
        ("contract", say("We promise this:"), limits.promise),
    )
    ideas = tuple((row(icon, strong(lead), *typed(words)),) for icon, lead, words in asked if words)
    return Part(say("What we can and cannot change"), "no", "#FBE3D6", ideas)


def say_more(vision: Vision) -> Part:
    """Say how to add something, and how to take a yes back."""
    ideas: list[Idea] = [
        (
            row(
                "loudspeaker",
                say("You can tell us more."),
                say("You can say if something is wrong."),
            ),
        ),
        (
            row(
                "letter",
                say("Talk to the people who made this plan."),
                *typed(vision.about.contact),
            ),
        ),
        (
            row("two-ways", say("Did we use your words?"), say("You can change your mind.")),
            row(
                "recycling",
                say("Then we take your words out."),
                say("We cannot take back paper that we gave away."),
            ),
        ),
    ]
    if day := next_look(vision):
        ideas.append((row("calendar", say("We look at the plan again."), say_date(day)),))
    return Part(say("Say more or change your mind"), "loudspeaker", "#E3EEF9", tuple(ideas))


def words_explained() -> Part:
    """Say what the hard words mean."""
    ideas = tuple(
        (row(picture, strong(say(word)), say(means), say(more) if more else ""),)
        for picture, word, means, more in _WORDS
    )
    return Part(say("Hard words"), "books", "#EFE6F7", ideas)
