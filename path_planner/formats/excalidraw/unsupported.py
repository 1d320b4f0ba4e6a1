"""Count the elements of a file that the wall cannot take, and report them in words."""

from collections import Counter

from path_planner.i18n import ngettext

FRAME, EMBED, UNKNOWN, BROKEN = "frame", "embed", "unknown", "broken"
LINE_PICTURE, NO_FILE, BAD_PICTURE, CARD_INK = "svg", "no file", "bad picture", "card ink"
HERE, LINK, DETAIL, LETTERS = "here", "link", "detail", "letters"

_KINDS = {
    "frame": FRAME,
    "magicframe": FRAME,
    "embeddable": EMBED,
    "iframe": EMBED,
}


def kind_of(raw: object) -> str:
    """Return the kind under which an unsupported element is counted."""
    return _KINDS.get(raw, UNKNOWN) if isinstance(raw, str) else UNKNOWN


def warnings(counted: Counter[str]) -> tuple[str, ...]:
    """Return sentences about what was left out, the most frequent first."""
    return tuple(_sentence(kind, count) for kind, count in counted.most_common())


def _sentence(kind: str, count: int) -> str:
    if kind in {FRAME, EMBED, UNKNOWN, BROKEN}:
        return _thing(kind, count)
    if kind in {HERE, LINK, DETAIL, LETTERS}:
        return _detail(kind, count)
    return _picture(kind, count)


def _thing(kind: str, count: int) -> str:
    if kind == FRAME:
        return ngettext(
            "{count} frame. Its contents were added.",
            "{count} frames. Their contents were added.",
            count,
        )
    if kind == EMBED:
        return ngettext(
            "{count} web page or film inside the drawing.",
            "{count} web pages or films inside the drawing.",
            count,
        )
    if kind == BROKEN:
        return ngettext(
            "{count} thing that is damaged or far too large.",
            "{count} things that are damaged or far too large.",
            count,
        )
    return ngettext(
        "{count} thing that the wall cannot show.",
        "{count} things that the wall cannot show.",
        count,
    )


def _detail(kind: str, count: int) -> str:
    if kind == HERE:
        return ngettext(
            "{count} card that is already in this plan.",
            "{count} cards that are already in this plan.",
            count,
        )
    if kind == LINK:
        return ngettext("{count} unsafe link.", "{count} unsafe links.", count)
    if kind == LETTERS:
        return ngettext(
            "The lettering of {count} text: the wall has a lettering of its own.",
            "The lettering of {count} texts: the wall has a lettering of its own.",
            count,
        )
    return ngettext(
        "Some details of {count} thing, which the wall cannot keep.",
        "Some details of {count} things, which the wall cannot keep.",
        count,
    )


def _picture(kind: str, count: int) -> str:
    if kind == LINE_PICTURE:
        return ngettext(
            "{count} picture made of lines (SVG). Please add it as a photo.",
            "{count} pictures made of lines (SVG). Please add them as photos.",
            count,
        )
    if kind == CARD_INK:
        return ngettext(
            "{count} drawing on a card of another plan.",
            "{count} drawings on cards of another plan.",
            count,
        )
    if kind == NO_FILE:
        return ngettext(
            "{count} picture that is missing from the file.",
            "{count} pictures that are missing from the file.",
            count,
        )
    return ngettext(
        "{count} picture that could not be read.", "{count} pictures that could not be read.", count
    )
