"""A day together comes into a vision: as agreed, without names, updated, and withdrawn."""

from pathlib import Path
from typing import Any

import pytest

from path_planner.analysis.publishable import publishable
from path_planner.domain.event.about import AboutEvent, Guest
from path_planner.domain.event.cafe import CafeTable, HarvestGroup, Round
from path_planner.domain.event.contribution import Contribution, Part
from path_planner.domain.event.event import Event, cloth_stage
from path_planner.domain.event.open_space import Topic
from path_planner.domain.marks import Stroke
from path_planner.domain.people import Role
from path_planner.domain.vision.sources import ConsentTerms, SourceKind
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.errors import (
    DayNotAgreedToShare,
    NothingToShare,
    OlderPlan,
    WithdrawnBefore,
)
from path_planner.services.context import VisionContext
from path_planner.services.vision.anonymised_copy import SourceDetails
from path_planner.services.vision.documents import begin
from path_planner.services.vision.imports.conversation import AboutRecord
from path_planner.services.vision.sources import GatherResult, add_event, add_file, withdraw
from path_planner.services.vision.theme_suggestions import harvest_seeds
from path_planner.services.vision.themes import make_theme
from path_planner.storage import serializer
from path_planner.storage.store_registry import open_vision_store
from path_planner.ui.vision.theme_board.suggestions import suggest_clusters
from tests.domain.builders import NOON

CANARY = "canaryprivate"
GUESTS = {
    "g1": Guest(id="g1", name="Wilma Quince", role=Role.SELF_ADVOCATE, order=1),
    "g2": Guest(id="g2", name="Otis", role=Role.PROFESSIONAL, order=2),
    "g3": Guest(id="g3", present=False, order=3),
}


def line(line_id: str, text: str, share: Share = Share.QUOTE, **facts: Any) -> Contribution:
    """Return a line of the day."""
    return Contribution(id=line_id, text=text, share=share, order=float(line_id[1:]), **facts)


def a_day(revision: int = 1, *, share: bool = True, **changes: Contribution | None) -> Event:
    """Return a day with two topics, of which one was merged, and a café of two tables."""
    said = [
        line("v1", "Wilma says there is no bus after six", topic="t1", part=Part.DISCUSSION,
             speaker="g1"),
        line("v2", "Otis will ask the council", topic="t2", part=Part.RECOMMENDATION, speaker="g2"),
        line("v3", "A bench by the shop", Share.THEME, table="a", round="r1", speaker="g1"),
        line("v4", "Yes, and a light", Share.NAMED, table="b", round="r1", speaker="g1"),
        line("v5", CANARY, Share.CIRCLE, table="a", round="r1"),
        line("v6", CANARY, Share.PRIVATE, topic="t1"),
        line("v7", "We take a list with us", part=Part.HARVEST, struck="not all of us"),
        line("v8", "It was a good day", part=Part.CIRCLE),
        line("v9", "The parking fee", part=Part.PARKING),
    ]  # fmt: skip
    voices: dict[str, Contribution] = {one.id: one for one in said}
    for key, change in changes.items():
        if change is None:
            del voices[key]
        else:
            voices[key] = change
    ink = Stroke(id="k1", stage=cloth_stage("a", "r1"), points=(0, 0, 30, 40, 60, 0, 80, 90))
    return Event(
        id="thistl",
        revision=revision,
        begun=NOON,
        updated=NOON,
        about=AboutEvent(title="Thistledown Day", method="both", place="Thistledown"),
        agreed=ConsentTerms(share=share, drawings=True, how="Asked at the door"),
        guests=GUESTS,
        topics={
            "t1": Topic(id="t1", title="Buses after six", convenor="Otis"),
            "t2": Topic(id="t2", title="Who to ask", merged_into="t1"),
        },
        tables={"a": CafeTable(id="a", question="At home?"), "b": CafeTable(id="b")},
        rounds={"r1": Round(id="r1", question="What is good here?")},
        voices=voices,
        marks={"k1": ink},
    )


class Circle:
    """A vision in a store, and what was gathered into it last."""

    def __init__(self, folder: Path) -> None:
        self.store = open_vision_store(str(folder))
        self.folder = folder
        self.id = begin(self.store, "A town for everybody").id

    @property
    def vision(self) -> Vision:
        """Return the newest state."""
        return self.store.open(self.id).document

    def add(self, event: Event, **facts: Any) -> GatherResult:
        """Add a day."""
        return add_event(VisionContext(self.store, self.vision), event, **facts)

    def words(self) -> set[str]:
        """Return the words of all voices."""
        return {voice.text for voice in self.vision.voices.values()}


@pytest.fixture
def circle(tmp_path: Path) -> Circle:
    """Return a vision without sources."""
    return Circle(tmp_path)


def test_a_topic_is_a_source_and_the_whole_cafe_is_one(circle: Circle) -> None:
    gathered = circle.add(a_day())
    sources = {source.kept_as: source for source in circle.vision.sources.values()}
    assert len(circle.vision.sources) == len(gathered.sources) == 3
    assert sources["Buses after six"].what is SourceKind.OPEN_SPACE
    kinds = [source.what for source in circle.vision.sources.values()]
    assert kinds.count(SourceKind.CAFE) == 1
    assert (gathered.came, gathered.new, gathered.private) == (6, 6, 3)
    by_source = {voice.text: voice.source for voice in circle.vision.voices.values()}
    assert len({by_source["A bench by the shop"], by_source["Yes, and a light"]}) == 1
    assert "canary" not in circle.vision.model_dump_json()
    assert "The parking fee" not in circle.words()


def test_names_go_and_a_guest_is_one_person_in_all_parts(circle: Circle) -> None:
    circle.add(a_day())
    voices = {voice.original: voice for voice in circle.vision.voices.values()}
    assert voices["v1"].text == "[a self-advocate] says there is no bus after six"
    assert voices["v2"].text == "[a professional] will ask the council"
    assert voices["v1"].speaker == voices["v3"].speaker != voices["v2"].speaker
    assert (voices["v4"].named, voices["v3"].named) == ("Wilma Quince", "")
    assert voices["v3"].question == "What is good here?"
    files = {source.file for source in circle.vision.sources.values()}
    assert len(files) == 1
    assert {source.people for source in circle.vision.sources.values()} == {2}


def test_the_name_of_a_guest_who_was_removed_stays_out_however_often_the_day_comes(
    circle: Circle,
) -> None:
    circle.add(a_day())
    anonymised = circle.words()
    for revision in (2, 3):
        day = a_day(revision).model_copy(update={"guests": {"g3": GUESTS["g3"]}, "topics": {}})
        circle.add(day)
        assert circle.words() == anonymised
        assert "Wilma" not in circle.vision.model_dump_json()


def test_the_same_day_again_updates_and_never_doubles(circle: Circle) -> None:
    circle.add(a_day())
    before = circle.vision
    assert circle.add(a_day()).new == 0
    assert circle.vision.voices == before.voices
    more = circle.add(
        a_day(2, v10=line("v10", "More seats", table="a"), v4=line("v4", "Yes", Share.CIRCLE))
    )
    assert (more.new, more.gone) == (1, 1)
    assert "More seats" in circle.words()
    assert "Yes, and a light" not in circle.words()
    with pytest.raises(OlderPlan):
        circle.add(a_day(1))


def test_a_day_that_is_not_agreed_to_gives_nothing_and_takes_back_what_it_gave(
    circle: Circle,
) -> None:
    with pytest.raises(DayNotAgreedToShare):
        circle.add(a_day(share=False))
    circle.add(a_day())
    gathered = circle.add(a_day(2, share=False))
    assert gathered.gone == 6
    assert not circle.vision.voices
    assert not circle.vision.sources
    assert not circle.vision.drawings
    circle.store.checkpoint_all()
    found = [file for file in circle.folder.rglob("*") if file.is_file()]
    assert not [file for file in found if b"no bus after six" in file.read_bytes()]


def test_a_day_of_which_nothing_may_travel_says_so(circle: Circle) -> None:
    quiet = {f"v{number}": None for number in (1, 2, 3, 4, 7, 8)}
    with pytest.raises(NothingToShare):
        circle.add(a_day(**quiet))
    assert circle.vision.revision == 0


def test_what_one_person_withdraws_stays_out_here_and_in_other_visions(circle: Circle) -> None:
    circle.add(a_day())
    other = begin(circle.store, "Another plan")
    add_event(VisionContext(circle.store, other), a_day())
    voice = next(one for one in circle.vision.voices.values() if one.original == "v1")
    withdraw(VisionContext(circle.store, circle.vision), voice.id)
    again = circle.add(a_day(2))
    assert (again.withheld, again.new) == (1, 0)
    assert voice.text not in circle.words()
    assert voice.id in circle.store.open(other.id).document.voices


def test_a_source_that_was_withdrawn_comes_again_only_if_its_people_agree_again(
    circle: Circle,
) -> None:
    circle.add(a_day())
    topic = next(one for one in circle.vision.sources.values() if one.part == "t1")
    withdraw(VisionContext(circle.store, circle.vision), topic.id)
    with pytest.raises(WithdrawnBefore):
        circle.add(a_day(2))
    circle.add(a_day(2), again=True)
    assert topic.id in circle.vision.sources


def test_ink_of_the_cloths_comes_where_it_was_agreed_to(circle: Circle) -> None:
    assert circle.add(a_day()).drawings == 0
    assert circle.add(a_day(2), about=SourceDetails(drawings=True)).drawings == 1
    (drawing,) = circle.vision.drawings.values()
    assert circle.vision.sources[drawing.source].what is SourceKind.CAFE


def test_a_file_of_a_day_is_known_by_what_is_in_it(circle: Circle) -> None:
    context = VisionContext(circle.store, circle.vision)
    content = serializer.write(a_day())
    gathered = add_file(context, "something.json", content, SourceDetails(), AboutRecord())
    assert gathered.came == 6


def a_harvest(revision: int = 1, title: str = "Wilma gets about") -> Event:
    """Return the day with a harvest of two groups; of one, nothing may travel."""
    lines = {
        "v10": line("v10", "A bus that waits", part=Part.HARVEST, group="h1"),
        "v11": line("v11", "A bus that waits", Share.THEME, part=Part.HARVEST, group="h1"),
        "v12": line("v12", CANARY, Share.CIRCLE, part=Part.HARVEST, group="h2"),
        "v13": line("v13", "More time", part=Part.HARVEST),
    }
    groups = {
        "h1": HarvestGroup(id="h1", title=title),
        "h2": HarvestGroup(id="h2", title=f"{CANARY} title"),
    }
    return a_day(revision, **lines).model_copy(update={"groups": groups})


def test_titles_of_a_harvest_are_suggested_as_themes_and_are_none(circle: Circle) -> None:
    circle.add(a_harvest())
    assert not circle.vision.themes
    assert "canary" not in circle.vision.model_dump_json()
    (seed,) = harvest_seeds(circle.vision)
    assert seed.title == "[a self-advocate] gets about"
    texts = [[circle.vision.voices[voice].text for voice in line] for line in seed.lines]
    assert texts == [["A bus that waits", "A bus that waits"]]
    # The board offers it first, with its title to be changed or left.
    first = suggest_clusters(circle.vision, None)["seeds"][0]
    assert (first["name"], len(first["lines"])) == ("[a self-advocate] gets about", 1)
    circle.add(a_harvest(2, "Buses"))
    assert [seed.title for seed in harvest_seeds(circle.vision)] == ["Buses"]


def test_what_is_in_a_theme_or_was_withdrawn_is_suggested_no_more(circle: Circle) -> None:
    circle.add(a_harvest())
    voices = [voice for line in harvest_seeds(circle.vision)[0].lines for voice in line]
    context = VisionContext(circle.store, circle.vision)
    make_theme(context, "Getting about", voices[:1])
    assert [seed.lines for seed in harvest_seeds(circle.vision)] == [((voices[1],),)]
    circle.add(a_harvest(2).model_copy(update={"agreed": ConsentTerms()}))
    assert harvest_seeds(circle.vision) == ()


def test_titles_of_a_harvest_are_published_nowhere(circle: Circle) -> None:
    circle.add(a_harvest())
    assert "gets about" in circle.vision.model_dump_json()
    assert "gets about" not in publishable(circle.vision).model_dump_json()
