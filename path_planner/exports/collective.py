"""The community's own PATH: what many said, agreed and planned, as one session to be drawn."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from path_planner.domain.consent import Consent
from path_planner.domain.editing import in_order
from path_planner.domain.people import Pathfinder, PathfinderKind, Person, Role
from path_planner.domain.session import About, Promise, Session
from path_planner.domain.vision.plan import PROGRESS_WORDS, Action, Doer, Progress
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share, Voice
from path_planner.evidence.progress import last_replies, next_look
from path_planner.evidence.shareable import shareable
from path_planner.evidence.weighing import actions_by_day, outcomes_by_weight, themes_by_weight
from path_planner.exports.collective_pictures import theme_pictures
from path_planner.exports.collective_room import AGREEMENT, BANNER, MOST, PEOPLE, Room, whole_room
from path_planner.exports.easy_read.sentences import sentences
from path_planner.words import say, say_date, say_many

PROCESS = "path6"
_SENTENCES = 3
"""Sentences of the vision that come before the statements of the themes."""


def collective(vision: Vision, rooms: Mapping[str, Room] | None = None) -> Session:
    """Return the PATH of the community; the words of single voices are not in it.

    Each part may have less room than it has on a large paper: then it takes in less.
    """
    told, held = shareable(vision), {**whole_room(), **(rooms or {})}
    about, banner = told.about, held[BANNER]
    voices = chain.from_iterable(
        _said(stage, gather(told, held[stage]), held[stage]) for stage, gather in _STAGES.items()
    )
    return Session(
        id=vision.id,
        revision=vision.revision,
        begun=vision.begun,
        updated=vision.updated,
        about=About(
            title=banner.cut(about.title),
            pathfinder=Pathfinder(name=banner.cut(about.community), kind=PathfinderKind.COMMUNITY),
            process=PROCESS,
            language=about.language,
            held_on=vision.updated.date(),
        ),
        consent=Consent(review_on=next_look(told)),
        people=_people(told, held[PEOPLE]),
        agreement=_agreement(told, held[AGREEMENT]),
        voices={voice.id: voice for voice in voices},
        marks={mark.id: mark for mark in theme_pictures(told)},
    )


def _dream(vision: Vision, room: Room) -> Sequence[str]:
    """Return how it is when it has come true, then what the themes say in I and we."""
    said = sentences(vision.about.vision)
    themes = [one.theme for one in themes_by_weight(vision)]
    heard = [one.name if room.briefly else one.statement or one.name for one in themes]
    first = said[: max(1 if room.briefly else _SENTENCES, room.most - len(heard))]
    return _some([*first, *heard], room)


def _statements(vision: Vision, room: Room) -> Sequence[str]:
    return _some([one.statement for one in outcomes_by_weight(vision)], room)


def _causes(vision: Vision, room: Room) -> Sequence[str]:
    places = {one.theme.id: place for place, one in enumerate(themes_by_weight(vision))}
    causes = sorted(in_order(vision.causes), key=lambda one: places.get(one.theme, len(places)))
    return _some([one.text for one in causes], room)


def _who(vision: Vision, room: Room) -> Sequence[str]:
    return _some(list(dict.fromkeys(one.who for one in actions_by_day(vision) if one.who)), room)


def _first(vision: Vision) -> list[Action]:
    """Return what comes next, then what is done already."""
    done = _done(vision)
    return sorted(actions_by_day(vision), key=lambda one: one.id in done)


def _done(vision: Vision) -> set[str]:
    return {key for key, one in last_replies(vision).items() if one.progress is Progress.DONE}


def _stronger(vision: Vision, room: Room) -> Sequence[str]:
    """Return what keeps the community going: a promise, and what it does itself beside."""
    first = {one.id for one in _first(vision)[:MOST]}
    own = [one for one in actions_by_day(vision) if one.doer is Doer.OURSELVES]
    promise = [line for line in vision.limits.promise.splitlines() if line.strip()]
    return _some([*promise, *(one.what for one in own if one.id not in first)], room)


def _steps(vision: Vision, room: Room) -> Sequence[str]:
    done = _done(vision)
    return _some([_step(one, one.id in done, room) for one in _first(vision)], room)


def _step(action: Action, done: bool, room: Room) -> str:
    """Say what, who and by when; whether they said yes is not known and not claimed."""
    day = say("by {date}", date=say_date(action.by_when)) if action.by_when else ""
    standing = say(PROGRESS_WORDS[Progress.DONE]) if done else ""
    facts = " · ".join(part for part in (room.cut(action.who), day, standing) if part)
    return "\n".join(part for part in (room.cut(action.what), facts) if part)


def _some(lines: list[str], room: Room) -> Sequence[str]:
    told = [line for line in lines if line.strip()]
    return [*told[: room.most], *_more(len(told) - room.most)]


def _more(count: int) -> Sequence[str]:
    if count <= 0:
        return ()
    return (say_many("… and {count} more in the plan", "… and {count} more in the plan", count),)


def _said(stage: str, lines: Sequence[str], room: Room) -> Iterator[Voice]:
    for place, line in enumerate(lines):
        yield Voice(
            id=f"{stage}-{place}",
            stage=stage,
            text=line if stage == "first_steps" else room.cut(line),
            share=Share.QUOTE,
            approved=True,
            order=float(place),
        )


def _people(vision: Vision, room: Room) -> dict[str, Person]:
    """Return those who made the plan and let their names be printed."""
    shown = [one for one in in_order(vision.steering) if one.printed]
    found = [
        Person(
            id=one.id,
            name=room.cut(one.name),
            role=Role.OTHER if room.briefly else one.role,
            order=one.order,
        )
        for one in shown[: room.most]
    ]
    last = max((one.order for one in found), default=0.0) + 1
    rest = _more(len(shown) - room.most)
    found += [Person(id="more", name=words, role=Role.OTHER, order=last) for words in rest]
    return {one.id: one for one in found}


def _agreement(vision: Vision, room: Room) -> dict[str, Promise]:
    fixed = room.cut(vision.limits.cannot_change)
    if not fixed:
        return {}
    return {"limit": Promise(id="limit", text=say("What cannot change: {words}", words=fixed))}


_STAGES = {
    "dream": _dream,
    "goal": _statements,
    "now": _causes,
    "enrol": _who,
    "strengthen": _stronger,
    "first_steps": _steps,
}
