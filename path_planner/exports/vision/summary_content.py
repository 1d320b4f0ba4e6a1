"""The content of the one-page summary: the vision, and short lists by importance."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from path_planner.analysis.counts import Count, count_all, count_sentence, participation_sentences
from path_planner.analysis.progress import last_replies, next_review_date
from path_planner.analysis.publishable import publishable
from path_planner.analysis.publishable import truncate as cut
from path_planner.analysis.ranking import (
    actions_by_day,
    chosen,
    priorities_by_weight,
    themes_by_weight,
)
from path_planner.analysis.tally import Tally, latest_round, tally
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.plan import PROGRESS_WORDS, Progress
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import METHOD_WORDS, Method
from path_planner.i18n import _, format_average, format_date, ngettext

MOST_LETTERS = 220
"""Longer texts are truncated with an ellipsis."""
_MOST_LETTERS_OF_VISION = 420
_MOST_LETTERS_OF_NAMES = 1_500
_MOST_THEMES, _MOST_PRIORITIES, _MOST_ACTIONS, _MOST_UNHEARD = 8, 8, 6, 4


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: bold text, detail, and a stamp."""

    strong: str
    words: str = ""
    picture: str = ""
    name: str = ""
    """What it is called where there is no room for more."""
    stays: bool = False
    """It is on the page whatever has to give way."""
    stands_for: int = 1
    """The number of entries that it names."""


@dataclass(frozen=True, slots=True)
class Block:
    """A list under a heading."""

    title: str
    lead: str
    items: tuple[Item, ...]
    whole: int
    """The number of all items, shown or not."""
    kind: str = ""

    def shorter(self) -> "Block":
        """Return the block without its last item that may go; those that stay become shorter."""
        may_go = [at for at, item in enumerate(self.items) if not item.stays]
        if may_go or len(self.items) == 1:
            last = may_go[-1] if may_go else 0
            return replace(self, items=(*self.items[:last], *self.items[last + 1 :]))
        *first, one, other = self.items
        names = f"{one.name}; {other.name}"
        both = Item(
            truncate(names, _MOST_LETTERS_OF_NAMES),
            name=names,
            stays=True,
            stands_for=one.stands_for + other.stands_for,
        )
        return replace(self, items=(*first, both))

    @property
    def missing(self) -> int:
        """Return the number of items that are not shown."""
        return self.whole - sum(item.stands_for for item in self.items)


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything that may be shown on the page."""

    title: str
    under: str
    vision: str
    left: tuple[Block, ...]
    right: tuple[Block, ...]


def truncate(words: str, most: int = MOST_LETTERS) -> str:
    """Return words on one line, truncated with an ellipsis."""
    return cut(" ".join(words.split()), most)


def summary_of(vision: Vision, day: str) -> Summary:
    """Return the content of the page, before it is shortened to fit."""
    told = publishable(vision)
    whole, about = count_all(told), told.about
    under = " · ".join(part for part in (about.community, day) if part)
    return Summary(
        title=truncate(about.title or _("Our plan"), 120),
        under=truncate(under),
        vision=truncate(about.vision or about.summary, _MOST_LETTERS_OF_VISION),
        left=tuple(_kept(_themes(told, whole), _heard(told, whole))),
        right=tuple(_kept(_priorities(told), _actions(told), _later(told), _reach(told))),
    )


def _kept(*blocks: Block) -> Iterator[Block]:
    return (block for block in blocks if block.items)


def _themes(vision: Vision, whole: Count) -> Block:
    """Return the themes of most people, and those of every chosen priority."""
    found = themes_by_weight(vision)
    works_on = {theme for priority in chosen(vision) for theme in priority.themes}
    some = [one for one in found if one.said.everyone][:_MOST_THEMES]
    shown = [one for one in found if one in some or one.theme.id in works_on]
    items = [
        Item(
            truncate(one.theme.statement or one.theme.name),
            count_sentence(one.said, whole) if one.said.everyone else "",
            one.theme.picture,
            name=truncate(one.theme.name, 60),
            stays=one.theme.id in works_on,
        )
        for one in shown
    ]
    return Block(_("What people said"), "", tuple(items), len(found), "themes")


def _heard(vision: Vision, whole: Count) -> Block:
    items = [Item(sentence) for sentence in participation_sentences(whole)]
    missing = sorted_records(vision.unheard)
    if missing:
        names = "; ".join(truncate(one.who, 60) for one in missing[:_MOST_UNHEARD])
        more = len(missing) - _MOST_UNHEARD
        rest = ngettext("and {count} more", "and {count} more", more) if more > 0 else ""
        items.append(Item(_("Not heard yet"), " ".join(part for part in (names, rest) if part)))
    return Block(_("Who was heard"), "", tuple(items), len(items))


def _priorities(vision: Vision) -> Block:
    held = latest_round(vision)
    counted = tally(vision, held.id) if held else None
    found = priorities_by_weight(vision)
    lead = ""
    if held and counted and counted.people:
        people = ngettext("{count} person", "{count} people", counted.people)
        how = _(METHOD_WORDS[held.method])
        lead = _("How it was chosen: {method}, {people}.", method=how, people=people)
    method = held.method if held else Method.DOTS
    items = [
        Item(truncate(one.title), _votes(method, counted, one.id))
        for one in found[:_MOST_PRIORITIES]
    ]
    return Block(_("What comes first"), lead, tuple(items), len(found), "priorities")


def _votes(method: Method, counted: Tally | None, priority: str) -> str:
    """Return what a priority got; what is 0 is left out."""
    results = {result.priority: result for result in counted.results} if counted else {}
    if priority not in results:
        return ""
    result = results[priority]
    said = []
    if method is Method.FISTS and result.average is not None:
        average = format_average(result.average)
        said.append(
            ngettext(
                "{average} of 5 fingers, {count} person",
                "{average} of 5 fingers on average, {count} people",
                result.answered,
                average=average,
            )
        )
    elif result.people:
        said.append(ngettext("chosen by {count} person", "chosen by {count} people", result.people))
    if result.not_lost:
        said.append(_("must not be lost: {count}", count=result.not_lost))
    return " · ".join(said)


def _actions(vision: Vision) -> Block:
    last = last_replies(vision)
    found = [
        action
        for action in actions_by_day(vision)
        if action.id not in last or last[action.id].progress is not Progress.DONE
    ]
    items = []
    for one in found[:_MOST_ACTIONS]:
        day = _("by {date}", date=format_date(one.by_when)) if one.by_when else ""
        doing = one.id in last and last[one.id].progress is Progress.DOING
        standing = _(PROGRESS_WORDS[Progress.DOING]) if doing else ""
        facts = " · ".join(part for part in (truncate(one.who, 80), day, standing) if part)
        items.append(Item(truncate(one.what), facts))
    return Block(_("First actions"), "", tuple(items), len(found), "actions")


def _later(vision: Vision) -> Block:
    day = next_review_date(vision)
    items = [Item(format_date(day))] if day else []
    return Block(_("Next review"), "", tuple(items), len(items))


def _reach(vision: Vision) -> Block:
    contact = truncate(vision.about.contact)
    items = (Item(contact),) if contact else ()
    return Block(_("How to contact us"), "", items, len(items))
