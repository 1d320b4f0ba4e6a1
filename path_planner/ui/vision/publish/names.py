"""Before printing: how many quotes nobody has looked at, and what is marked in them."""

from path_planner.domain.vision.vision import Vision
from path_planner.ui.parts import told
from path_planner.ui.vision.telling import left_in, telling_quotes
from path_planner.visioning.privacy.redaction import unchecked
from path_planner.words import say, say_many


def names_left(vision: Vision) -> None:
    """Show the quotes in which something was found, to be changed or left as they are."""
    told(
        say_many(
            "Nobody has looked at {count} quote yet.",
            "Nobody has looked at {count} quotes yet.",
            len(unchecked(vision)),
        )
    )
    if not left_in(vision):
        told(say("The check found no names, places or numbers in them. It can miss some."))
        return
    told(
        say("The check can be wrong. A person decides: change the words, or let them stand."),
        "facts",
    )
    telling_quotes(vision)
