"""The sessions page: begin, find, copy, delete twice, bring back, bring in."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from path_planner.domain.people import PathfinderKind
from path_planner.domain.session import Session
from path_planner.domain.vision.plan import Action
from path_planner.domain.vision.vision import AboutVision
from path_planner.services.context import SessionContext
from path_planner.services.session.commitments import commit
from path_planner.services.session.documents import begin
from path_planner.services.vision import documents as new_visions
from path_planner.services.vision.documents import MOST_PACKED
from path_planner.storage.limits import MOST_BYTES
from path_planner.storage.protocol import SessionStore
from path_planner.ui.components.document_list import PAGE_SIZE
from path_planner.ui.stores import vision_store
from tests.analysis.visions import a_vision
from tests.pages.visiting import field, follow, html, labels, page_buttons, request_page, visit
from tests.storage.writers import say

NASTY = "<script>alert(1)</script> *bold* :smile: [x](http://x.test) \u202eback"


def listed(at: AppTest) -> list[str]:
    """Return the titles in the list, which lead there; those in the bar are none of them."""
    return labels(page_buttons(at))[2:]


def press(at: AppTest, label: str) -> AppTest:
    """Press the button with this label."""
    found: AppTest = field(at.button, label).click().run()
    return found


def test_only_whose_path_it_is_must_be_said(store: SessionStore) -> None:
    at = visit("sessions")
    field(at.text_input, "Whose PATH is it?").set_value("Ada Quill")
    press(at, "Start")
    (entry,) = store.summaries()
    session = store.open(entry.id).document
    assert session.about.pathfinder.name == "Ada Quill"
    assert [person.name for person in session.people.values()] == ["Ada Quill"]
    assert session.about.held_on == date.today()  # noqa: DTZ011  (the day where the people are)
    assert "Prepare</h1>" in html(request_page(at, "prepare"))
    assert at.query_params["session"] == entry.id


def test_without_a_name_nothing_begins_and_the_page_says_what_is_missing(
    store: SessionStore,
) -> None:
    at = press(visit("sessions"), "Start")
    assert store.summaries() == []
    assert "A first name is enough." in html(at)


def test_all_choices_of_the_form_are_kept(store: SessionStore) -> None:
    at = visit("sessions")
    field(at.text_input, "Whose PATH is it?").set_value("Harbour Group")
    field(at.radio, "Who is planning?").set_value(PathfinderKind.COMMUNITY)
    field(at.text_input, "Title").set_value("Our harbour")
    field(at.text_input, "Place").set_value("Old Net Loft")
    field(at.radio, "Type of PATH").set_value("path8")
    field(at.radio, "Length").set_value(180)
    field(at.selectbox, "Language").set_value("cy")
    press(at, "Start")
    about = store.open(store.summaries()[0].id).document.about
    assert (about.title, about.place, about.process) == ("Our harbour", "Old Net Loft", "path8")
    assert (about.minutes, about.language) == (180, "cy")
    assert about.pathfinder.kind is PathfinderKind.COMMUNITY


def test_an_empty_store_shows_the_way(store: SessionStore) -> None:
    assert store.summaries() == []
    at = visit("sessions")
    assert "No PATHs yet" in html(at)
    assert "Find a PATH" not in labels(at.text_input)


def test_a_session_is_found_by_words_of_its_title_name_and_place(store: SessionStore) -> None:
    begin(store, "Ada", title="Spring", place="Hilltop Hall")
    begin(store, "Ben", title="Autumn")
    at = visit("sessions")
    field(at.text_input, "Find a PATH").set_value("HILL spring").run()
    assert listed(at) == ["Spring"]
    field(at.text_input, "Find a PATH").set_value("nowhere").run()
    assert "No PATH has these words" in html(at)


def test_many_sessions_are_leafed_through(store: SessionStore) -> None:
    for number in range(PAGE_SIZE + 3):
        begin(store, f"Person {number}", title=f"Way {number}")
    at = visit("sessions")
    assert len(listed(at)) == PAGE_SIZE
    press(at, "Older")
    assert len(listed(at)) == 3
    press(at, "Newer")
    assert len(listed(at)) == PAGE_SIZE


def test_peoples_words_are_plain_text_on_the_list(store: SessionStore) -> None:
    begin(store, "Ada", title=NASTY, place="<img src=x onerror=alert(1)>")
    at = visit("sessions")
    (label,) = listed(at)
    assert r"\<script\>" in label
    assert r"\*bold\*" in label
    assert ":smile:" not in label
    assert "\u202e" not in label
    assert "<img src=x" not in html(at)
    assert "&lt;img src=x" in html(at)


def test_a_copy_holds_the_same_under_its_own_title(store: SessionStore, asha: Session) -> None:
    press(visit("sessions"), "Duplicate")
    titles = sorted(entry.title for entry in store.summaries())
    assert titles == [asha.about.title, f"{asha.about.title} (copy)"]


def test_deleting_is_asked_twice_and_can_be_taken_back(store: SessionStore, asha: Session) -> None:
    at = press(visit("sessions"), "Delete")
    assert [entry.id for entry in store.summaries()] == [asha.id]
    assert "You can restore it for 30 days." in html(at)
    press(at, "No, keep it")
    assert "Yes, delete it" not in labels(at.button)
    press(at, "Delete")
    press(at, "Yes, delete it")
    assert store.summaries() == []
    assert [one.entry.id for one in store.trash()] == [asha.id]
    press(at, "Restore")
    assert [entry.id for entry in store.summaries()] == [asha.id]
    assert store.trash() == []


def test_erasing_for_good_leaves_no_file_behind(
    store: SessionStore, asha: Session, tmp_path: Path
) -> None:
    store.remove(asha.id, datetime.now(UTC))
    at = press(visit("sessions"), "Delete for good")
    assert len(store.trash()) == 1
    press(at, "Yes, delete it")
    assert store.trash() == []
    left = [path for path in (tmp_path / "store").rglob("*") if path.is_file()]
    assert [path for path in left if asha.about.title.encode() in path.read_bytes()] == []


def test_a_plan_comes_in_from_its_file_beside_the_one_that_is_here(
    store: SessionStore, asha: Session
) -> None:
    at = visit("sessions")
    document = store.document(asha.id)
    at.file_uploader[0].set_value(("plan.path.json", document, "application/json")).run()
    assert len(store.summaries()) == 2
    assert "“Asha’s way” was added." in html(at)
    assert follow(at, "Open it").query_params["session"] != asha.id


@pytest.mark.parametrize(
    ("choice", "copies"), [("Use the one that is here", 0), ("Add the older file as a copy", 1)]
)
def test_a_file_older_than_the_plan_that_is_here_is_asked_about(
    store: SessionStore, asha: Session, choice: str, copies: int
) -> None:
    older = store.document(asha.id)
    say(store, asha, "newer")
    at = visit("sessions")
    at.file_uploader[0].set_value(("plan.path.json", older, "application/json")).run()
    assert "“Asha’s way” is already here, with newer changes than this file" in html(at)
    assert len(store.summaries()) == 1
    press(at, choice)
    assert len(store.summaries()) == 1 + copies
    assert "with newer changes" not in html(at)
    assert (follow(at, "Open it").query_params["session"] == asha.id) == (not copies)


def test_every_file_that_the_app_can_write_may_be_chosen(asha: Session) -> None:
    """Not only those of ten megabytes, which Streamlit takes by itself."""
    places = (visit("sessions"), visit("poster", asha.id), visit("vision_builder"))
    most = [at.file_uploader[0].proto.max_upload_size_mb for at in places]
    vision_id = new_visions.begin(vision_store(), "A town for everybody").id
    gather = visit("vision_builder", vision=vision_id)
    most.append(gather.file_uploader[0].proto.max_upload_size_mb)
    assert [megabytes * 2**20 >= MOST_BYTES for megabytes in most] == [True] * 4
    assert most[2] * 2**20 == MOST_PACKED


@pytest.mark.parametrize(
    "content", [b"", b"not json", b"[]", b'{"format": "another"}', b"\xff\xfe\x00", b"{" * 5000]
)
def test_rubbish_is_refused_with_a_plain_sentence(store: SessionStore, content: bytes) -> None:
    at = visit("sessions")
    at.file_uploader[0].set_value(("plan.json", content, "application/json")).run()
    assert store.summaries() == []
    assert 'role="alert"' in html(at)
    assert not at.exception


def test_the_sample_opens_where_it_can_be_walked(store: SessionStore) -> None:
    at = press(visit("sessions"), "Try an example PATH")
    (entry,) = store.summaries()
    assert entry.voices > 5
    assert at.query_params["session"] == entry.id


def test_what_is_due_this_week_is_shown_with_its_session(
    store: SessionStore, asha: Session
) -> None:
    today = date.today()  # noqa: DTZ011  (the day where the people are)
    for what, days in (("Phone <b>Mo</b>", 2), ("Buy seeds", -3), ("Much later", 40)):
        room = SessionContext(store, store.open(asha.id).document)
        commit(room, "first_steps", what, by_when=today + timedelta(days=days))
    shown = html(visit("sessions"))
    assert "Due this week or overdue" in shown
    assert "Phone &lt;b&gt;Mo&lt;/b&gt;" in shown
    assert "(overdue)" in shown
    assert "Much later" not in shown


def test_what_is_due_in_a_vision_stands_beside_it_with_its_title(store: SessionStore) -> None:
    today = date.today()  # noqa: DTZ011  (the day where the people are)
    action = Action(id="a1", what="Count <b>kerbs</b>", who="Ada", by_when=today)
    about = AboutVision(title="A town for all", next_look=today + timedelta(days=2))
    assert store.summaries() == []
    vision = vision_store().create(a_vision(actions=[action]).model_copy(update={"about": about}))
    at = visit("sessions")
    shown = html(at)
    assert "<strong>Ada</strong>: Count &lt;b&gt;kerbs&lt;/b&gt;" in shown
    assert shown.index("kerbs") < shown.index("<strong>Review the plan together</strong>")
    # Twice where it is due, and once among the newest visions.
    assert labels(page_buttons(at)).count("A town for all") == 3
    follow(at, "A town for all", 1)
    assert dict(at.query_params) == {"vision": vision.id, "step": "review"}


def test_a_copy_with_steps_due_stands_beside_its_original(
    store: SessionStore, asha: Session
) -> None:
    today = date.today()  # noqa: DTZ011  (the day where the people are)
    commit(SessionContext(store, asha), "first_steps", "Phone Mo", by_when=today)
    shown = html(press(visit("sessions"), "Duplicate"))
    assert shown.count("Phone Mo") == 2
    assert "Something went wrong" not in shown


def test_what_comes_soon_stands_before_what_is_late(store: SessionStore, asha: Session) -> None:
    today = date.today()  # noqa: DTZ011  (the day where the people are)
    for days in (-9, 3, -2, 1):
        room = SessionContext(store, store.open(asha.id).document)
        commit(room, "first_steps", f"Step {days}", by_when=today + timedelta(days=days))
    at = visit("sessions")
    assert "Step -9" not in html(at)
    shown = html(field(at.button, "Show all 4").click().run())
    places = [shown.index(f"Step {days}") for days in (1, 3, -2, -9)]
    assert places == sorted(places)


def test_a_damaged_file_is_listed_and_does_not_hide_the_others(
    store: SessionStore, asha: Session, tmp_path: Path
) -> None:
    other = begin(store, "Ben", title="Whole")
    for path in (tmp_path / "store").glob(f"*{asha.id}*.path.json"):
        path.write_bytes(b"\x00broken")
    at = visit("sessions")
    assert not at.exception
    assert other.about.title in labels(page_buttons(at))
