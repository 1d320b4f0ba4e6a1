"""What the one page says: a vision, and short lists whose most important items come first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from path_planner.domain.editing import in_order
from path_planner.domain.vision.choosing import METHOD_WORDS
from path_planner.domain.vision.plan import PROGRESS_WORDS, Progress
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.counting import Count, count_all, said_in
from path_planner.evidence.progress import last_replies, next_look
from path_planner.evidence.shareable import shareable
from path_planner.evidence.voting import Tally, latest_round, tally
from path_planner.evidence.weighing import (
    actions_by_day,
    priorities_by_weight,
    themes_by_weight,
)
from path_planner.words import say, say_date, say_many

MOST_LETTERS = 220
"""Longer words are cut on this page, and shown to be; the plan has all of them."""
_MOST_LETTERS_OF_VISION = 420
_MOST_THEMES, _MOST_PRIORITIES, _MOST_ACTIONS, _MOST_UNHEARD = 8, 5, 6, 4


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: what stands out, what is said of it, and a picture."""

    strong: str
    words: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A list under a heading."""

    title: str
    lead: str
    items: tuple[Item, ...]
    whole: int
    """How many items there are, shown or not."""
    kind: str = ""

    def shorter(self) -> "Block":
        """Return the block without its last item."""
        return replace(self, items=self.items[:-1])

    @property
    def missing(self) -> int:
        """Return how many items are not shown."""
        return self.whole - len(self.items)


@dataclass(frozen=True, slots=True)
class Summary:
    """All that may stand on the page."""

    title: str
    under: str
    vision: str
    left: tuple[Block, ...]
    right: tuple[Block, ...]


def cut(words: str, most: int = MOST_LETTERS) -> str:
    """Return words on one line, cut where they are too many, which dots show."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    whole, _, _ = line[:most].rpartition(" ")
    return f"{whole or line[:most]}…"


def summary_of(vision: Vision, day: str) -> Summary:
    """Return what the page says, before it is known what has room."""
    told = shareable(vision)
    whole, about = count_all(told), told.about
    under = " · ".join(part for part in (about.community, day) if part)
    return Summary(
        title=cut(about.title or say("Our plan"), 120),
        under=cut(under),
        vision=cut(about.vision or about.summary, _MOST_LETTERS_OF_VISION),
        left=tuple(_kept(_themes(told, whole), _heard(told, whole))),
        right=tuple(_kept(_priorities(told), _actions(told), _later(told), _reach(told))),
    )


def _kept(*blocks: Block) -> Iterator[Block]:
    return (block for block in blocks if block.items)


def _themes(vision: Vision, whole: Count) -> Block:
    found = themes_by_weight(vision)
    items = [
        Item(
            cut(one.theme.statement or one.theme.name),
            said_in(one.said, whole) if one.said.people else "",
            one.theme.picture,
        )
        for one in found[:_MOST_THEMES]
    ]
    return Block(say("What people told us"), "", tuple(items), len(found), "themes")


def _heard(vision: Vision, whole: Count) -> Block:
    heard = say_many("At least {count} person", "At least {count} people", whole.people)
    paths = say_many("{count} PATH", "{count} PATHs", whole.paths)
    talks = say_many("{count} conversation", "{count} conversations", whole.conversations)
    both = say("{paths} and {conversations}", paths=paths, conversations=talks)
    where = both if whole.paths and whole.conversations else paths if whole.paths else talks
    items = [Item(heard, say("in {where}", where=where))]
    missing = in_order(vision.unheard)
    if missing:
        names = "; ".join(cut(one.who, 60) for one in missing[:_MOST_UNHEARD])
        more = len(missing) - _MOST_UNHEARD
        rest = say_many("and {count} more", "and {count} more", more) if more > 0 else ""
        items.append(Item(say("Not heard yet"), " ".join(part for part in (names, rest) if part)))
    return Block(say("Who was heard"), "", tuple(items), len(items))


def _priorities(vision: Vision) -> Block:
    held = latest_round(vision)
    counted = tally(vision, held.id) if held else None
    found = priorities_by_weight(vision)
    lead = ""
    if held and counted:
        people = say_many("{count} person", "{count} people", counted.people)
        method = say(METHOD_WORDS[held.method])
        lead = say("How it was chosen: {method}, {people}.", method=method, people=people)
    items = [Item(cut(one.title), _votes(counted, one.id)) for one in found[:_MOST_PRIORITIES]]
    return Block(say("What comes first"), lead, tuple(items), len(found), "priorities")


def _votes(counted: Tally | None, priority: str) -> str:
    results = {one.priority: one for one in counted.results} if counted else {}
    if priority not in results:
        return ""
    result = results[priority]
    said = [say_many("chosen by {count} person", "chosen by {count} people", result.people)]
    if result.not_lost:
        said.append(say("must not be lost: {count}", count=result.not_lost))
    return " · ".join(said)


def _actions(vision: Vision) -> Block:
    last = last_replies(vision)
    found = [
        one
        for one in actions_by_day(vision)
        if one.id not in last or last[one.id].progress is not Progress.DONE
    ]
    items = []
    for one in found[:_MOST_ACTIONS]:
        day = say("by {date}", date=say_date(one.by_when)) if one.by_when else ""
        doing = one.id in last and last[one.id].progress is Progress.DOING
        standing = say(PROGRESS_WORDS[Progress.DOING]) if doing else ""
        facts = " · ".join(part for part in (cut(one.who, 80), day, standing) if part)
        items.append(Item(cut(one.what), facts))
    return Block(say("First actions"), "", tuple(items), len(found), "actions")


def _later(vision: Vision) -> Block:
    day = next_look(vision)
    items = [Item(say_date(day))] if day else []
    return Block(say("We look at the plan again"), "", tuple(items), len(items))


def _reach(vision: Vision) -> Block:
    contact = cut(vision.about.contact)
    items = (Item(contact),) if contact else ()
    return Block(say("How to reach us"), "", items, len(items))
