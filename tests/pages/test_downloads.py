"""Under our server, a page offers its files by addresses of ours."""

import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.errors import DocumentNotFound
from path_planner.services.context import SessionContext
from path_planner.services.session.commitments import commit
from path_planner.services.session.voices import write_voice
from path_planner.storage.protocol import SessionStore
from path_planner.ui.components.downloads import OFFERS, PATH, Offer
from tests.pages.visiting import field, html, visit
from tests.source import PACKAGE

BUTTON = re.compile(
    rf'<form class="download" action="{PATH}(\w+)">'
    r'<button type="submit" class="([^"]*)"( disabled)?>'
    r"<span[^>]*>(\w+)</span><span>([^<]*)</span></button></form>"
)


@pytest.fixture(autouse=True)
def served(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pages stand under our server."""
    monkeypatch.setattr(OFFERS, "are_served", True)


def offered(at: AppTest) -> dict[str, Offer]:
    """Return the files that the page offers, by the words on their buttons."""
    assert not at.exception
    assert not at.get("download_button")
    found = {button[4]: OFFERS.find(button[0]) for button in BUTTON.findall(html(at))}
    return {label: offer for label, offer in found.items() if offer}


@pytest.mark.parametrize(
    ("page", "label", "begins"),
    [
        ("sessions", "Save a copy (file)", b"{"),
        ("sessions", "Credits and licences (text)", b""),
        ("prepare", "Getting-ready sheet (PDF)", b"%PDF"),
        ("commitments", "Printable list (PDF)", b"%PDF"),
        ("commitments", "Dates for your calendar (.ics)", b"BEGIN:VCALENDAR"),
        ("poster", "Poster as a picture (PNG)", b"\x89PNG"),
        ("poster", "Poster as a drawing for the web (SVG)", b"<"),
    ],
)
def test_each_page_offers_files_that_can_be_made(
    store: SessionStore, asha: Session, page: str, label: str, begins: bytes
) -> None:
    commit(SessionContext(store, asha), "first_steps", "Ring the choir", by_when=date(2030, 5, 1))
    at = visit(page, "" if page == "sessions" else asha.id)
    offer = offered(at)[label]
    assert offer.content().startswith(begins)
    assert re.fullmatch(r"[A-Za-z0-9._-]+", offer.file_name)
    assert "asha" not in offer.file_name.lower()


def test_a_file_holds_the_words_of_now_and_none_after_the_erasure(
    store: SessionStore, asha: Session
) -> None:
    said = write_voice(SessionContext(store, asha), "dream", "A choir of my own")
    offer = offered(visit("poster", asha.id))["The plan as plain text (Markdown)"]
    assert b"A choir of my own" in offer.content()
    (voice,) = said.document.voices.values()
    bare = said.document.model_copy(update={"voices": {}})
    SessionContext(store, said.document).keep(bare)
    assert voice.share is not Share.PRIVATE
    assert b"A choir of my own" not in offer.content()
    store.erase(asha.id)
    with pytest.raises(DocumentNotFound):
        offer.content()


def test_a_choice_gives_the_poster_another_address_and_a_change_does_not(
    store: SessionStore, asha: Session
) -> None:
    at = visit("poster", asha.id)
    first = BUTTON.findall(html(at))
    write_voice(SessionContext(store, asha), "dream", "A choir of my own")
    assert BUTTON.findall(html(at.run())) == first
    field(at.radio, "Colours").set_value(True).run()
    assert {one[0] for one in BUTTON.findall(html(at))}.isdisjoint({one[0] for one in first})


def test_what_cannot_be_taken_is_disabled(asha: Session) -> None:
    buttons = {one[4]: one[2] for one in BUTTON.findall(html(visit("commitments", asha.id)))}
    assert buttons == {
        "Printable list (PDF)": "", "Dates for your calendar (.ics)": " disabled",
    }  # fmt: skip


def test_no_page_puts_files_of_its_own_among_streamlits_media() -> None:
    found = [
        str(path.relative_to(PACKAGE))
        for path in sorted(PACKAGE.rglob("*.py"))
        if re.search(r"\.(download_button|audio|video|pyplot|pdf|logo)\(", path.read_text("utf-8"))
        and "st." in path.read_text("utf-8")
    ]
    assert found == ["ui/components/downloads.py"]
