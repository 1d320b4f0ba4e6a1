"""Visions to test with: a small one in words, and others of every shape by property."""

from datetime import UTC, date, datetime
from random import Random
from typing import Any

from hypothesis import strategies as st

from path_planner.domain.people import Role
from path_planner.domain.vision.plan import (
    Action,
    Answer,
    MeasureReading,
    Outcome,
    Progress,
    Reply,
    ReviewRound,
)
from path_planner.domain.vision.sources import (
    ConsentTerms,
    Publication,
    SharedVoice,
    Source,
    SourceKind,
    StakeholderGroup,
    Withdrawal,
)
from path_planner.domain.vision.theme import Cause, Disagreement, Side, Theme, ThemeAssignment
from path_planner.domain.vision.vision import Member, Vision
from path_planner.domain.vision.voting import Ballot, Method, Priority, VoteRound
from path_planner.domain.voice import Expressed, Share

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TOLD = (
    "I go to the garden.",
    "We need a bus on Sundays.",
    "Nobody asks me.",
    "میرا گھر",
    "我的家",
    "👩🏽‍🦽 and 🏡",
    "=1+1",
    "Nothing.",
)
EMPTY = frozenset({"Nothing."})
"""Those of them that say nothing."""


def keyed(records: Any) -> dict[str, Any]:
    """Return records by their ids."""
    return {record.id: record for record in records}


def a_vision(**collections: Any) -> Vision:
    """Return a vision; a collection is a list of its records, a single is its value."""
    fields = {
        name: keyed(value) if name in Vision.kind.collections else value
        for name, value in collections.items()
    }
    return Vision(**{"id": "v7f3q2m", "begun": NOON, "updated": NOON, **fields})


def a_source(source_id: str = "s1", **facts: Any) -> Source:
    """Return a source whose people agreed to share."""
    return Source(id=source_id, **{"agreed": ConsentTerms(share=True), **facts})


def a_voice(voice_id: str = "q1", source: str = "s1", **facts: Any) -> SharedVoice:
    """Return a voice that may be quoted."""
    told = {"text": "I go to the garden.", "share": Share.QUOTE, **facts}
    return SharedVoice(id=voice_id, source=source, **told)


def placed(voice: str, theme: str, **facts: Any) -> ThemeAssignment:
    """Return a voice in a theme."""
    return ThemeAssignment(
        id=facts.pop("id", f"{voice}-{theme}"), voice=voice, theme=theme, **facts
    )


def small() -> Vision:
    """Return a vision of two PATHs and a café with everything in it once."""
    return a_vision(
        sources=[
            a_source("s1", order=1, people=6, place="Little Hopeford"),
            a_source("s2", order=2, held_on=date(2026, 5, 4)),
            a_source("s3", order=3, what=SourceKind.CAFE, people=30, group="Neighbours"),
        ],
        voices=[
            a_voice("q1", "s1", speaker="1", role=Role.PATHFINDER, order=1),
            a_voice("q2", "s1", speaker="2", role=Role.FAMILY, text="We go too.", order=2),
            a_voice("q3", "s2", text="Only counted.", share=Share.THEME, order=3),
            a_voice("q4", "s3", text="A bus!", share=Share.NAMED, named="Ada Field", order=4),
            a_voice("q5", "s3", text="I like quiet.", alone=True, order=5),
            a_voice("q6", "s3", text="Not placed yet.", role=Role.PROFESSIONAL, order=6),
        ],
        themes=[
            Theme(id="t1", name="Green places", statement="I have a garden.", order=1),
            Theme(id="t2", name="Getting about", order=2),
        ],
        placings=[placed("q1", "t1"), placed("q2", "t1"), placed("q3", "t1"), placed("q4", "t2")],
        causes=[Cause(id="c1", theme="t2", text="The last bus goes at five.")],
        disagreements=[
            Disagreement(
                id="d1",
                about="The gate",
                theme="t1",
                one=Side(words="Open", voices=("q1",)),
                other=Side(words="Shut", voices=("q2",)),
            )
        ],
        priorities=[
            Priority(id="p1", title="A bus", themes=("t2",), chosen=True, order=1),
            Priority(id="p2", title="A garden", themes=("t1", "t2"), order=2),
        ],
        votes=[VoteRound(id="r1", options=("p1", "p2"), open=False)],
        ballots=[
            Ballot(id="b1", round="r1", standing=StakeholderGroup.LIVED, given={"p1": 2, "p2": 1}),
            Ballot(id="b2", round="r1", given={"p2": 3}, not_lost=("p1",), by_proxy=True),
        ],
        actions=[Action(id="a1", what="Ask the bus company", priorities=("p1",), who="Ada")],
        outcomes=[Outcome(id="o1", statement="I get home at night.", priorities=("p1",))],
        rounds=[ReviewRound(id="n1", on=date(2027, 1, 1))],
        replies=[Reply(id="y1", round="n1", action="a1", progress=Progress.DONE)],
        answers=[Answer(id="w1", reply="y1", confirms=True)],
        readings=[MeasureReading(id="m1", round="n1", outcome="o1", words="Twice a week")],
        steering=[Member(id="k1", name="Ada Field", printed=True), Member(id="k2", name="Bo")],
    )


def visions(most: int = 4) -> st.SearchStrategy[Vision]:
    """Draw a vision of any shape: dangling pointers, double placings, all share levels.

    Only a number is drawn and the rest made from it: that is many times quicker.
    """
    return st.integers(0, 2**32).map(lambda seed: _Making(seed, most).vision())


class _Making:
    """Makes one vision by chance."""

    def __init__(self, seed: int, most: int) -> None:
        self._chance = Random(seed)  # noqa: S311 # a test, not a secret
        self._ids = {
            letter: [f"{letter}{n}" for n in range(self._chance.randint(0, most))]
            for letter in "stpaodcrbk"
        }
        self._ids["q"] = [f"q{n}" for n in range(self._chance.randint(0, 3 * most))]

    def vision(self) -> Vision:
        """Make it."""
        return a_vision(**self._heard(), **self._themed(), **self._planned(), **self._chosen())

    def _heard(self) -> dict[str, Any]:
        chance = self._chance
        return {
            "sources": [
                a_source(
                    one,
                    what=chance.choice(list(SourceKind)),
                    people=chance.choice((0, 0, 1, 7)),
                    file=chance.choice((None, None, "f1", "f2")),
                    agreed=ConsentTerms(
                        share=chance.random() < 0.8, drawings=chance.random() < 0.5
                    ),
                    kept_as="Flat 4",
                    order=self._order(),
                )
                for one in self._ids["s"]
            ],
            "voices": [self._voice(one) for one in self._ids["q"]],
            "steering": [
                Member(id=one, name="Ada Field", printed=chance.random() < 0.5)
                for one in self._ids["k"]
            ],
            "printed": [Publication(id="x1", what="plan", at=NOON)][: chance.randint(0, 1)],
            "withdrawals": [Withdrawal(id="z1", at=NOON, source="s1")][: chance.randint(0, 1)],
        }

    def _voice(self, voice_id: str) -> SharedVoice:
        chance = self._chance
        return a_voice(
            voice_id,
            self._one("s"),
            text=chance.choice(TOLD),
            share=chance.choice([*Share, Share.QUOTE, Share.QUOTE]),
            speaker=chance.choice((None, "1", "2")),
            named=chance.choice(("", "Ada Field")),
            role=chance.choice(list(Role)),
            expressed=chance.choice(list(Expressed)),
            alone=chance.random() < 0.3,
            order=self._order(),
        )

    def _themed(self) -> dict[str, Any]:
        places = self._chance.randint(0, 3 * len(self._ids["t"]))
        return {
            "themes": [Theme(id=one, name="Home", order=self._order()) for one in self._ids["t"]],
            "placings": [placed(self._one("q"), self._one("t"), id=f"g{n}") for n in range(places)],
            "causes": [Cause(id=one, theme=self._one("t"), text="So") for one in self._ids["c"]],
            "disagreements": [
                Disagreement(
                    id=one,
                    about="The gate",
                    one=Side(voices=self._some("q")),
                    other=Side(voices=self._some("q")),
                )
                for one in self._ids["d"]
            ],
        }

    def _planned(self) -> dict[str, Any]:
        return {
            "priorities": [
                Priority(id=one, title="Bus", themes=self._some("t"), order=self._order())
                for one in self._ids["p"]
            ],
            "actions": [
                Action(id=one, what="Ask", priorities=self._some("p"), order=self._order())
                for one in self._ids["a"]
            ],
            "outcomes": [
                Outcome(id=one, statement="Home", priorities=self._some("p"), order=self._order())
                for one in self._ids["o"]
            ],
        }

    def _chosen(self) -> dict[str, Any]:
        chance = self._chance
        return {
            "votes": [
                VoteRound(
                    id=one,
                    method=chance.choice(list(Method)),
                    options=self._some("p"),
                    open=chance.random() < 0.5,
                    order=self._order(),
                )
                for one in self._ids["r"]
            ],
            "ballots": [
                Ballot(
                    id=one,
                    round=self._one("r"),
                    standing=chance.choice(list(StakeholderGroup)),
                    by_proxy=chance.random() < 0.3,
                    people=chance.choice((1, 1, 4)),
                    given={given: chance.randint(0, 5) for given in self._some("p")},
                    not_lost=self._some("p")[:1],
                )
                for one in self._ids["b"]
            ],
        }

    def _order(self) -> float:
        return self._chance.choice((0.0, 1.0, 2.0, -1.0))

    def _one(self, letter: str) -> str:
        """Point at a record, or now and then at one that is gone."""
        return self._chance.choice([*self._ids[letter], *self._ids[letter], "gone"])

    def _some(self, letter: str) -> tuple[str, ...]:
        return tuple(self._one(letter) for _ in range(self._chance.randint(0, 3)))
