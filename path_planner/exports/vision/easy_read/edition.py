"""The content of the easy read edition: its cover and its parts in order, without empty ones."""

from dataclasses import dataclass

from path_planner import stamps
from path_planner.analysis.counts import count_all
from path_planner.analysis.progress import next_review_date
from path_planner.analysis.publishable import NOT_QUOTED, publishable
from path_planner.analysis.ranking import priorities_by_weight, themes_that_matter
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.vision import Vision
from path_planner.exports.vision.easy_read import actions, voices
from path_planner.exports.vision.easy_read.model import Idea, Part, row, rows_of, strong, typed
from path_planner.exports.vision.easy_read.readability import pieces, shortened
from path_planner.exports.vision.plan.participants import HEARD
from path_planner.i18n import N_, _, format_date, ngettext

_WORDS = (
    (
        "north-star",
        N_("PATH"),
        N_("A PATH is a plan for a good life."),
        N_("A person makes it with people they trust."),
    ),
    ("puzzle", N_("Theme"), N_("A theme is something that many people talked about."), ""),
    ("award", N_("Priority"), N_("A priority is something we do first."), ""),
    ("checklist", N_("Action"), N_("An action is something that someone will do."), ""),
    (
        "yes",
        N_("Consent"),
        N_("Consent means saying yes."),
        N_("You can say no later."),
    ),
)


def what_can_change(vision: Vision) -> Part:
    """Return the part on the limits: what can change, what cannot, who decides."""
    limits = vision.limits
    asked = (
        ("no", _("This cannot change:"), limits.cannot_change),
        ("arrow-round", _("This can change:"), limits.can_change),
        ("person", _("Who decides:"), limits.who_decides),
        ("pound", _("The money:"), limits.budget),
        ("contract", _("We promise this:"), limits.promise),
    )
    ideas = tuple((row(icon, strong(lead), *typed(words)),) for icon, lead, words in asked if words)
    return Part(_("What we can and cannot change"), "no", "#FBE3D6", ideas)


def say_more(vision: Vision) -> Part:
    """Return the part on how to add something, and how to withdraw."""
    ideas: list[Idea] = [
        (
            row(
                "loudspeaker",
                _("You can tell us more."),
                _("You can say if something is wrong."),
            ),
        ),
        (
            row(
                "letter",
                _("Talk to the people who made this plan."),
                *typed(vision.about.contact),
            ),
        ),
        (
            row("two-ways", _("Did we use your words?"), _("You can change your mind.")),
            row(
                "recycling",
                _("Then we remove your words."),
                _("We cannot get back paper that we gave away."),
            ),
        ),
    ]
    if day := next_review_date(vision):
        ideas.append((row("calendar", _("We will review the plan."), format_date(day)),))
    return Part(_("Say more or change your mind"), "loudspeaker", "#E3EEF9", tuple(ideas))


def words_explained(vision: Vision) -> Part:
    """Return the glossary."""
    words = _WORDS if count_all(vision).paths else _WORDS[1:]
    ideas = tuple(
        (row(picture, strong(_(word)), _(means), _(more) if more else ""),)
        for picture, word, means, more in words
    )
    return Part(_("Hard words"), "books", "#EFE6F7", ideas)


_MOST_NAMES = 6
_MOST_PIECES = 3
_MOST_UNHEARD = 6


def about_this(vision: Vision, *, is_unread: bool = False) -> Part:
    """Return the part on what this document is."""
    whose = vision.about.community or vision.about.title
    rows: Idea = (
        row("book", _("This is an easy read plan."), _("It has short sentences and pictures.")),
        row("town", _("This plan belongs to:"), strong(whose))
        if whose
        else row("town", _("This plan belongs to a community.")),
        row(
            "speech-bubble",
            _("It says what people told us."),
            _("It says what will happen next."),
        ),
        row("books", _("There is a full plan too."), _("The full plan says more.")),
        row("helping-hands", _("You can ask someone to read this with you.")),
    )
    if is_unread:
        rows = (row("no", strong(_("This plan is not checked.")), _("It may have names.")), *rows)
    return Part(_("About this plan"), "book", "#E3EEF9", (rows,))


def who_made_it(vision: Vision) -> Part:
    """Return the part on who made it, how many were heard, and what a PATH is."""
    ideas: list[Idea] = []
    if vision.about.made_by:
        found = typed(vision.about.made_by)
        shown = [strong(piece) for piece in found[:_MOST_PIECES]]
        made = row("group", _("These people made the plan:"), *shown)
        ideas.append((made, *rows_of("people-linked", found[_MOST_PIECES:])))
    names = [
        member.name
        for member in sorted_records(vision.steering)
        if member.name not in {"", NOT_QUOTED}
    ]
    if names:
        shown = [strong(name) for name in names[:_MOST_NAMES]]
        helped = row("helping-hands", _("These people helped to lead it:"), *shown)
        ideas.append((helped,))
    return Part(_("Who made this plan"), "group", "#E2F3DD", (*ideas, _heard(vision)))


def _heard(vision: Vision) -> Idea:
    """Return how many people were heard: those who met, and those who answered a survey."""
    whole = count_all(vision)
    rows = []
    if whole.people:
        people = ngettext(
            "We met at least {count} person.", "We met at least {count} people.", whole.people
        )
        rows.append(row("ear", people))
    if whole.paths:
        made = ngettext("There was {count} PATH.", "There were {count} PATHs.", whole.paths)
        rows.append(row("north-star", made, _("A PATH is a plan for a good life.")))
    if whole.conversations:
        rows.append(
            row(
                "conversation",
                ngettext(
                    "We had {count} other talk with people.",
                    "We had {count} other talks with people.",
                    whole.conversations,
                ),
            )
        )
    if whole.written:
        answers = ngettext("We got {count} answer.", "We got {count} answers.", whole.written)
        people = ngettext(
            "{count} person answered our questions.",
            "{count} people answered our questions.",
            whole.answers,
        )
        rows.append(row("letter", answers if whole.unsigned else people))
    return tuple(rows) or (row("ear", _("We have not heard from people yet.")),)


def missing_groups_part(vision: Vision) -> Part:
    """Return the part on the groups that were not heard."""
    ideas: list[Idea] = [
        (
            row(
                "person",
                strong(missing_group.who),
                *typed(missing_group.why, most=2),
                *typed(missing_group.what_next, most=1),
            ),
        )
        for missing_group in sorted_records(vision.unheard)
    ]
    if ideas:
        first = row(
            "quiet", _("We did not hear from everyone."), _("We want to hear from these people:")
        )
        ideas[0] = (first, *ideas[0])
    title = _("Who we did not hear from")
    part = Part(title, "quiet", "#EFE6F7", tuple(ideas), least=1, turn=1, chapter=HEARD.title)
    return part.up_to(_MOST_UNHEARD)


DRAFT = N_("Draft: not yet checked by people with learning disabilities")

_COVER_PICTURES = ("group", "house", "speech-bubble", "north-star", "helping-hands", "sunshine")
_MOST_PICTURES = 6


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first page shows."""

    title: str
    community: str
    pictures: tuple[str, ...]
    draft: bool


@dataclass(frozen=True, slots=True)
class Edition:
    """A cover and parts."""

    cover: Cover
    short: Part
    """What matters most, on the page after the cover."""
    parts: tuple[Part, ...]


def edition(vision: Vision, *, is_unread: bool = False) -> Edition:
    """Return the complete content; `pagination` shortens it to the page limit.

    It is `is_unread` where marked places may tell who somebody is, and nobody has looked at them.
    """
    told = publishable(vision)
    parts = (
        about_this(told, is_unread=is_unread),
        who_made_it(told),
        missing_groups_part(told),
        voices.our_vision(told),
        voices.what_people_said(told),
        voices.what_differs(told),
        voices.said_by_one_person(told),
        actions.what_matters_most(told),
        actions.what_will_happen(told),
        actions.how_we_know(told),
        actions.what_was_done(told),
        what_can_change(told),
        say_more(told),
        words_explained(told),
    )
    return Edition(_cover(told), in_short(told), tuple(part for part in parts if part.rows))


_IN_SHORT = 3


def in_short(vision: Vision) -> Part:
    """Return what people look for first: what was said and chosen, what happens, whom to ask."""
    themes = [one for one in themes_that_matter(vision) if one.theme.easy.strip()]
    said = [_first(one.theme.easy) for one in themes]
    chosen = [_first(one.easy or one.title) for one in priorities_by_weight(vision)]
    happens = [actions.in_one_line(action) for action in actions.coming(vision)]
    day = next_review_date(vision)
    rows = (
        ("speech-bubble", _("Many people said:"), said),
        ("award", _("This comes first:"), chosen),
        ("checklist", _("This will happen:"), happens),
        ("calendar", _("We will review the plan."), [format_date(day)] if day else []),
        ("loudspeaker", _("Talk to us:"), list(typed(vision.about.contact, most=2))),
    )
    ideas = tuple(
        (row(picture, strong(lead), *lines[:_IN_SHORT]),) for picture, lead, lines in rows if lines
    )
    return Part(_("The most important things"), "star", "#FFF0BF", ideas)


def _first(words: str) -> str:
    """Return the first sentence of a text, in a line or two."""
    return next(map(shortened, pieces(words)), "")


def _cover(vision: Vision) -> Cover:
    """Return the cover, with the stamps that people chose for the themes, each once."""
    found = [one.theme.picture for one in themes_that_matter(vision)]
    chosen = [picture for picture in found if stamps.has(picture)]
    pictures = tuple(dict.fromkeys([*chosen, *_COVER_PICTURES]))[:_MOST_PICTURES]
    about = vision.about
    return Cover(about.title or _("Our plan"), about.community, pictures, not about.signed_off)
