"""What every store promises of each sort of document, whatever it keeps them in."""

from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from path_planner.domain.base import put, remove, with_fields
from path_planner.domain.diff import Change, diff
from path_planner.errors import (
    DocumentExists,
    DocumentNotFound,
    NotSaved,
    PlannerError,
    RevisionNotFound,
    TooManyRecords,
)
from path_planner.storage import serializer
from path_planner.storage.protocol import Sidecar
from path_planner.storage.store_registry import schemes
from tests.domain.builders import NOON, a_person
from tests.storage.cases import CASES, AnyStore, Case, a_contribution, an_event
from tests.storage.writers import append, change_to, later, voice_change

NEVER = "zzzzzz"


@pytest.fixture(params=CASES, ids=str)
def case(request: pytest.FixtureRequest) -> Case:
    """Return one sort of document after the other."""
    found: Case = request.param
    return found


@pytest.fixture(params=sorted(schemes()))
def store(request: pytest.FixtureRequest, tmp_path: Path, case: Case) -> AnyStore:
    """Return an empty store of every kind there is, for this sort."""
    return case.store_of(schemes()[request.param].make(str(tmp_path / "plans")))


def say(store: AnyStore, case: Case, document: Any, voice_id: str) -> Any:
    """Say something, and return the document with it."""
    return append(store, document, [voice_change(case.voice(voice_id))]).document


def begun(store: AnyStore, case: Case, **collections: object) -> Any:
    """Begin a document in a store."""
    return store.create(case.make(**collections))


def test_what_is_begun_can_be_opened(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    assert session == case.make()
    assert store.open(session.id).document == session
    assert store.open(session.id).notices == ()
    assert store.revision(session.id) == session.revision == 0


def test_a_session_is_begun_once(store: AnyStore, case: Case) -> None:
    say(store, case, begun(store, case), "v2")
    with pytest.raises(DocumentExists):
        store.create(case.make(voices={}))
    assert set(store.open("k7f3q2").document.voices) == {"v1", "v2"}


def test_beginning_may_be_repeated_until_it_is_answered(store: AnyStore, case: Case) -> None:
    assert begun(store, case) == begun(store, case)
    assert store.revision("k7f3q2") == 0


@pytest.mark.parametrize("session_id", [NEVER, "../../etc", "", "A", "k7f3q2/..", "*", "a" * 300])
def test_an_id_that_is_not_here_is_said_to_be_so(
    store: AnyStore, case: Case, session_id: str
) -> None:
    begun(store, case)
    for ask in (
        store.open,
        store.revision,
        store.history,
        store.document,
        store.checkpoint,
        store.erase,
    ):
        with pytest.raises(DocumentNotFound):
            ask(session_id)
    with pytest.raises(DocumentNotFound):
        store.at_revision(session_id, 0)
    with pytest.raises(DocumentNotFound):
        store.remove(session_id, NOON)
    with pytest.raises(DocumentNotFound):
        store.restore(session_id)
    with pytest.raises(DocumentNotFound):
        store.append(session_id, [], expected_revision=0, op_id="a", by="", at=NOON)


def test_a_change_is_there_for_everyone_and_counts_one_up(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    appended = append(store, session, [voice_change(case.voice("v2", text="Bees!"))], at=later(3))
    assert appended.conflicts == ()
    assert appended.document.revision == store.revision(session.id) == 1
    assert appended.document.updated == later(3)
    assert store.open(session.id).document == appended.document
    assert appended.document.voices["v2"].text == "Bees!"


def test_a_record_is_taken_out(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    after = change_to(store, session, remove(session, "voices", "v1")).document
    assert after.voices == {}
    assert store.open(session.id).document == after


def test_nothing_changed_writes_nothing(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    assert append(store, session, []).document.revision == 0
    assert append(store, session, [voice_change(session.voices["v1"])]).document.revision == 0


def test_the_same_step_sent_twice_is_taken_once(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    change = voice_change(case.voice("v2"))
    first = append(store, session, [change], op_id="once")
    gone = append(store, first.document, [Change("voices", "v2", None)])
    again = append(store, session, [change], op_id="once")
    assert again.document == gone.document
    assert "v2" not in again.document.voices
    assert again.conflicts == ()


def test_a_late_writer_loses_nothing_and_overwrites_nothing(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    say(store, case, session, "mine")
    both = say(store, case, session, "yours")
    assert set(both.voices) == {"v1", "mine", "yours"}
    assert both.revision == 2


def test_two_fields_of_one_record_can_be_changed_by_two(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    change_to(store, session, put(session, "voices", case.reword(session, "Roses")))
    approved = put(session, "voices", case.change_voice(session, **{case.flag: True}))
    appended = change_to(store, session, approved)
    assert appended.conflicts == ()
    assert getattr(appended.document.voices["v1"], case.words) == "Roses"
    assert getattr(appended.document.voices["v1"], case.flag)


def test_where_two_change_the_same_the_later_stands_and_the_other_is_named(
    store: AnyStore, case: Case
) -> None:
    session = begun(store, case)
    roses, poppies = (case.reword(session, text) for text in ("Roses", "Poppies"))
    append(store, session, [voice_change(roses)], by="robin")
    appended = append(store, session, [voice_change(poppies)], by="asha")
    (conflict,) = appended.conflicts
    assert conflict.collection == "voices"
    assert conflict.id == "v1"
    assert (conflict.ours, conflict.theirs) == (poppies, roses)
    assert conflict.fields == (case.words,)
    assert conflict.by == "robin"
    assert appended.document.voices["v1"] == poppies
    assert store.at_revision(session.id, 1).voices["v1"] == roses


@pytest.mark.parametrize("scheme", sorted(schemes()))
def test_words_of_a_contribution_stay_whatever_a_writer_sends(scheme: str, tmp_path: Path) -> None:
    events = schemes()[scheme].make(str(tmp_path / "plans")).events
    event = events.create(an_event())
    for state in (event, event.model_copy(update={"revision": 77})):
        other = a_contribution(text="I said something else.", struck="A mistake")
        appended = events.append(
            event.id,
            [voice_change(other)],
            expected_revision=state.revision,
            op_id=f"op{state.revision}",
            by="somebody",
            at=later(1),
        )
        assert appended.document.voices["v1"].text == event.voices["v1"].text
    assert appended.document.voices["v1"].struck == "A mistake"


def test_taking_out_what_another_changed_is_named(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    roses = case.reword(session, "Roses")
    append(store, session, [voice_change(roses)])
    (conflict,) = append(store, session, [Change("voices", "v1", None)]).conflicts
    assert conflict.ours is None
    assert conflict.theirs == roses
    assert "v1" not in store.open(session.id).document.voices


def test_changing_what_another_took_out_is_named(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    append(store, session, [Change("voices", "v1", None)])
    roses = case.reword(session, "Roses")
    appended = append(store, session, [voice_change(roses)])
    (conflict,) = appended.conflicts
    assert conflict.theirs is None
    assert conflict.ours == (None if case.for_good else roses)
    assert appended.document.voices.get("v1") == conflict.ours


def test_two_who_did_the_same_do_not_collide(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    roses = case.reword(session, "Roses")
    append(store, session, [voice_change(roses)])
    again = append(store, session, [voice_change(roses)])
    assert again.conflicts == ()
    assert again.document.revision == 1


def test_a_writer_from_a_state_that_nobody_knows_is_merged_with_care(
    store: AnyStore, case: Case
) -> None:
    session = begun(store, case)
    stranger = session.model_copy(update={"revision": 77})
    roses = case.reword(session, "Roses")
    appended = append(store, stranger, [voice_change(roses), voice_change(case.voice("v9"))])
    assert [conflict.id for conflict in appended.conflicts] == ["v1"]
    assert set(appended.document.voices) == {"v1", "v9"}


def test_single_records_merge_by_field_too(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    titled = session.model_copy(update={"about": with_fields(session.about, title="Sunflowers")})
    about = with_fields(session.about, **{case.field: "The Old School"})
    placed = session.model_copy(update={"about": about})
    change_to(store, session, titled)
    appended = change_to(store, session, placed)
    assert appended.conflicts == ()
    assert appended.document.about.title == "Sunflowers"
    assert getattr(appended.document.about, case.field) == "The Old School"


def test_unknown_fields_of_a_later_version_stay(store: AnyStore, case: Case) -> None:
    voice = case.voice("v2").model_copy(update={"mood": {"warm": [1, 2.5, None]}})
    session = begun(store, case, voices={"v2": voice}, weather="sunny")
    after = change_to(
        store,
        session,
        put(session, "voices", with_fields(session.voices["v2"], **{case.words: "Yes"})),
    ).document
    opened = serializer.read(store.document(session.id), case.sort)
    assert opened == after
    assert opened.model_extra == {"weather": "sunny"}
    assert opened.voices["v2"].model_extra == {"mood": {"warm": [1, 2.5, None]}}


@pytest.mark.parametrize("text", ["x" * 10_001, "half a letter: \ud83d"])
def test_what_could_not_be_read_again_is_not_written(
    store: AnyStore, case: Case, text: str
) -> None:
    session = begun(store, case)
    # Whoever goes past the checks of the domain meets those of the store.
    voice = case.voice("v2").model_copy(update={"text": text})
    with pytest.raises(NotSaved):
        append(store, session, [voice_change(voice)])
    assert store.open(session.id).document == session


@pytest.mark.parametrize(
    "change",
    [
        Change("voices", "v2", CASES[0].voice("v3")),
        Change("voices", "v2", CASES[1].voice("v3")),
        Change("voices", "v2", CASES[2].voice("v3")),
        Change("voices", "v2", a_person("v2")),
        Change("nothing", "v2", CASES[0].voice("v2")),
        Change("voices", "../v2", None),
        Change("about", "about", None),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(
    store: AnyStore, case: Case, change: Change
) -> None:
    session = begun(store, case)
    with pytest.raises(PlannerError):
        append(store, session, [change])
    assert store.open(session.id).document == session


def test_no_more_is_taken_than_can_be_read_again(store: AnyStore, case: Case) -> None:
    session = begun(store, case, **{case.scarce: {}})
    most = case.sort.record_limits[case.scarce]
    many = [
        Change(case.scarce, f"p{n}", with_fields(case.scarce_record, id=f"p{n}"))
        for n in range(most + 1)
    ]
    with pytest.raises(TooManyRecords):
        append(store, session, many)
    assert len(getattr(append(store, session, many[:-1]).document, case.scarce)) == most


def test_every_revision_can_be_seen_and_brought_back(store: AnyStore, case: Case) -> None:
    states = [begun(store, case)]
    for number in range(12):
        states.append(say(store, case, states[-1], f"n{number}"))
        if number % 5 == 4:
            store.checkpoint(states[-1].id)
    steps = store.history(states[0].id)
    assert [step.revision for step in steps] == list(range(13))
    assert [step.changes for step in steps[1:3]] == [(("voices", "n0"),), (("voices", "n1"),)]
    assert {step.by for step in steps[1:]} == {"asha"}
    for state in states:
        assert store.at_revision(state.id, state.revision) == state
    restored = append(store, states[-1], diff(states[-1], states[4])).document
    assert restored.voices == states[4].voices
    assert restored.revision == 13


def test_a_revision_that_never_was_is_not_found(store: AnyStore, case: Case) -> None:
    session = say(store, case, begun(store, case), "v2")
    for revision in (-1, 2, 99):
        with pytest.raises(RevisionNotFound):
            store.at_revision(session.id, revision)


def test_the_document_is_always_the_newest(store: AnyStore, case: Case) -> None:
    session = say(store, case, begun(store, case), "v2")
    assert serializer.read(store.document(session.id), case.sort) == session
    store.checkpoint(session.id)
    assert serializer.read(store.document(session.id), case.sort) == session


def test_the_list_has_the_newest_first(store: AnyStore, case: Case) -> None:
    for number, name in enumerate(["first1", "second", "third3"]):
        store.create(case.make(id=name, updated=later(number)))
    append(
        store,
        store.open("second").document,
        [voice_change(case.voice("v2"))],
        at=later(9),
    )
    assert [entry.id for entry in store.summaries()] == ["second", "third3", "first1"]


def test_a_removed_session_can_be_restored_with_all_it_had(store: AnyStore, case: Case) -> None:
    session = say(store, case, begun(store, case), "v2")
    store.summaries()
    store.remove(session.id, later(1))
    assert store.summaries() == []
    assert store.due(date(2027, 1, 1)) == []
    with pytest.raises(DocumentNotFound):
        store.open(session.id)
    (removed,) = store.trash()
    assert removed.entry == case.sort.summary_of(session)
    assert removed.removed_at == later(1)
    assert removed.restorable_until == date(2026, 12, 22)
    store.restore(session.id)
    assert store.trash() == []
    assert store.open(session.id).document == session
    assert store.at_revision(session.id, 0) == case.make()
    assert say(store, case, session, "v3").revision == 2


def test_a_removed_session_is_erased_after_thirty_days_and_a_week(
    store: AnyStore, case: Case
) -> None:
    session = begun(store, case)
    store.remove(session.id, NOON)
    over = NOON + timedelta(days=30, seconds=1)
    assert store.purge(NOON + timedelta(days=30)) == ()
    assert store.purge(over) == ()
    assert store.purge(over + timedelta(days=6)) == ()
    assert store.purge(over + timedelta(days=7)) == (session.id,)
    assert store.trash() == []
    with pytest.raises(DocumentNotFound):
        store.restore(session.id)


# Days after the removal on which the store is opened, by a clock that is not always right.
@pytest.mark.parametrize(
    "days",
    [
        (31,),
        (31, 31),
        (31, 32, 1, 38),
        (400, 2, 29, 31, 32),
        (31, 62, 68),
        (31, 400, 800, 1200),
    ],
)
def test_nothing_is_erased_on_the_word_of_a_clock_that_jumped(
    store: AnyStore, case: Case, days: tuple[int, ...]
) -> None:
    session = begun(store, case)
    store.remove(session.id, NOON)
    for day in days:
        assert store.purge(NOON + timedelta(days=day)) == ()
    store.restore(session.id)
    assert store.open(session.id).document == session


def test_a_session_removed_again_has_its_whole_time_again(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    store.remove(session.id, NOON)
    assert store.purge(NOON + timedelta(days=31)) == ()
    store.restore(session.id)
    store.remove(session.id, NOON + timedelta(days=31))
    assert store.purge(NOON + timedelta(days=60)) == ()
    assert store.purge(NOON + timedelta(days=62)) == ()
    assert store.purge(NOON + timedelta(days=69)) == (session.id,)


def test_restoring_does_not_overwrite(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    store.remove(session.id, NOON)
    say(store, case, begun(store, case, voices={}), "new")
    with pytest.raises(DocumentExists):
        store.restore(session.id)
    assert set(store.open(session.id).document.voices) == {"new"}
    assert len(store.trash()) == 1


@pytest.mark.parametrize("removed_first", [False, True])
def test_an_erased_session_is_gone(store: AnyStore, case: Case, removed_first: bool) -> None:
    session = say(store, case, begun(store, case), "v2")
    if removed_first:
        store.remove(session.id, NOON)
    store.erase(session.id)
    assert store.summaries() == []
    assert store.trash() == []
    with pytest.raises(DocumentNotFound):
        store.open(session.id)
    with pytest.raises(DocumentNotFound):
        store.erase(session.id)
    assert begun(store, case) == case.make()


def test_a_check_finds_everything_well(store: AnyStore, case: Case) -> None:
    say(store, case, begun(store, case), "v2")
    store.create(case.make(id="other1"))
    store.summaries()
    assert store.checkpoint_all() == ()
    findings = store.check()
    assert {finding.document_id for finding in findings} == {"k7f3q2", "other1"}
    assert all(finding.well for finding in findings)
    assert {str(finding) for finding in findings} == {"This file is fine."}


def test_what_changed_nothing_changes_nothing_later(store: AnyStore, case: Case) -> None:
    begun = store.create(case.make())
    approved = voice_change(case.change_voice(begun, **{case.flag: True}))
    first = append(store, begun, [approved], op_id="robin-1").document
    again = append(store, first, [approved], op_id="asha-1").document
    assert again == first
    not_yet = voice_change(case.change_voice(first, **{case.flag: False}))
    newest = append(store, first, [not_yet], op_id="robin-2").document
    assert append(store, first, [approved], op_id="asha-1").document == newest


def test_what_waits_beside_a_document_is_in_no_history(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    assert store.get_sidecar(session.id) is None
    store.update_sidecar(session.id, lambda before: (before or b"") + b"one ")
    store.update_sidecar(session.id, lambda before: (before or b"") + b"two")
    assert store.get_sidecar(session.id) == b"one two"
    assert store.revision(session.id) == 0
    assert [step.revision for step in store.history(session.id)] == [0]
    assert b"one two" not in store.document(session.id)
    store.update_sidecar(session.id, lambda _: None)
    assert store.get_sidecar(session.id) is None


def test_each_sidecar_is_kept_for_itself(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    store.update_sidecar(session.id, lambda _: b"a ballot")
    store.update_sidecar(session.id, lambda _: b"a point", Sidecar.POINTS)
    store.update_sidecar(session.id, lambda _: b"what came", Sidecar.TRAY)
    store.remove(session.id, NOON)
    store.restore(session.id)
    kinds = [store.get_sidecar(session.id, kind) for kind in Sidecar]
    assert kinds == [b"a ballot", b"a point", b"what came"]
    store.erase(session.id)
    begun(store, case)
    assert [store.get_sidecar(session.id, kind) for kind in Sidecar] == [None, None, None]


def test_the_history_says_what_was_deleted_and_what_single_records_became(
    store: AnyStore, case: Case
) -> None:
    session = begun(store, case)
    about = session.about.model_copy(update={case.field: "The hall"})
    session = append(store, session, [Change("about", "about", about)]).document
    append(store, session, [Change("voices", "v1", None)])
    reworded, deleted = store.history(session.id)[1:]
    assert reworded.singles["about"][case.field] == "The hall"
    assert (reworded.deleted, dict(deleted.singles)) == ((), {})
    assert deleted.deleted == (("voices", "v1"),)


def test_what_was_deleted_since_is_told_as_it_was_last(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    session = append(store, session, [Change("voices", "v2", case.voice("v2"))]).document
    flagged = case.change_voice(session, **{case.flag: True})
    session = append(store, session, [voice_change(flagged)]).document
    deletions = [Change("voices", "v1", None), Change("voices", "v2", None)]
    append(store, session, deletions)
    deleted = store.deleted_since(session.id, 1)
    assert deleted.keys() == {("voices", "v1"), ("voices", "v2")}
    assert deleted["voices", "v2"] is None
    if not case.for_good:
        assert deleted["voices", "v1"] == flagged
    assert store.deleted_since(session.id, 3) == {}


def test_what_waits_can_go_into_the_document_in_one_step(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    store.update_sidecar(session.id, lambda _: b"v2")

    def gone_in(before: bytes | None) -> None:
        say(store, case, session, (before or b"").decode())

    store.update_sidecar(session.id, gone_in)
    assert store.get_sidecar(session.id) is None
    assert "v2" in store.open(session.id).document.voices


def test_a_change_of_what_waits_that_fails_changes_nothing(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    store.update_sidecar(session.id, lambda _: b"kept")
    with pytest.raises(NotSaved):
        store.update_sidecar(session.id, _fails)
    assert store.get_sidecar(session.id) == b"kept"


def _fails(_: bytes | None) -> bytes:
    raise NotSaved(why="")


def test_what_waits_goes_with_the_document_and_is_erased_with_it(
    store: AnyStore, case: Case
) -> None:
    session = begun(store, case)
    store.update_sidecar(session.id, lambda _: b"a ballot")
    store.remove(session.id, NOON)
    store.restore(session.id)
    assert store.get_sidecar(session.id) == b"a ballot"
    store.erase(session.id)
    with pytest.raises(DocumentNotFound):
        store.get_sidecar(session.id)
    begun(store, case)
    assert store.get_sidecar(session.id) is None


def test_bytes_beside_a_document_are_stored_once_by_their_digest(
    store: AnyStore, case: Case
) -> None:
    session = begun(store, case)
    assert store.blobs(session.id) == frozenset()
    picture, sound = (store.put_blob(session.id, body) for body in (b"a picture", b"a sound"))
    assert store.put_blob(session.id, b"a picture") == picture == sha256(b"a picture").hexdigest()
    assert store.blobs(session.id) == {picture, sound}
    assert store.get_blob(session.id, picture) == b"a picture"
    assert store.revision(session.id) == 0
    assert [step.revision for step in store.history(session.id)] == [0]
    assert b"a picture" not in store.document(session.id)
    assert {str(finding) for finding in store.check()} == {"This file is fine."}


def test_bytes_beside_a_document_are_erased_by_themselves(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    picture, sound = (store.put_blob(session.id, body) for body in (b"a picture", b"a sound"))
    store.delete_blob(session.id, picture)
    store.delete_blob(session.id, picture)
    assert store.get_blob(session.id, picture) is None
    assert store.blobs(session.id) == {sound}


@pytest.mark.parametrize("digest", ["", "..", "../k7f3q2.lock", "a" * 63, "A" * 64, "a" * 64])
def test_what_is_no_digest_of_anything_is_nothing(store: AnyStore, case: Case, digest: str) -> None:
    session = begun(store, case)
    store.put_blob(session.id, b"a picture")
    store.delete_blob(session.id, digest)
    assert store.get_blob(session.id, digest) is None
    assert len(store.blobs(session.id)) == 1


def test_bytes_beside_a_document_go_with_it_and_are_erased_with_it(
    store: AnyStore, case: Case
) -> None:
    session = begun(store, case)
    picture = store.put_blob(session.id, b"a picture")
    store.remove(session.id, NOON)
    with pytest.raises(DocumentNotFound):
        store.get_blob(session.id, picture)
    store.restore(session.id)
    assert store.get_blob(session.id, picture) == b"a picture"
    store.erase(session.id)
    begun(store, case)
    assert store.blobs(session.id) == frozenset()
    assert store.get_blob(session.id, picture) is None


def test_bytes_are_beside_one_document_only(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    picture = store.put_blob(session.id, b"a picture")
    other = store.create(case.make(id="other2"))
    assert store.get_blob(other.id, picture) is None
    for ask in (store.blobs, lambda no: store.put_blob(no, b""), lambda no: store.get_blob(no, "")):
        with pytest.raises(DocumentNotFound):
            ask(NEVER)


def test_what_is_safe_to_lose_goes_with_its_document(store: AnyStore, case: Case) -> None:
    session = begun(store, case)
    spare = store.cache_path(session.id)
    if spare is None:
        return
    for go in (lambda: store.remove(session.id, NOON), lambda: store.erase(session.id)):
        spare.parent.mkdir(exist_ok=True)
        spare.write_bytes(b"worked out")
        assert [one.id for one in store.summaries()] == [session.id]
        go()
        assert not spare.exists()
        if store.trash():
            store.restore(session.id)
