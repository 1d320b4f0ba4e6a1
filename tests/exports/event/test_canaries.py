"""No line of an event gets out to readers who may not see it, by no print and in no table."""

from functools import cache
from typing import Any

import pytest

from path_planner.analysis.event_lines import Readers
from path_planner.domain.event.about import Guest
from path_planner.domain.event.contribution import Contribution, Part
from path_planner.domain.event.event import Event, cloth_stage
from path_planner.domain.marks import Stroke
from path_planner.domain.other_versions import OtherVersion
from path_planner.domain.vision.sources import ConsentTerms
from path_planner.domain.voice import Share
from path_planner.exports.base import Choice, EventExport, EventOptions
from path_planner.exports.registry import EVENT_EXPORTS
from tests.exports.canary_words import Canaries
from tests.exports.event import days
from tests.exports.rendered import rendered_event
from tests.exports.unpacked import where, written_in

PLACES: dict[Part, dict[str, Any]] = {
    Part.DISCUSSION: {"topic": "t2"},
    Part.RECOMMENDATION: {"topic": "t2"},
    Part.RESOURCE: {"topic": "t12"},
    Part.REQUEST: {"topic": "gone"},
    Part.TABLE: {"table": "c2", "round": "k1"},
    Part.HARVEST: {"group": "h2"},
    Part.NEWS: {},
    Part.CIRCLE: {},
    Part.PARKING: {},
}
ROOM_PRINTS_WITH_CONVENOR = {"agenda", "topic-sheets", "report-forms"}
WHOLE = ("proceedings", "csv")
"""Documents with every line that their readers may see."""


@cache
def made() -> tuple[Event, Canaries, Canaries, Canaries]:
    """Return an event, and the words in it: those of lines, those of people, and the others.

    A word that may be told is one for everybody; what is for the circle alone has its own words.
    """
    lines, people, others = Canaries(100), Canaries(300), Canaries(500)
    day = days.a_day()
    voices: dict[str, Contribution] = {}
    for part, facts in PLACES.items():
        for share in Share:
            word = word_of(lines, part, share)
            name = f"{part}-{share}".replace(" ", "")
            voices[name] = Contribution(
                id=name, part=part, text=f"{word} said so", share=share, speaker="named"
                if share is Share.NAMED else "unnamed", supported_by="unnamed", **facts,
            )  # fmt: skip
    for share in (Share.PRIVATE, Share.THEME, Share.CIRCLE):
        # What a quote answers does not come along with it, and nor does why a line was struck.
        key = f"struck-{share}"
        voices[key] = Contribution(
            id=key, text=f"{lines.no(f'struck {share}')} gone", table="c2", share=share,
            struck=lines.no(f"why struck {share}"),
        ) if share is not Share.CIRCLE else Contribution(
            id=key, text=f"{others.yes('a struck line')} gone", table="c2", share=Share.QUOTE,
            struck=others.yes("why it was struck"),
        )  # fmt: skip
    voices["answer"] = Contribution(
        id="answer", text=others.yes("an answer"), table="c2", share=Share.QUOTE,
        answers="table-private",
    )  # fmt: skip
    guests = {
        "named": Guest(id="named", name=people.yes("who wants to be named")),
        "unnamed": Guest(id="unnamed", name=people.no("who does not want to be named")),
    }
    later = {"from_later": [people.no("a field of a later version")]}
    topics = {
        key: topic.model_copy(update={"convenor": people.no("a convenor"), **later})
        for key, topic in day.topics.items()
    }
    stroke = Stroke(
        id=people.no("a stroke"), stage=cloth_stage("c2", "k1"), by="unnamed", points=(1, 1, 9, 9)
    )
    event = day.model_copy(
        update={
            "voices": days.by_id(voices.values()),
            "guests": {**day.guests, **days.by_id(guests.values())},
            "topics": topics,
            "marks": {stroke.id: stroke},
            "agreed": ConsentTerms(share=True, how=people.no("how they agreed")),
            "other_versions": {
                "o1": OtherVersion(
                    id="o1", collection="voices", record="answer", field="text",
                    value=people.no("the other version"),
                )
            },
        }
    )  # fmt: skip
    return event, lines, people, others


def word_of(lines: Canaries, part: Part, share: Share) -> str:
    """Return the word of a line; it may be told if everybody may read it."""
    put = lines.yes if share in {Share.QUOTE, Share.NAMED} else lines.no
    return put(f"{part} {share}")


def words_for_the_circle() -> dict[str, str]:
    """Return the words that only those who were there may read, by place."""
    return {place: word for place, word in made()[1].kept.items() if place.endswith(" circle")}


def written(key: str, readers: Readers, event: Event | None = None) -> bytes:
    export = EVENT_EXPORTS.find(key)
    options = EventOptions(on=days.ON, paper=export.paper, audience=readers)
    return rendered_event(key, event or made()[0], options)


def seen(words: dict[str, str], content: bytes) -> dict[str, list[str]]:
    """Return where in a document each of these words stands, for those that do."""
    text = written_in(content)
    return {
        place: where(word, content)[:3] for place, word in words.items() if word.casefold() in text
    }


each_export = pytest.mark.parametrize(
    "export",
    # The people of this day do not follow the paper rule, so it has no card of it.
    [export for export in EVENT_EXPORTS.known if export.offered(made()[0])],
    ids=lambda export: export.key,
)
each_reader = pytest.mark.parametrize("readers", Readers)


def test_every_print_but_one_is_looked_at() -> None:
    event, lines, people, _others = made()
    whole = event.model_dump_json()
    assert all(word in whole for word in (*lines.told.values(), *lines.kept.values()))
    assert all(word in whole for word in (*people.told.values(), *people.kept.values()))
    assert len(lines.kept) == 3 * len(PLACES) + 4


@each_export
@each_reader
def test_no_line_gets_out_to_who_may_not_read_it(export: EventExport, readers: Readers) -> None:
    _event, lines, _people, _others = made()
    for_the_circle = words_for_the_circle() if readers is Readers.CIRCLE else {}
    kept = {place: word for place, word in lines.kept.items() if place not in for_the_circle}
    assert seen(kept, written(export.key, readers)) == {}


@each_export
def test_no_line_leaves_an_event_whose_people_have_not_agreed(export: EventExport) -> None:
    event, lines, _people, others = made()
    closed = event.model_copy(update={"agreed": ConsentTerms(drawings=True)})
    content = written(export.key, Readers.EVERYBODY, closed)
    assert seen({**lines.told, **lines.kept, **others.told}, content) == {}


@each_export
@each_reader
def test_a_print_for_the_room_has_no_line_at_all(export: EventExport, readers: Readers) -> None:
    if Choice.AUDIENCE in export.takes or export.key == "giveaway":
        return
    _event, lines, _people, others = made()
    content = written(export.key, readers)
    assert seen({**lines.told, **lines.kept, **others.told}, content) == {}


@each_export
@each_reader
def test_nobody_is_named_who_does_not_want_it(export: EventExport, readers: Readers) -> None:
    _event, _lines, people, _others = made()
    found = set(seen(people.kept, written(export.key, readers)))
    in_the_circle = export.key == "proceedings" and readers is Readers.CIRCLE
    may_have_convenor = export.key in ROOM_PRINTS_WITH_CONVENOR or in_the_circle
    assert found == ({"a convenor"} if may_have_convenor else set())


@each_export
@each_reader
def test_guests_stand_on_route_cards_alone(export: EventExport, readers: Readers) -> None:
    """First names of the day's guests are words of their own in no other document."""
    names = {"Ludo": "Ludo", "Sunniva": "Sunniva", "Isolde": "Isolde"}
    found = seen(names, written(export.key, readers))
    assert set(found) == (set(names) if export.key == "route-cards" else set())


def test_what_is_given_away_is_for_everybody_whatever_was_chosen() -> None:
    _event, lines, _people, others = made()
    content = written("giveaway", Readers.CIRCLE)
    assert content == written("giveaway", Readers.EVERYBODY)
    may = {**lines.told, **others.told}
    assert set(seen(may, content)) == set(may)


@pytest.mark.parametrize("key", WHOLE)
@each_reader
def test_what_may_be_read_is_in_the_book_and_the_table(key: str, readers: Readers) -> None:
    _event, lines, people, others = made()
    may = {**lines.told, **others.told, **people.told}
    may |= words_for_the_circle() if readers is Readers.CIRCLE else {}
    assert set(seen(may, written(key, readers))) == set(may)
