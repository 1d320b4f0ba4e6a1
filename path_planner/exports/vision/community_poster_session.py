"""A vision as the session of a community's PATH, from which its poster is laid out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from path_planner import stamps
from path_planner.analysis.progress import last_replies, next_review_date
from path_planner.analysis.publishable import publishable
from path_planner.analysis.ranking import actions_by_day, outcomes_by_weight, themes_by_weight
from path_planner.domain.base import sorted_records
from path_planner.domain.marks import Pen, Sketch, Stroke
from path_planner.domain.people import Pathfinder, PathfinderKind, Person, Role
from path_planner.domain.session import About, AgreementLine, Consent, Session
from path_planner.domain.vision.plan import PROGRESS_WORDS, Action, Progress, ResponsibleParty
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share, Voice
from path_planner.exports.vision.easy_read.readability import sentences
from path_planner.i18n import _, format_date, ngettext
from path_planner.scene.model import INK

SKETCH = "themes"
_MOST = 6
_IN_A_ROW = 3
_SIDE = 100.0
_GAP = 30.0
_PITCH = _SIDE + _GAP
_PIECES = 6
"""The number of straight segments for a curve."""
Point = tuple[float, float]


def theme_pictures(vision: Vision) -> tuple[Sketch | Stroke, ...]:
    """Return a sketch with the stamps of the themes, or nothing if there are none."""
    chosen = dict.fromkeys(ranked.theme.picture for ranked in themes_by_weight(vision))
    icons = [stamps.find(one) for one in chosen if stamps.has(one)][:_MOST]
    if not icons:
        return ()
    width = min(len(icons), _IN_A_ROW) * _PITCH - _GAP
    height = -(-len(icons) // _IN_A_ROW) * _PITCH - _GAP
    words = _("Pictures: {words}", words=", ".join(icon.words for icon in icons))
    sketch = Sketch(id=SKETCH, stage="dream", words=words, width=width, height=height)
    return (sketch, *_strokes(icons))


def _strokes(icons: Sequence[stamps.Icon]) -> Iterator[Stroke]:
    number = 0
    for index, icon in enumerate(icons):
        scale = _SIDE / icon.size
        down, across = divmod(index, _IN_A_ROW)
        left, top = across * _PITCH, down * _PITCH
        for line in _lines(icon):
            points = [value for x, y in line for value in (left + x * scale, top + y * scale)]
            yield Stroke(
                id=f"{SKETCH}-{number}",
                stage="dream",
                sketch=SKETCH,
                pen=Pen(colour=INK, width=icon.line * scale),
                points=tuple(points),
                order=float(number),
            )
            number += 1


def _lines(icon: stamps.Icon) -> Iterator[list[Point]]:
    """Yield the lines of a stamp as points, with curves as straight segments."""
    for path in icon.paths:
        line: list[Point] = []
        for letter, values in path:
            ends = list(zip(values[::2], values[1::2], strict=True))
            match letter:
                case "m":
                    if line:
                        yield line
                    line = [ends[0]]
                case "l":
                    line.append(ends[0])
                case "c":
                    line.extend(_curve(line[-1], *ends))
                case _:
                    line.append(line[0])
        if line:
            yield line


def _curve(start: Point, first: Point, second: Point, end: Point) -> Iterator[Point]:
    for piece in range(1, _PIECES + 1):
        t = piece / _PIECES
        parts = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
        four = (start, first, second, end)
        yield (
            sum(part * point[0] for part, point in zip(parts, four, strict=True)),
            sum(part * point[1] for part, point in zip(parts, four, strict=True)),
        )


MOST = 8
"""The most cards of a stage that stay legible on a small poster."""
PEOPLE, AGREEMENT, BANNER = "people", "agreement", "banner"
_STAR = "dream"
_STAGE_IDS = (_STAR, "goal", "now", "enrol", "strengthen", "first_steps")
_ALL = 10_000


@dataclass(frozen=True, slots=True)
class Capacity:
    """The most cards of a part, and the most characters on each."""

    most: int
    letters: int = _ALL
    briefly: bool = False
    """Only names of themes and people are shown, without statements and roles."""

    def cut(self, words: str) -> str:
        """Return words truncated to the capacity, with an ellipsis."""
        if len(words) <= self.letters:
            return words
        begun = words[: self.letters]
        return f"{begun.rpartition(' ')[0] or begun}…"


_ONE_CARD = (
    Capacity(1, 80, briefly=True),
    Capacity(1, 40, briefly=True),
    Capacity(1, 20, briefly=True),
)
_FEWER = (Capacity(3, 160), Capacity(3, 100), Capacity(2, 80), *_ONE_CARD)
_REDUCTIONS: Mapping[str, tuple[Capacity, ...]] = {
    # The star has less space, and should be legible from afar.
    _STAR: (
        Capacity(6),
        Capacity(5),
        *(Capacity(most, briefly=True) for most in (7, 6, 5, 4, 3)),
        Capacity(3, 80, briefly=True),
        *_ONE_CARD,
    ),
    PEOPLE: (
        Capacity(_ALL),
        *(Capacity(most, briefly=True) for most in (_ALL, 10, 8, 6, 4)),
        Capacity(3, 80, briefly=True),
        *_ONE_CARD,
    ),
    AGREEMENT: (Capacity(1), Capacity(1, 240), Capacity(1, 160), *_ONE_CARD),
    BANNER: (Capacity(1), Capacity(1, 160), *_ONE_CARD),
}
_OF_A_STAGE = (*(Capacity(most) for most in range(MOST, 3, -1)), *_FEWER)


def full_capacity() -> dict[str, Capacity]:
    """Return the capacity of each part on a large paper."""
    return {part: capacity_for(part, 0) for part in (*_STAGE_IDS, *_REDUCTIONS)}


def capacity_for(part: str, steps: int) -> Capacity:
    """Return the capacity of a part after so many reductions."""
    ladder = _REDUCTIONS.get(part, _OF_A_STAGE)
    return ladder[min(steps, len(ladder) - 1)]


def is_least(part: str, steps: int) -> bool:
    """Whether a part cannot be reduced further."""
    return steps >= len(_REDUCTIONS.get(part, _OF_A_STAGE)) - 1


PROCESS = "path6"
_SENTENCES = 3
"""The most sentences of the vision before the statements of the themes."""


def community_session(vision: Vision, capacities: Mapping[str, Capacity] | None = None) -> Session:
    """Return the session of the community's PATH, without the words of single voices.

    `capacities` has the capacity of each part, by default that of a large paper.
    """
    public_vision, capacity_of = publishable(vision), {**full_capacity(), **(capacities or {})}
    about, banner = public_vision.about, capacity_of[BANNER]
    voices = chain.from_iterable(
        _said(stage, gather(public_vision, capacity_of[stage]), capacity_of[stage])
        for stage, gather in _STAGES.items()
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
        consent=Consent(review_on=next_review_date(public_vision)),
        people=_people(public_vision, capacity_of[PEOPLE]),
        agreement=_agreement(public_vision, capacity_of[AGREEMENT]),
        voices={voice.id: voice for voice in voices},
        marks={mark.id: mark for mark in theme_pictures(public_vision)},
    )


def _dream(vision: Vision, capacity: Capacity) -> Sequence[str]:
    """Return the sentences of the vision, then the "I" and "we" statements of the themes."""
    vision_sentences = sentences(vision.about.vision)
    themes = [ranked.theme for ranked in themes_by_weight(vision)]
    theme_lines = [
        theme.name if capacity.briefly else theme.statement or theme.name for theme in themes
    ]
    first = vision_sentences[
        : max(1 if capacity.briefly else _SENTENCES, capacity.most - len(theme_lines))
    ]
    return _some([*first, *theme_lines], capacity)


def _statements(vision: Vision, capacity: Capacity) -> Sequence[str]:
    return _some([outcome.statement for outcome in outcomes_by_weight(vision)], capacity)


def _causes(vision: Vision, capacity: Capacity) -> Sequence[str]:
    places = {ranked.theme.id: index for index, ranked in enumerate(themes_by_weight(vision))}
    causes = sorted(
        sorted_records(vision.causes), key=lambda cause: places.get(cause.theme, len(places))
    )
    return _some([cause.text for cause in causes], capacity)


def _who(vision: Vision, capacity: Capacity) -> Sequence[str]:
    return _some(
        list(dict.fromkeys(action.who for action in actions_by_day(vision) if action.who)), capacity
    )


def _first(vision: Vision) -> list[Action]:
    """Return the actions, open ones first."""
    done = _done(vision)
    return sorted(actions_by_day(vision), key=lambda action: action.id in done)


def _done(vision: Vision) -> set[str]:
    return {key for key, reply in last_replies(vision).items() if reply.progress is Progress.DONE}


def _stronger(vision: Vision, capacity: Capacity) -> Sequence[str]:
    """Return the promise, and the actions of the community itself."""
    first = {action.id for action in _first(vision)[:MOST]}
    own = [action for action in actions_by_day(vision) if action.doer is ResponsibleParty.OURSELVES]
    promise = [line for line in vision.limits.promise.splitlines() if line.strip()]
    return _some([*promise, *(action.what for action in own if action.id not in first)], capacity)


def _steps(vision: Vision, capacity: Capacity) -> Sequence[str]:
    done = _done(vision)
    return _some(
        [_step(action, action.id in done, capacity) for action in _first(vision)], capacity
    )


def _step(action: Action, done: bool, capacity: Capacity) -> str:
    """Return an action as a line: what, who and by when."""
    day = _("by {date}", date=format_date(action.by_when)) if action.by_when else ""
    progress = _(PROGRESS_WORDS[Progress.DONE]) if done else ""
    facts = " · ".join(part for part in (capacity.cut(action.who), day, progress) if part)
    return "\n".join(part for part in (capacity.cut(action.what), facts) if part)


def _some(lines: list[str], capacity: Capacity) -> Sequence[str]:
    shown = [line for line in lines if line.strip()]
    return [*shown[: capacity.most], *_more(len(shown) - capacity.most)]


def _more(count: int) -> Sequence[str]:
    if count <= 0:
        return ()
    return (ngettext("… and {count} more in the plan", "… and {count} more in the plan", count),)


def _said(stage: str, lines: Sequence[str], capacity: Capacity) -> Iterator[Voice]:
    for index, line in enumerate(lines):
        yield Voice(
            id=f"{stage}-{index}",
            stage=stage,
            text=line if stage == "first_steps" else capacity.cut(line),
            share=Share.QUOTE,
            approved=True,
            order=float(index),
        )


def _people(vision: Vision, capacity: Capacity) -> dict[str, Person]:
    """Return the members of the steering group who agreed to be printed."""
    shown = [member for member in sorted_records(vision.steering) if member.printed]
    found = [
        Person(
            id=member.id,
            name=capacity.cut(member.name),
            role=Role.OTHER if capacity.briefly else member.role,
            order=member.order,
        )
        for member in shown[: capacity.most]
    ]
    last = max((member.order for member in found), default=0.0) + 1
    rest = _more(len(shown) - capacity.most)
    found += [Person(id="more", name=words, role=Role.OTHER, order=last) for words in rest]
    return {member.id: member for member in found}


def _agreement(vision: Vision, capacity: Capacity) -> dict[str, AgreementLine]:
    fixed = capacity.cut(vision.limits.cannot_change)
    if not fixed:
        return {}
    return {"limit": AgreementLine(id="limit", text=_("What cannot change: {words}", words=fixed))}


_STAGES = {
    "dream": _dream,
    "goal": _statements,
    "now": _causes,
    "enrol": _who,
    "strengthen": _stronger,
    "first_steps": _steps,
}
