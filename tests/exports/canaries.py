"""A vision with a word of its own in every place: those that may be told and those that may not."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from path_planner.domain.marks import Pen, Stroke
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
    Drawing,
    MissingGroup,
    Publication,
    SourceKind,
    StakeholderGroup,
)
from path_planner.domain.vision.theme import Cause, Disagreement, Side, Theme
from path_planner.domain.vision.vision import AboutVision, Limits, Member, Vision
from path_planner.domain.vision.voting import Ballot, Priority, VoteRound
from path_planner.domain.voice import Share
from path_planner.services.vision.publication import opted_out
from path_planner.services.vision.withdrawal import without_source, without_voices
from tests.analysis.visions import a_source, a_vision, a_voice, placed
from tests.exports.canary_words import Canaries

MOMENT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def vision_with_canaries() -> tuple[Vision, Canaries]:
    """Return the vision and the words in it."""
    put = Canaries()
    yes, no = put.yes, put.no
    later = {"from_later": {"deep": [no("a field of a later version")]}}
    made = a_vision(
        about=_about(yes, later),
        limits=Limits(
            **{name: yes(f"limits.{name}") for name in Limits.model_fields},
            **later,
        ),
        sources=_sources(yes, no, later),
        voices=_voices(yes, no, later),
        **_pictures(yes, no, later),
        **_themed(yes, later),
        **_planned(yes, later),
        steering=[
            Member(id="k1", name=yes("a printed member"), printed=True, **later),
            Member(id="k2", name=no("a member who is not printed"), role=Role.ADVOCATE),
        ],
        printed=[
            Publication(id="x1", what=no("what was printed"), at=MOMENT, voices=("q1", "q9", "q10"))
        ],
        unheard=[
            MissingGroup(
                id="u1",
                who=yes("who was not heard"),
                why=yes("why not"),
                what_next=yes("what then"),
            )
        ],
        updated=MOMENT,
        **{f"whole_{no('a name from later').lower()}": no("a value from later")},
    )
    numbers = (f"w{number}" for number in count())
    made = without_voices(made, "s1", ["q9"], lambda: next(numbers), MOMENT, for_good=True)
    return without_source(made, "s3", lambda: next(numbers), MOMENT), put


def _about(yes: Any, later: Any) -> AboutVision:
    words = [
        "title",
        "community",
        "made_by",
        "contact",
        "thanks",
        "summary",
        "vision",
        "easy",
        "how",
    ]
    return AboutVision(
        **{name: yes(f"about.{name}") for name in words}, next_look=date(2027, 6, 1), **later
    )


def _sources(yes: Any, no: Any, later: Any) -> list[Any]:
    def secrets(source: str) -> dict[str, Any]:
        agreed = {"share": True, "drawings": True, "how": no(f"how {source} agreed"), **later}
        return {
            "kept_as": no(f"what {source} is kept as"),
            "session": no(f"the session of {source}"),
            "names": (no(f"a name taken out of {source}"),),
            "agreed": agreed,
            "at": MOMENT,
            **later,
        }

    told = {"place": yes("a place"), "group": yes("a group"), "people": 9, "order": 1}
    refused = {**secrets("s4"), "agreed": {"share": False, "drawings": True}}
    return [
        a_source("s1", **secrets("s1"), **told, held_on=date(2026, 5, 1)),
        a_source("s2", what=SourceKind.CAFE, **secrets("s2"), order=2),
        a_source("s3", **secrets("s3"), place=no("the place of a source taken back"), order=3),
        a_source("s4", **refused, group=no("the group of a source without a yes"), order=4),
        a_source("s5", **{**secrets("s5"), "agreed": {"share": True, "drawings": False}}, order=5),
    ]


def _voices(yes: Any, no: Any, later: Any) -> list[Any]:
    def voice(key: str, source: str, words: str, **facts: Any) -> Any:
        secret = {"original": no(f"the id of {key} in its session"), **later}
        secret["came_as"] = no(f"how {key} came")
        return a_voice(key, source, text=words, order=int(key[1:]), **secret, **facts)

    named = no("a name that only share level named may print")
    return [
        voice(
            "q1", "s1", yes("a quote in a theme"), role=Role.PATHFINDER, speaker="1", named=named
        ),
        voice(
            "q2",
            "s2",
            yes("a named quote"),
            share=Share.NAMED,
            named=yes("a named speaker"),
            speaker="7",
        ),
        voice("q3", "s1", yes("a voice of one"), alone=True, speaker="2"),
        voice("q4", "s1", yes("a voice in the pile")),
        voice("q5", "s1", yes("one side's voice"), role=Role.FAMILY, speaker="3"),
        voice("q6", "s2", yes("the other side's voice"), role=Role.PROFESSIONAL),
        voice("q7", "s1", no("a voice that is only counted"), share=Share.THEME, named=named),
        voice("q8", "s1", no("a lone voice only counted"), share=Share.THEME, alone=True),
        voice("q9", "s1", no("a voice taken back")),
        voice("q10", "s1", no("a voice for the circle"), share=Share.CIRCLE),
        voice("q11", "s1", no("a private voice"), share=Share.PRIVATE),
        voice("q12", "s3", no("a voice of a source taken back")),
        voice("q13", "s4", no("a voice of a source without a yes"), share=Share.NAMED, named=named),
        voice("q14", "gone", no("a voice of a source that is gone")),
        # Of the same speaker as the named quote, and not to be known by it.
        opted_out(
            voice(
                "q16",
                "s2",
                no("a voice that somebody asked not to print"),
                share=Share.NAMED,
                named=named,
                speaker="8",
            )
        ),
        voice("q15", "s2", yes("no name with it"), speaker="7", role=Role.ADVOCATE),
    ]


def _pictures(yes: Any, no: Any, later: Any) -> dict[str, Any]:
    def drawing(key: str, source: str, words: str, theme: str | None = None) -> Drawing:
        stroke = Stroke(
            id=no(f"the id of a stroke of {key}"),
            stage="dream",
            by=no(f"who drew {key}"),
            sketch=no(f"the sketch of {key}"),
            groups=(no(f"what {key} moves with"),),
            foreign={no(f"a foreign key of {key}"): no(f"a foreign value of {key}")},
            pen=Pen(**later),
            points=(5, 5, 40, 60, 90, 20),
            **later,
        )
        facts = {"words": words, "theme": theme, "width": 100, "height": 80}
        return Drawing(id=key, source=source, strokes=(stroke,), **facts, **later)

    return {
        "drawings": [
            drawing("f1", "s1", yes("a drawing in a theme"), "t1"),
            drawing("f2", "s1", yes("a drawing in no theme")),
            drawing("f3", "s5", no("a drawing without a yes"), "t1"),
            drawing("f4", "s4", no("a drawing of a source without a yes")),
            drawing("f5", "s3", no("a drawing taken back")),
        ]
    }


def _themed(yes: Any, later: Any) -> dict[str, Any]:
    return {
        "themes": [
            Theme(
                id="t1",
                name=yes("the name of a theme"),
                statement=yes("the statement of a theme"),
                agreed_by=("k1",),
                picture="house",
                **later,
            ),
            Theme(id="t2", name=yes("another theme"), easy=yes("a theme in easy words")),
        ],
        "placings": [
            placed(f"q{voice}", "t1", **later) for voice in (1, 5, 6, 7, 9, 10, 11, 12, 13, 14)
        ]
        + [placed("q2", "t2")],
        "causes": [Cause(id="c1", theme="t1", text=yes("a cause"), **later)],
        "disagreements": [
            Disagreement(
                id="d1",
                about=yes("a disagreement"),
                theme="t1",
                one=Side(words=yes("one side"), voices=("q5", "q13", "q11"), **later),
                other=Side(words=yes("the other side"), voices=("q6", "q9")),
                what_next=yes("what happens next"),
                **later,
            )
        ],
    }


def _planned(yes: Any, later: Any) -> dict[str, Any]:
    priority = {"themes": ("t1",), "chosen": True}
    action = {"priorities": ("p1",), "by_when": date(2027, 3, 4)}
    return {
        "priorities": [
            Priority(
                id="p1", title=yes("a priority"), why=yes("why a priority"), **priority, **later
            )
        ],
        "votes": [VoteRound(id="r1", options=("p1",), question=yes("a question"), open=False)],
        "ballots": [
            Ballot(
                id=f"b{number}",
                round="r1",
                standing=StakeholderGroup.LIVED,
                given={"p1": 2},
                **later,
            )
            for number in range(6)
        ]
        # One person alone of a standing: a secret vote must not tell what this one gave.
        + [Ballot(id="b9", round="r1", standing=StakeholderGroup.PROFESSIONAL, by_proxy=True)],
        "actions": [
            Action(
                id="a1",
                what=yes("an action"),
                who=yes("who acts"),
                resources=yes("resources"),
                how_we_know=yes("how we know"),
                **action,
                **later,
            )
        ],
        "outcomes": [
            Outcome(
                id="o1",
                priorities=("p1",),
                **{
                    name: yes(f"outcome.{name}")
                    for name in ("statement", "measure", "chosen_by", "now", "hoped")
                },
                **later,
            )
        ],
        "rounds": [
            ReviewRound(id="n1", on=date(2027, 6, 1), words=yes("words of a round"), **later)
        ],
        "replies": [
            Reply(
                id="y1",
                round="n1",
                action="a1",
                progress=Progress.CANNOT,
                why=yes("why it cannot be done"),
                who_decided=yes("who decided"),
                we_did=yes("what was done instead"),
                **later,
            )
        ],
        "answers": [Answer(id="w1", reply="y1", confirms=False, words=yes("an answer"), **later)],
        "readings": [
            MeasureReading(
                id="m1", round="n1", outcome="o1", words=yes("what a measure showed"), **later
            )
        ],
    }
