"""What the lists tell: of sessions, of visions, and of neither in the place of the other."""

from datetime import date
from pathlib import Path

import orjson
import pytest

from path_planner.domain.base import put, with_fields
from path_planner.domain.commitment import Status
from path_planner.domain.diff import Change
from path_planner.domain.vision.plan import Action, Progress, Reply, ReviewRound
from path_planner.errors import DocumentNotFound, IsASession, IsAVision, PlannerError
from path_planner.storage import serializer
from path_planner.storage.protocol import FileState, SessionStore, Stores, VisionSummary
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.store_registry import open_store, open_stores, open_vision_store, schemes
from path_planner.storage.vision_type import VISIONS
from tests.analysis.visions import small
from tests.domain.builders import NOON, a_commitment, a_session
from tests.storage.cases import a_shared_voice, a_vision
from tests.storage.writers import append, change_to, later


@pytest.fixture(params=sorted(schemes()))
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Stores:
    """Return the two stores of one place, of every kind there is."""
    return schemes()[request.param].make(str(tmp_path / "plans"))


def test_the_list_tells_what_is_in_each_session(store: SessionStore) -> None:
    session = store.create(a_session())
    done = a_commitment("c2", status=Status.DONE)
    append(store, session, [Change("commitments", "c2", done)], at=later(5))
    (entry,) = store.summaries()
    assert (entry.id, entry.title, entry.pathfinder) == ("k7f3q2", "Robin’s PATH", "Robin")
    assert (entry.place, entry.held_on) == ("Little Hopeford", date(2026, 11, 22))
    assert (entry.people, entry.voices) == (2, 1)
    assert (entry.commitments, entry.open_steps) == (2, 1)
    assert (entry.begun, entry.updated, entry.revision) == (NOON, later(5), 1)
    assert (entry.process, entry.state) == ("path6", "well")


def test_what_is_due_is_found_over_all_sessions(store: SessionStore) -> None:
    store.create(a_session())
    other = a_commitment("c9", by_when=date(2026, 11, 30), what="Buy seeds")
    later_one = a_commitment("c8", by_when=date(2027, 1, 1))
    done = a_commitment("c7", by_when=date(2026, 11, 1), status=Status.DONE)
    undated = a_commitment("c6")
    mixed = {one.id: one for one in (other, later_one, done, undated)}
    store.create(a_session(id="other1", commitments=mixed))
    found = store.due(date(2026, 12, 1))
    assert [(due.document_id, due.commitment_id) for due in found] == [
        ("other1", "c9"),
        ("k7f3q2", "c1"),
    ]
    assert (found[1].who, found[1].coach, found[1].what) == ("Asha", "Robin", "Ring the allotment")
    assert (found[1].title, found[1].pathfinder) == ("Robin’s PATH", "Robin")
    assert store.due(date(2026, 11, 29)) == []
    session = store.open("other1").document
    ticked = put(session, "commitments", with_fields(session.commitments["c9"], status=Status.DONE))
    change_to(store, session, ticked)
    assert [due.commitment_id for due in store.due(date(2026, 12, 1))] == ["c1"]


def test_the_list_tells_what_is_in_each_vision(both: Stores) -> None:
    vision = both.visions.create(small().model_copy(update={"begun": NOON, "updated": NOON}))
    assert both.visions.summaries() == [
        VisionSummary(
            id=vision.id,
            title=vision.about.title,
            community=vision.about.community,
            begun=NOON,
            updated=NOON,
            revision=0,
            sources=len(vision.sources),
            voices=len(vision.voices),
            themes=len(vision.themes),
            actions=len(vision.actions),
            next_look=vision.about.next_look,
        )
    ]
    assert vision.voices
    assert vision.actions
    more = Change("voices", "late", a_shared_voice("late"))
    append(both.visions, vision, [more], at=later(5))
    (entry,) = both.visions.summaries()
    assert entry.voices == len(vision.voices) + 1
    assert (entry.updated, entry.revision) == (later(5), 1)


def test_what_is_due_is_found_over_all_visions(both: Stores) -> None:
    day = date(2026, 12, 5)
    actions = {
        one.id: one
        for one in (
            Action(id="a1", what="Count the kerbs", who="Ada", by_when=day),
            Action(id="a2", what="Done already", by_when=day),
            Action(id="a3", what="Without a day"),
            Action(id="a4", what="Much later", by_when=date(2028, 1, 1)),
        )
    }
    bare = {"rounds": {}, "replies": {}, "answers": {}, "readings": {}}
    about = with_fields(a_vision().about, title="A town for all", next_look=date(2026, 12, 1))
    planned = a_vision().model_copy(update={**bare, "about": about, "actions": actions})
    vision = both.visions.create(planned)
    held = ReviewRound(id="r1", on=date(2026, 11, 1))
    done = Reply(id="p1", round="r1", action="a2", progress=Progress.DONE)
    append(both.visions, vision, [Change("rounds", "r1", held), Change("replies", "p1", done)])
    assert both.sessions.due(day) == []
    look, action = both.visions.due(day)
    assert (look.document_type, look.document_id, look.title) == (
        "vision",
        vision.id,
        "A town for all",
    )
    assert (look.what, look.by_when) == ("", date(2026, 12, 1))
    assert (action.commitment_id, action.what, action.who) == ("a1", "Count the kerbs", "Ada")
    (entry,) = both.visions.summaries()
    assert entry.next_look == look.by_when
    looked = ReviewRound(id="r2", on=date(2026, 12, 2))
    append(both.visions, both.visions.open(vision.id).document, [Change("rounds", "r2", looked)])
    assert [one.commitment_id for one in both.visions.due(day)] == ["a1"]


def test_a_list_that_an_earlier_version_learned_is_learned_anew(tmp_path: Path) -> None:
    both = open_stores(str(tmp_path))
    action = Action(id="a1", what="Count the kerbs", by_when=NOON.date())
    both.visions.create(a_vision().model_copy(update={"actions": {"a1": action}, "replies": {}}))
    assert len(both.visions.due(NOON.date())) == 1
    file = tmp_path / VISIONS.index_name
    stored = orjson.loads(file.read_bytes())
    del stored["checksum"]
    for row in stored["visions"].values():
        del row["entry"]["next_look"]
    file.write_bytes(orjson.dumps({**stored, "due": {}}))
    again = open_stores(str(tmp_path)).visions
    assert [one.commitment_id for one in again.due(NOON.date())] == ["a1"]
    assert [path.name for path in tmp_path.glob("*.bad")] == []


EARLIER = {"document_type": "sort", "document_id": "session_id"}
"""What the columns of what is due were called in the first version."""


def as_earlier(file: Path) -> None:
    """Rewrite an index as the first version had it."""
    stored = orjson.loads(file.read_bytes())
    assert stored["due"]
    del stored["checksum"]
    stored["due"] = {
        key: {EARLIER.get(name, name): value for name, value in row.items()}
        for key, row in stored["due"].items()
    }
    file.write_bytes(orjson.dumps(stored))


@pytest.mark.parametrize("kind", ["sessions", "visions"])
def test_what_is_due_in_an_index_with_earlier_columns_is_learned_anew(
    tmp_path: Path, kind: str
) -> None:
    stores = open_stores(str(tmp_path))
    stores.sessions.create(a_session())
    action = Action(id="c1", what="Count the kerbs", by_when=NOON.date())
    stores.visions.create(a_vision().model_copy(update={"actions": {"c1": action}, "replies": {}}))
    day = date(2026, 12, 31)
    before = getattr(stores, kind).due(day)
    assert "c1" in {one.commitment_id for one in before}
    file = tmp_path / {"sessions": SESSIONS, "visions": VISIONS}[kind].index_name
    as_earlier(file)
    again = getattr(open_stores(str(tmp_path)), kind)
    assert all(finding.well for finding in again.check())
    assert again.due(day) == before
    rows = orjson.loads(file.read_bytes())["due"].values()
    assert [EARLIER.keys() <= row.keys() for row in rows] == [True] * len(before)
    assert [path.name for path in tmp_path.glob("*.bad")] == []


def test_an_earlier_index_tells_nothing_of_a_file_that_is_gone(tmp_path: Path) -> None:
    store = open_store(str(tmp_path))
    store.create(a_session())
    assert store.due(date(2026, 12, 31))
    as_earlier(tmp_path / SESSIONS.index_name)
    (document,) = tmp_path.glob(f"*{SESSIONS.suffix}")
    document.rename(tmp_path.parent / document.name)
    again = open_store(str(tmp_path))
    other = again.create(a_session(id="other1"))
    assert {one.document_id for one in again.due(date(2026, 12, 31))} == {other.id}
    assert b"k7f3q2" not in (tmp_path / SESSIONS.index_name).read_bytes()


def test_the_two_stores_of_a_place_know_nothing_of_each_other(both: Stores) -> None:
    session, vision = both.sessions.create(a_session()), both.visions.create(a_vision())
    # Even where an id is taken twice.
    assert session.id == vision.id
    assert both.sessions.open(session.id).document == session
    assert both.visions.open(vision.id).document == vision
    append(both.visions, vision, [Change("voices", "v2", a_shared_voice("v2"))])
    assert both.sessions.revision(session.id) == 0
    assert [entry.voices for entry in both.sessions.summaries()] == [1]
    assert [entry.voices for entry in both.visions.summaries()] == [2]
    both.visions.remove(vision.id, NOON)
    assert both.sessions.trash() == []
    assert both.sessions.open(session.id).document == session
    both.sessions.erase(session.id)
    both.visions.restore(vision.id)
    assert len(both.visions.open(vision.id).document.voices) == 2
    with pytest.raises(DocumentNotFound):
        both.sessions.open(session.id)
    assert all(finding.well for finding in (*both.sessions.check(), *both.visions.check()))


def test_all_stores_are_in_one_folder(folder: Path) -> None:
    open_store(str(folder)).create(a_session())
    open_vision_store(str(folder)).create(a_vision())
    assert {path.name for path in folder.iterdir()} >= {
        "2026-11-22_k7f3q2.path.json",
        "2026-11-22_k7f3q2.vision.json",
    }


@pytest.mark.parametrize("name", ["2026-11-22_k7f3q2", "brought along"])
def test_a_file_of_the_other_sort_is_called_so_and_disturbs_nothing(
    folder: Path, name: str
) -> None:
    stores = open_stores(str(folder))
    stores.sessions.create(a_session(id="other1"))
    stores.visions.create(a_vision(id="other2"))
    strangers = {
        folder / f"{name}.path.json": serializer.write(a_vision()),
        folder / f"{name}.vision.json": serializer.write(a_session()),
    }
    for path, data in strangers.items():
        path.write_bytes(data)
    for store, well, said in (
        (stores.sessions, "other1", "a vision, made of many PATHs"),
        (stores.visions, "other2", "the plan of one PATH"),
    ):
        states = {entry.id: entry.state for entry in store.summaries()}
        assert states.pop(well) is FileState.OK
        assert set(states.values()) <= {FileState.DAMAGED}
        with pytest.raises(PlannerError):
            store.open("k7f3q2")
        (finding,) = [finding for finding in store.check() if not finding.well]
        assert finding.file.startswith(name)
        assert said in str(finding) or "is not" in str(finding)
    assert {path: path.read_bytes() for path in strangers} == strangers


def test_opening_one_sort_as_the_other_is_refused_by_name() -> None:
    with pytest.raises(IsAVision) as told:
        serializer.read(serializer.write(a_vision()), SESSIONS)
    assert "vision builder" in str(told.value)
    with pytest.raises(IsASession) as told_too:
        serializer.read(serializer.write(a_session()), VISIONS)
    assert "can be added to a vision" in str(told_too.value)
