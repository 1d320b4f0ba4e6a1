"""An appended change is encoded once: the bytes that were checked are the bytes that are kept."""

from pathlib import Path

import pytest

from path_planner.domain.base import with_fields
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.protocol import SessionStore
from path_planner.storage.session_type import SESSIONS
from tests.calls import calls
from tests.domain.builders import a_session, a_voice
from tests.storage.writers import append, say, voice_change

RECORD = "SchemaSerializer.to_json"


@pytest.mark.parametrize("count", [1, 5])
def test_each_change_of_a_step_is_encoded_once(store: SessionStore, count: int) -> None:
    session = say(store, store.create(a_session()), "first")
    changes = [voice_change(a_voice(f"n{number}")) for number in range(count)]
    made = calls(lambda: append(store, session, changes))
    assert made[RECORD] == count
    # The place of each change, and once who made them and when.
    assert made["dumps"] == count + 1


def test_what_others_did_meanwhile_costs_no_second_encoding(store: SessionStore) -> None:
    session = store.create(a_session())
    say(store, session, "theirs")
    made = calls(lambda: say(store, session, "ours"))
    assert made[RECORD] == 1


def test_only_a_record_that_was_merged_is_encoded_again(files: FileStore, folder: Path) -> None:
    session = files.create(a_session())
    voice = session.voices["v1"]
    append(files, session, [voice_change(with_fields(voice, approved=True))])
    changes = [voice_change(with_fields(voice, text="In a garden.")), voice_change(a_voice("v2"))]
    made = calls(lambda: append(files, session, changes))
    assert made[RECORD] == 3
    kept = FileStore(folder, SESSIONS).open(session.id).document
    assert (kept.voices["v1"].text, kept.voices["v1"].approved) == ("In a garden.", True)
    assert kept == files.open(session.id).document
