"""Everything is saved in one zip on the page of all PATHs, and such a zip is opened there."""

import pytest
from streamlit.testing.v1 import AppTest

from path_planner.domain.session import Session
from path_planner.services.backup import read_backup, save_backup
from path_planner.storage.protocol import SessionStore, VisionStore
from path_planner.ui.stores import all_stores
from tests.pages.visiting import field, html, visit
from tests.storage.cases import a_vision
from tests.storage.writers import say

LABEL = "Open a backup: a zip from “Save everything”"


def bring(content: bytes) -> AppTest:
    """Give a zip to the page."""
    at = visit("sessions")
    field(at.file_uploader, LABEL).set_value(("all.zip", content, "application/zip")).run()
    return at


def backup() -> bytes:
    """Return a backup of everything."""
    return save_backup(all_stores()).content


def test_a_backup_comes_in_and_nothing_that_is_here_is_asked_about(
    store: SessionStore, visions: VisionStore, asha: Session
) -> None:
    visions.create(a_vision())
    content = backup()
    store.erase(asha.id)
    at = bring(content)
    assert "1 was added from the backup." in html(at)
    assert "1 was here already, just as it is in the backup." in html(at)
    assert store.open(asha.id).document == asha


@pytest.mark.parametrize(
    ("answer", "copies"), [("Add them as copies", 1), ("Add only what is new", 0)]
)
def test_a_plan_that_is_here_with_other_content_is_asked_about(
    store: SessionStore, asha: Session, answer: str, copies: int
) -> None:
    content = backup()
    newer = say(store, asha, "newer")
    at = bring(content)
    assert "1 of these is already here, with other content." in html(at)
    assert len(store.summaries()) == 1
    field(at.button, answer).click().run()
    assert len(store.summaries()) == 1 + copies
    assert store.open(asha.id).document == newer
    assert "already here, with other content" not in html(at)


def test_another_zip_is_refused_with_a_sentence(store: SessionStore) -> None:
    at = bring(b"PK\x03\x04" + bytes(80))
    assert "This backup is damaged or was changed" in html(at)
    assert store.summaries() == []


@pytest.mark.usefixtures("store")
def test_the_download_is_there_as_soon_as_there_is_something(visions: VisionStore) -> None:
    assert "save-everything" not in keys(visit("sessions"))
    visions.create(a_vision())
    assert "save-everything" in keys(visit("sessions"))
    assert len(read_backup(backup()).documents) == 1


def keys(at: AppTest) -> str:
    """Return the ids of all downloads of a page."""
    return " ".join(found.proto.id for found in at.get("download_button"))
