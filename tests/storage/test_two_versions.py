"""Two people change the same field: both versions are in the document until somebody chooses."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from path_planner.domain.base import put, remove, with_fields
from path_planner.domain.diff import diff
from path_planner.domain.marks import Label
from path_planner.domain.other_versions import other_versions, versions_of
from path_planner.domain.vision.sources import ConsentTerms
from path_planner.domain.voice import Share
from path_planner.services.context import EditContext
from path_planner.services.other_versions import Choice, choose
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.memory_store import MemoryStore
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.store_registry import schemes
from path_planner.storage.vision_type import VISIONS
from tests.domain.builders import a_session, a_voice
from tests.storage.cases import CASES, AnyStore, Case, a_vision
from tests.storage.test_history_redaction import on_the_disk
from tests.storage.writers import append

ROSES, POPPIES, BEES = "I grow roses.", "I grow poppies.", "I keep bees."
NARROW_TO_WIDE = list(Share)


@pytest.fixture(params=CASES, ids=str)
def case(request: pytest.FixtureRequest) -> Case:
    """Return one type of document after the other."""
    found: Case = request.param
    return found


@pytest.fixture(params=sorted(schemes()))
def store(request: pytest.FixtureRequest, tmp_path: Path, case: Case) -> AnyStore:
    """Return an empty store of every kind there is, for this type."""
    return case.store_of(schemes()[request.param].make(str(tmp_path / "plans")))


def titled(store: AnyStore, base: Any, title: str, by: str) -> Any:
    """Change the title of a document from a state of it; return the newest state."""
    after = base.model_copy(update={"about": with_fields(base.about, title=title)})
    return append(store, base, diff(base, after), by=by).document


def values(document: Any, collection: str, record_id: str, field: str) -> set[Any]:
    """Return the other versions of a field."""
    return {version.value for version in versions_of(document, collection, record_id, field)}


def test_both_versions_are_kept_and_the_later_stands(store: AnyStore, case: Case) -> None:
    base = store.create(case.make())
    titled(store, base, "Roses", "robin")
    newest = titled(store, base, "Poppies", "asha")
    (version,) = versions_of(newest, "about", "about")
    assert newest.about.title == "Poppies"
    assert (version.field, version.value, version.before) == ("title", "Roses", base.about.title)
    assert (version.by, version.current_by) == ("robin", "asha")
    assert store.open(base.id).document == newest


def test_three_versions_are_kept(store: AnyStore, case: Case) -> None:
    base = store.create(case.make())
    for title, by in (("Roses", "robin"), ("Poppies", "asha"), ("Bees", "sam")):
        newest = titled(store, base, title, by)
    assert newest.about.title == "Bees"
    assert values(newest, "about", "about", "title") == {"Roses", "Poppies"}


def test_different_fields_do_not_clash(store: AnyStore, case: Case) -> None:
    base = store.create(case.make())
    placed = base.model_copy(update={"about": with_fields(base.about, **{case.field: "Here"})})
    titled(store, base, "Roses", "robin")
    newest = append(store, base, diff(base, placed), by="asha").document
    assert newest.about.title == "Roses"
    assert other_versions(newest) == {}


def test_one_who_has_seen_the_other_words_does_not_clash(store: AnyStore, case: Case) -> None:
    base = store.create(case.make())
    newest = titled(store, titled(store, base, "Roses", "robin"), "Poppies", "asha")
    assert other_versions(newest) == {}


def test_nobody_clashes_with_themselves(store: AnyStore, case: Case) -> None:
    base = store.create(case.make())
    titled(store, base, "Roses", "robin")
    newest = titled(store, base, "Poppies", "robin")
    assert newest.about.title == "Poppies"
    assert other_versions(newest) == {}


def test_versions_that_are_the_same_are_none(store: AnyStore, case: Case) -> None:
    base = store.create(case.make())
    titled(store, base, "Roses", "robin")
    assert other_versions(titled(store, base, "Roses", "asha")) == {}
    titled(store, base, "Poppies", "sam")
    newest = titled(store, base, "Roses", "asha")
    assert values(newest, "about", "about", "title") == {"Poppies"}


@pytest.mark.parametrize(
    ("choice", "words", "title"),
    [
        (Choice.CURRENT, "", "Poppies"),
        (Choice.OTHER, "", "Roses"),
        (Choice.WORDS, "Roses and poppies", "Roses and poppies"),
    ],
)
def test_a_choice_ends_it(
    store: AnyStore, case: Case, choice: Choice, words: str, title: str
) -> None:
    base = store.create(case.make())
    titled(store, base, "Roses", "robin")
    newest = titled(store, base, "Poppies", "asha")
    (version,) = other_versions(newest)
    after = choose(EditContext(store, newest), version, choice, words).document
    assert after.about.title == title
    assert other_versions(after) == {}
    assert store.open(base.id).document == after


def test_two_who_choose_at_once_are_asked_again(store: AnyStore, case: Case) -> None:
    base = store.create(case.make())
    titled(store, base, "Roses", "robin")
    newest = titled(store, base, "Poppies", "asha")
    (version,) = other_versions(newest)
    choose(EditContext(store, newest, by="robin"), version, Choice.OTHER)
    after = choose(EditContext(store, newest, by="asha"), version, Choice.WORDS, "Bees").document
    assert after.about.title == "Bees"
    assert values(after, "about", "about", "title") == {"Roses"}


def shared(store: AnyStore, case: Case, base: Any, share: Share, by: str) -> Any:
    """Change the share level of a voice."""
    after = put(base, "voices", case.change_voice(base, share=share))
    return append(store, base, diff(base, after), by=by).document


@pytest.mark.parametrize("narrower_first", [True, False])
def test_the_narrower_share_level_stands_and_the_wider_cannot_be_taken(
    store: AnyStore, case: Case, narrower_first: bool
) -> None:
    base = store.create(case.make(voices={"v1": case.voice("v1", share=Share.THEME)}))
    levels = [(Share.PRIVATE, "robin"), (Share.NAMED, "asha")]
    for share, by in levels if narrower_first else reversed(levels):
        newest = shared(store, case, base, share, by)
    assert newest.voices["v1"].share is Share.PRIVATE
    (version,) = versions_of(newest, "voices", "v1")
    assert (version.value, version.by, version.current_by) == ("named", "asha", "robin")
    after = choose(EditContext(store, newest), version.id, Choice.OTHER).document
    assert after.voices["v1"].share is Share.PRIVATE
    assert other_versions(after) == {}


def test_when_a_voice_is_deleted_its_other_version_goes_too(store: AnyStore, case: Case) -> None:
    base = store.create(case.make(voices={"v1": case.voice("v1", share=Share.THEME)}))
    shared(store, case, base, Share.PRIVATE, "robin")
    newest = shared(store, case, base, Share.NAMED, "asha")
    gone = append(store, newest, diff(newest, remove(newest, "voices", "v1"))).document
    assert other_versions(gone) == {}


def test_it_is_there_after_a_restart(tmp_path: Path, case: Case) -> None:
    first = FileStore(tmp_path, case.sort)
    base = first.create(case.make())
    titled(first, base, "Roses", "robin")
    newest = titled(first, base, "Poppies", "asha")
    assert FileStore(tmp_path, case.sort).open(base.id).document == newest
    first.checkpoint(base.id)
    again = FileStore(tmp_path, case.sort).open(base.id).document
    assert values(again, "about", "about", "title") == {"Roses"}


def test_nothing_of_it_is_left_on_the_disk_once_a_source_is_withdrawn(tmp_path: Path) -> None:
    store = FileStore(tmp_path, VISIONS)
    base = store.create(a_vision())
    for group, by in (("Quentin and friends", "robin"), ("The choir", "asha")):
        after = put(base, "sources", with_fields(base.sources["s1"], group=group))
        newest = append(store, base, diff(base, after), by=by).document
    assert values(newest, "sources", "s1", "group") == {"Quentin and friends"}
    store.checkpoint(base.id)
    assert b"Quentin" in on_the_disk(tmp_path)
    gone = append(store, newest, diff(newest, remove(newest, "sources", "s1"))).document
    store.checkpoint(base.id)
    assert other_versions(gone) == {}
    assert b"Quentin" not in on_the_disk(tmp_path)


def test_parts_of_a_permission_that_two_people_withdraw_are_both_withdrawn() -> None:
    store = MemoryStore(VISIONS)
    terms = ConsentTerms(share=True, drawings=True)
    base = store.create(a_vision())
    base = append(
        store, base, diff(base, put(base, "sources", with_fields(base.sources["s1"], agreed=terms)))
    ).document
    for part, by in (("share", "robin"), ("drawings", "asha")):
        less = with_fields(terms, **{part: False})
        after = put(base, "sources", with_fields(base.sources["s1"], agreed=less))
        newest = append(store, base, diff(base, after), by=by).document
    assert not newest.sources["s1"].agreed.share
    assert not newest.sources["s1"].agreed.drawings
    assert other_versions(newest) == {}


def test_the_words_on_a_wall_have_two_versions_and_places_have_none() -> None:
    store = MemoryStore(SESSIONS)
    label = Label(id="l1", stage="dream", x=0, y=0, width=100, height=40, size=20, text="Hope")
    base = store.create(a_session(marks={"l1": label}))
    for text, x, by in (("Hope!", 5, "robin"), ("Hopes", 9, "asha")):
        after = put(base, "marks", with_fields(label, text=text, x=x))
        newest = append(store, base, diff(base, after), by=by).document
    (version,) = other_versions(newest).values()
    assert (version.field, version.value) == ("text", "Hope!")
    assert newest.marks["l1"].x == 9


EDITS = st.lists(
    st.tuples(st.sampled_from(["", ROSES, POPPIES, BEES]), st.sampled_from(list(Share))),
    min_size=2,
    max_size=6,
)


@settings(deadline=None, max_examples=150)
@given(EDITS, st.sampled_from(list(Share)))
def test_no_version_is_lost_and_none_is_shared_more_widely(
    edits: list[tuple[str, Share]], share: Share
) -> None:
    store = MemoryStore(SESSIONS)
    voice = a_voice("v1", share=share)
    base = store.create(a_session(voices={"v1": voice}))
    newest = base
    for number, (text, level) in enumerate(edits):
        after = put(base, "voices", with_fields(voice, text=text or voice.text, share=level))
        newest = append(store, base, diff(base, after), by=f"window {number}").document
    stands = newest.voices["v1"]
    written = {text for text, _ in edits if text}
    assert {stands.text} | values(newest, "voices", "v1", "text") == (written or {voice.text})
    levels = [level for _, level in edits if level is not share]
    assert stands.share is min(levels, key=NARROW_TO_WIDE.index, default=share)
    for version in tuple(other_versions(newest)):
        if version in other_versions(newest):
            newest = choose(EditContext(store, newest), version, Choice.OTHER).document
    assert NARROW_TO_WIDE.index(newest.voices["v1"].share) <= NARROW_TO_WIDE.index(stands.share)
    assert other_versions(newest) == {}
