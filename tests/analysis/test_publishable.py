"""What is given away holds all that was agreed, and nothing that was not."""

from typing import Any

import pytest
from hypothesis import given, settings

from path_planner.analysis.counts import count_all, count_of
from path_planner.analysis.numbering import references, trace
from path_planner.analysis.publishable import (
    NOT_QUOTED,
    WITHHELD,
    WITHHELD_COLLECTIONS,
    publishable,
)
from path_planner.analysis.queries import (
    all_voices,
    single_voices,
    unassigned_voices,
    voices_in,
    without_reidentifiable,
)
from path_planner.analysis.quotes import quote_of
from path_planner.analysis.tally import Result, tally
from path_planner.domain.marks import Pen, Stroke
from path_planner.domain.vision.sources import Drawing, Publication, Withdrawal
from path_planner.domain.vision.theme import Disagreement, Side
from path_planner.domain.vision.vision import AboutVision, Limits, Member, Vision
from path_planner.domain.voice import Share
from tests.analysis.visions import NOON, a_source, a_voice, small, visions

TRAVELS = {
    "about": "title community made_by contact thanks language summary vision easy how next_look"
    " population signed_off licence licence_words",
    "limits": "can_change cannot_change who_decides budget promise",
    "steering": "id name role leads printed order",
    "sources": "id what file held_on place group people agreed order",
    "voices": "id source stage text share speaker named role supported expressed language checked"
    " reworded alone question agrees disagrees order",
    "drawings": "id source theme words width height strokes order",
    "unheard": "id who why what_next order",
    "themes": "id name statement easy agreed_by picture order",
    "placings": "id voice theme order",
    "causes": "id theme text order",
    "disagreements": "id about theme one other what_next order",
    "priorities": "id title easy themes why chosen order",
    "votes": "id method question dots options held_on open order",
    "ballots": "id round standing by_proxy people given not_lost",
    "actions": "id priorities doer what easy who by_when resources how_we_know order",
    "outcomes": "id priorities statement easy measure chosen_by now hoped order",
    "rounds": "id on words next_on order",
    "replies": "id round action progress we_did why who_decided order",
    "answers": "id reply confirms words standing order",
    "readings": "id round outcome words order",
}


def models() -> dict[str, Any]:
    """Return the model of every part of a vision."""
    kind = Vision.kind
    return {**kind.singles, **{name: one._type for name, one in kind.collections.items()}}


@pytest.mark.parametrize("name", [one for one in models() if one not in WITHHELD_COLLECTIONS])
def test_of_every_field_somebody_decided_whether_it_travels(name: str) -> None:
    """A new field fails here until it stands in one of the two lists."""
    travels, back = {*TRAVELS[name].split()}, WITHHELD.get(name, frozenset())
    assert not travels & back
    assert travels | back == {*models()[name].model_fields}


@settings(deadline=None)
@given(visions())
def test_taking_it_twice_changes_nothing(vision: Vision) -> None:
    once = publishable(vision)
    assert publishable(once) == once
    assert publishable(once).model_dump_json() == once.model_dump_json()


@settings(deadline=None)
@given(visions())
def test_what_is_given_away_tells_the_same_as_the_whole(vision: Vision) -> None:
    given_away = publishable(without_reidentifiable(vision))
    assert references(given_away) == references(vision)
    assert trace(given_away) == trace(vision)
    assert count_all(given_away) == count_all(vision)
    for theme in vision.themes:
        mine, theirs = voices_in(vision, theme), voices_in(given_away, theme)
        assert [one.id for one in mine] == [one.id for one in theirs]
        assert count_of(vision, mine) == count_of(given_away, theirs)
    for held in vision.votes:
        one, other = tally(given_away, held), tally(vision, held)
        assert one.people == other.people
        # From where people speak may be left out of a secret vote, where it would tell who.
        assert [_undivided(result) for result in one.results] == [
            _undivided(result) for result in other.results
        ]
    for ask in (single_voices, unassigned_voices):
        assert [one.id for one in ask(given_away)] == [one.id for one in ask(vision)]
    for voice in all_voices(vision):
        assert quote_of(given_away, given_away.voices[voice.id]) == quote_of(vision, voice)


def _undivided(result: Result) -> Result:
    return result._replace(by_stakeholder_group={}, answered_by={})


@settings(deadline=None)
@given(visions())
def test_it_can_be_read_again(vision: Vision) -> None:
    given_away = publishable(vision)
    assert Vision.model_validate_json(given_away.model_dump_json()) == given_away


@settings(deadline=None)
@given(visions())
def test_records_come_in_an_order_that_tells_nothing(vision: Vision) -> None:
    backwards = {
        name: dict(reversed(getattr(vision, name).items())) for name in Vision.kind.collections
    }
    told = publishable(vision).model_dump_json()
    assert publishable(vision.model_copy(update=backwards)).model_dump_json() == told


PRIVATE = "Xylograph"


def with_secrets() -> Vision:
    """Return the small vision with a word in every place that must not get out."""
    vision = small()
    later = {"later": {"deep": [PRIVATE]}}
    stroke = Stroke(
        id="kXylograph",
        stage="dream",
        by="Xylograph",
        sketch="Xylograph",
        signs="Xylograph",
        groups=("Xylograph",),
        foreign={"link": PRIVATE},
        pen=Pen(**later),
        points=(1, 2, 3, 4),
        **later,
    )
    theme_only = a_voice("q7", share=Share.THEME, text=PRIVATE, named=PRIVATE, order=7)
    secret = {
        "kept_as": PRIVATE,
        "session": "xylograph",
        "names": (PRIVATE,),
        "at": NOON,
        "agreed": {"share": True, "drawings": True, "how": PRIVATE, **later},
    }
    told = a_voice("q1", original="Xylograph", came_as=PRIVATE, named=PRIVATE, speaker="1", **later)
    add: dict[str, Any] = {
        "sources": {"s1": a_source("s1", **secret, **later), "s9": a_source("s9", agreed={})},
        "voices": {
            "q1": told,
            "q7": theme_only,
            "q8": a_voice("q8", share=Share.CIRCLE, text=PRIVATE),
            "q9": a_voice("q9", "s9", text=PRIVATE),
        },
        "drawings": {
            "f1": Drawing(id="f1", source="s1", width=9, height=9, strokes=(stroke,), **later),
            "f2": Drawing(id="f2", source="s2", words=PRIVATE, width=9, height=9),
        },
        "disagreements": {
            "d1": Disagreement(id="d1", about="Gate", one=Side(voices=("q9", "q1"), **later))
        },
        "steering": {"k2": Member(id="k2", name=PRIVATE, **later)},
        "printed": {"x1": Publication(id="x1", what=PRIVATE, at=NOON)},
        "withdrawals": {"z1": Withdrawal(id="z1", at=NOON, source="s1", originals=("Xylograph",))},
    }
    update: dict[str, Any] = {
        name: {**getattr(vision, name), **records} for name, records in add.items()
    }
    update["about"] = AboutVision(title="Ours", **later)
    update["limits"] = Limits(budget="None", **later)
    return Vision(**{**dict(vision), **update, **later})


def test_no_private_word_gets_out() -> None:
    vision = with_secrets()
    assert PRIVATE in vision.model_dump_json()
    told = publishable(vision).model_dump_json()
    assert PRIVATE.lower() not in told.lower()


def test_what_was_agreed_gets_out() -> None:
    told = publishable(with_secrets())
    assert told.voices["q1"].text == "I go to the garden."
    assert told.voices["q4"].named == "Ada Field"
    assert told.voices["q7"].text == NOT_QUOTED
    assert {"q8", "q9"} & told.voices.keys() == set()
    assert told.disagreements["d1"].one.voices == ("q1",)
    assert told.drawings["f1"].strokes[0].points == (1, 2, 3, 4)
    assert "f2" not in told.drawings
    assert told.steering["k1"].name == "Ada Field"
    assert told.steering["k2"].name == NOT_QUOTED
    assert told.about.title == "Ours"
