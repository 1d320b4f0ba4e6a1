"""The community's own PATH: what many said, agreed and planned, as one session to be drawn."""

from collections.abc import Iterator, Sequence
from itertools import chain

from path_planner.domain.consent import Consent
from path_planner.domain.editing import in_order
from path_planner.domain.people import Pathfinder, PathfinderKind, Person
from path_planner.domain.session import About, Promise, Session
from path_planner.domain.vision.plan import PROGRESS_WORDS, Action, Doer, Progress
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share, Voice
from path_planner.evidence.progress import last_replies, next_look
from path_planner.evidence.shareable import shareable
from path_planner.evidence.weighing import actions_by_day, outcomes_by_weight, themes_by_weight
from path_planner.exports.collective_pictures import theme_pictures
from path_planner.exports.easy_read.sentences import sentences
from path_planner.words import say, say_date, say_many

PROCESS = "path6"
MOST = 8
"""As many cards as a stage takes before the letters of a small poster cannot be read."""
_IN_STAR = 6
"""The star has less room, and its letters should be seen from afar."""
_SENTENCES = 3
"""Sentences of the vision that come before the statements of the themes."""


def collective(vision: Vision) -> Session:
    """Return the PATH of the community; the words of single voices are not in it."""
    told = shareable(vision)
    about = told.about
    told_in = {
        "dream": _dream(told),
        "goal": _statements(told),
        "now": _causes(told),
        "enrol": _who(told),
        "strengthen": _stronger(told),
        "first_steps": _steps(told),
    }
    voices = chain.from_iterable(_said(stage, lines) for stage, lines in told_in.items())
    return Session(
        id=vision.id,
        revision=vision.revision,
        begun=vision.begun,
        updated=vision.updated,
        about=About(
            title=about.title,
            pathfinder=Pathfinder(name=about.community, kind=PathfinderKind.COMMUNITY),
            process=PROCESS,
            language=about.language,
            held_on=vision.updated.date(),
        ),
        consent=Consent(review_on=next_look(told)),
        people=_people(told),
        agreement=_agreement(told),
        voices={voice.id: voice for voice in voices},
        marks={mark.id: mark for mark in theme_pictures(told)},
    )


def _dream(vision: Vision) -> Sequence[str]:
    """Return how it is when it has come true, then what the themes say in I and we."""
    said = sentences(vision.about.vision)
    heard = [one.theme.statement or one.theme.name for one in themes_by_weight(vision)]
    first = said[: max(_SENTENCES, _IN_STAR - len(heard))]
    return _some([*first, *heard], _IN_STAR)


def _statements(vision: Vision) -> Sequence[str]:
    return _some([one.statement for one in outcomes_by_weight(vision)])


def _causes(vision: Vision) -> Sequence[str]:
    places = {one.theme.id: place for place, one in enumerate(themes_by_weight(vision))}
    causes = sorted(in_order(vision.causes), key=lambda one: places.get(one.theme, len(places)))
    return _some([one.text for one in causes])


def _who(vision: Vision) -> Sequence[str]:
    return _some(list(dict.fromkeys(one.who for one in actions_by_day(vision) if one.who)))


def _first(vision: Vision) -> list[Action]:
    """Return what comes next, then what is done already."""
    done = _done(vision)
    return sorted(actions_by_day(vision), key=lambda one: one.id in done)[:MOST]


def _done(vision: Vision) -> set[str]:
    return {key for key, one in last_replies(vision).items() if one.progress is Progress.DONE}


def _stronger(vision: Vision) -> Sequence[str]:
    """Return what keeps the community going: a promise, and what it does itself beside."""
    first = {one.id for one in _first(vision)}
    own = [one for one in actions_by_day(vision) if one.doer is Doer.OURSELVES]
    promise = [line for line in vision.limits.promise.splitlines() if line.strip()]
    return _some([*promise, *(one.what for one in own if one.id not in first)])


def _steps(vision: Vision) -> Sequence[str]:
    done = _done(vision)
    lines = [_step(one, one.id in done) for one in _first(vision)]
    return [*lines, *_more(len(actions_by_day(vision)) - len(lines))]


def _step(action: Action, done: bool) -> str:
    """Say what, who and by when; whether they said yes is not known and not claimed."""
    day = say("by {date}", date=say_date(action.by_when)) if action.by_when else ""
    standing = say(PROGRESS_WORDS[Progress.DONE]) if done else ""
    facts = " · ".join(part for part in (action.who, day, standing) if part)
    return "\n".join(part for part in (action.what, facts) if part)


def _some(lines: list[str], most: int = MOST) -> Sequence[str]:
    told = [line for line in lines if line.strip()]
    return [*told[:most], *_more(len(told) - most)]


def _more(count: int) -> Sequence[str]:
    if count <= 0:
        return ()
    return (say_many("… and {count} more in the plan", "… and {count} more in the plan", count),)


def _said(stage: str, lines: Sequence[str]) -> Iterator[Voice]:
    for place, line in enumerate(lines):
        yield Voice(
            id=f"{stage}-{place}",
            stage=stage,
            text=line,
            share=Share.QUOTE,
            approved=True,
            order=float(place),
        )


def _people(vision: Vision) -> dict[str, Person]:
    """Return those who made the plan and let their names be printed."""
    shown = [one for one in in_order(vision.steering) if one.printed]
    return {
        one.id: Person(id=one.id, name=one.name, role=one.role, order=one.order) for one in shown
    }


def _agreement(vision: Vision) -> dict[str, Promise]:
    fixed = vision.limits.cannot_change
    if not fixed:
        return {}
    return {"limit": Promise(id="limit", text=say("What cannot change: {words}", words=fixed))}
