"""What a vision is called on the page."""

from path_planner.words import say


def vision_title(title: str) -> str:
    """Return the title of a vision, or that it has none yet."""
    return title or say("A vision without a title")
