"""What comes first where not everything has room."""

from datetime import date

from path_planner.analysis.ranking import (
    actions_by_day,
    outcomes_by_weight,
    priorities_by_weight,
    themes_by_weight,
)
from path_planner.analysis.tally import tally
from path_planner.domain.base import put, with_fields
from path_planner.domain.people import Role
from path_planner.domain.vision.plan import Action
from path_planner.domain.vision.sources import SourceKind
from path_planner.domain.vision.theme import Theme, ThemeAssignment
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Ballot, Method, Priority, VoteRound
from tests.analysis.visions import a_source, a_vision, a_voice, placed
from tests.exports.visions import vision


def said_by(*themes: tuple[str, SourceKind, Role, int]) -> Vision:
    """Return a vision in which so many people of a role said each theme in a kind of source."""
    sources = [a_source(kind.name, what=kind) for kind in SourceKind]
    voices, placings, names = [], [], {}
    for number, (theme, kind, role, people) in enumerate(themes):
        names[theme] = Theme(id=theme, name=theme, order=len(names))
        for person in range(people):
            key = f"q{number}-{person}"
            speaker = f"p{number}-{person}"
            voices.append(a_voice(key, kind.name, speaker=speaker, role=role))
            placings.append(placed(key, theme))
    return a_vision(sources=sources, voices=voices, placings=placings, themes=list(names.values()))


def order(vision: Vision) -> list[str]:
    """Return the themes in their order."""
    return [one.theme.id for one in themes_by_weight(vision)]


def test_themes_of_most_people_come_first_and_none_is_lost() -> None:
    made = put(vision(), "themes", Theme(id="small", name="Small", order=-1))
    made = put(made, "placings", ThemeAssignment(id="x", voice="s0v0", theme="small"))
    assert order(made) == ["t0", "t2", "small", "t1", "t3"]
    assert themes_by_weight(made)[2].said.people == 1


def test_those_who_plan_for_themselves_come_before_others_and_professionals_last() -> None:
    made = said_by(
        ("forms", SourceKind.PATH, Role.PROFESSIONAL, 9),
        ("parking", SourceKind.PATH, Role.FAMILY, 5),
        ("homes", SourceKind.PATH, Role.PATHFINDER, 2),
        ("buses", SourceKind.PATH, Role.PATHFINDER, 2),
        ("buses", SourceKind.PATH, Role.FAMILY, 1),
        ("nothing", SourceKind.PATH, Role.FAMILY, 0),
    )
    assert order(made) == ["buses", "homes", "parking", "forms", "nothing"]


def test_one_survey_does_not_bury_twelve_paths() -> None:
    made = said_by(
        ("waiting", SourceKind.WRITTEN, Role.OTHER, 200),
        ("staff", SourceKind.WRITTEN, Role.OTHER, 150),
        ("parking", SourceKind.WRITTEN, Role.OTHER, 100),
        ("homes", SourceKind.PATH, Role.PATHFINDER, 12),
        ("buses", SourceKind.PATH, Role.PATHFINDER, 5),
    )
    assert order(made) == ["homes", "waiting", "buses", "staff", "parking"]


def test_a_fist_of_five_is_ranked_by_its_average_and_not_by_how_many_answered() -> None:
    made = a_vision(
        priorities=[Priority(id=one, title=one, order=n) for n, one in enumerate("abc")],
        votes=[VoteRound(id="r", method=Method.FISTS, options=tuple("abc"), open=False)],
        ballots=[
            Ballot(id="b1", round="r", people=20, given={"a": 2}),
            Ballot(id="b2", round="r", people=4, given={"b": 5}),
        ],
    )
    results = tally(made, "r").results
    assert [one.priority for one in results] == ["b", "a", "c"]
    assert [one.total for one in results] == [20, 40, 0]
    assert [one.average for one in results] == [5, 2, None]
    assert [one.answered for one in results] == [4, 20, 0]
    assert [one.id for one in priorities_by_weight(made)] == ["b", "a", "c"]


def test_what_was_chosen_comes_in_the_order_of_the_votes() -> None:
    assert [one.id for one in priorities_by_weight(vision())] == ["p0", "p1", "p2"]
    made = vision()
    bare = {key: with_fields(one, chosen=False) for key, one in made.priorities.items()}
    nothing = made.model_copy(update={"priorities": bare, "votes": {}})
    assert [one.id for one in priorities_by_weight(nothing)] == ["p0", "p1", "p2", "p3"]


def test_actions_come_by_their_day_without_what_cannot_be_done() -> None:
    made = put(vision(), "actions", Action(id="someday", what="Think."))
    made = put(made, "actions", Action(id="soon", what="Go.", by_when=date(2026, 12, 1)))
    assert [one.id for one in actions_by_day(made)] == ["soon", "a0", "a2", "a3", "someday"]


def test_outcomes_of_what_was_chosen_come_first() -> None:
    made = vision()
    early = made.outcomes["o3"].model_copy(update={"order": -1.0})
    found = outcomes_by_weight(put(made, "outcomes", early))
    assert [one.id for one in found] == ["o0", "o1", "o2", "o3"]
