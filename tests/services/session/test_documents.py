"""Sessions as a whole: begun, copied, brought in from a file."""

import pytest

from path_planner.domain.people import PathfinderKind, Role
from path_planner.errors import NotASession
from path_planner.services.session import documents
from path_planner.storage import serializer
from path_planner.storage.store_registry import open_store
from tests.domain.builders import a_session


def test_a_persons_path_begins_with_that_person() -> None:
    session = documents.begin(open_store("memory:"), "Robin", title="Robin’s PATH")
    (person,) = session.people.values()
    assert person.role is Role.PATHFINDER
    assert session.about.pathfinder.person == person.id
    assert session.about.title == "Robin’s PATH"


def test_a_communitys_path_begins_without_people() -> None:
    session = documents.begin(open_store("memory:"), "Little Hopeford", PathfinderKind.COMMUNITY)
    assert not session.people
    assert session.about.pathfinder.kind is PathfinderKind.COMMUNITY


def test_a_copy_holds_all_and_stands_alone() -> None:
    store = open_store("memory:")
    store.create(a_session())
    copy = documents.duplicate(store, "k7f3q2", "Second try")
    assert copy.id != "k7f3q2"
    assert copy.about.title == "Second try"
    assert copy.voices == a_session().voices
    assert store.open("k7f3q2").document.about.title == "Robin’s PATH"


def test_a_plan_from_a_file_keeps_its_id_and_a_second_one_gets_its_own() -> None:
    store = open_store("memory:")
    content = serializer.write(a_session())
    assert documents.import_document(store, content).id == "k7f3q2"
    again = documents.import_document(store, content)
    assert again.id != "k7f3q2"
    assert again.marks == a_session().marks


def test_rubbish_is_not_brought_in() -> None:
    store = open_store("memory:")
    with pytest.raises(NotASession):
        documents.import_document(store, b'{"hello": 1}')
    assert store.summaries() == []
