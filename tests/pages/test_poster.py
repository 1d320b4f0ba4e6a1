"""The poster page: what is seen, for whom, and what is taken home."""

import base64
import json
import re
from typing import Any

from streamlit.testing.v1 import AppTest

from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.exports.base import Options, Paper
from path_planner.exports.registry import SESSION_EXPORTS
from path_planner.exports.session.poster import BLANK_FORMS
from path_planner.i18n import _
from path_planner.scene.model import Audience
from path_planner.scene.wall.off_paper import marks_off
from path_planner.services.context import SessionContext
from path_planner.services.session.voices import write_voice
from path_planner.services.session.wall import apply_command
from path_planner.services.session.wall.commands import read_command
from path_planner.storage.protocol import SessionStore
from path_planner.ui.poster.downloads import file_name
from tests.formats.test_opening_drawings import SAMPLES
from tests.pages.visiting import field, html, labels, visit
from tests.services.session.walls import a_line, fresh

OPEN = "I paint the harbour."
PRIVATE = "I miss my brother."
NASTY = "<script>alert(1)</script>"


def with_voices(store: SessionStore, session: Session) -> Session:
    """Return the session with one voice for the circle and one that is private."""
    write_voice(SessionContext(store, session), "dream", OPEN)
    room = SessionContext(store, store.open(session.id).document)
    return write_voice(room, "dream", PRIVATE, share=Share.PRIVATE).document


def drawn(at: AppTest) -> str:
    """Return the words of the drawing on the page."""
    url = at.get("image")[0].proto.imgs[0].url
    assert url.startswith("data:image/svg+xml;base64,")
    svg = base64.b64decode(url.partition(",")[2]).decode()
    words = re.sub(r"<style>.*?</style>", "", svg, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", words).split())


def test_the_poster_for_the_circle_comes_first_and_leaves_private_words_out(
    store: SessionStore, asha: Session
) -> None:
    session = with_voices(store, asha)
    at = visit("poster", session.id)
    assert "paint" in drawn(at)
    assert "brother" not in drawn(at)
    assert "1 private line is left out." in html(at)


def test_the_pathfinder_may_have_everything_and_is_told_so(
    store: SessionStore, asha: Session
) -> None:
    session = with_voices(store, asha)
    at = visit("poster", session.id)
    field(at.radio, "Who is it for?").set_value(Audience.PATHFINDER).run()
    assert "brother" in drawn(at)
    assert "1 private line is shown. Give this only to the pathfinder." in html(at)


def test_a_plan_without_private_words_says_so(asha: Session) -> None:
    assert "Nothing in this plan is marked private." in html(visit("poster", asha.id))


def test_the_picture_has_words_for_those_who_do_not_see_it(asha: Session) -> None:
    picture: Any = visit("poster", asha.id).get("image")[0].proto.imgs[0]
    assert asha.about.title in picture.alt


def test_peoples_words_in_the_drawing_are_no_tags(store: SessionStore, asha: Session) -> None:
    write_voice(SessionContext(store, asha), "dream", NASTY)
    at = visit("poster", asha.id)
    url = at.get("image")[0].proto.imgs[0].url
    assert b"<script" not in base64.b64decode(url.partition(",")[2])


def test_words_that_cannot_be_printed_are_named_over_the_preview(
    store: SessionStore, asha: Session
) -> None:
    warning = "These words cannot be printed, as no font here has their letters"
    assert warning not in html(visit("poster", asha.id))
    write_voice(SessionContext(store, asha), "goal", "Our ເຮືອນ")
    assert f"{warning}: ເຮືອນ" in html(visit("poster", asha.id))


def test_there_is_a_file_of_every_kind_and_the_one_to_print_comes_first(asha: Session) -> None:
    at = visit("poster", asha.id)
    offered = labels(at.get("download_button"))
    kinds = [export.name for export in SESSION_EXPORTS.known]
    assert sorted(offered) == sorted(map(_, [*kinds, *BLANK_FORMS.values()]))
    assert offered[0] == _(SESSION_EXPORTS.find(".pdf").name)
    assert "This holds everything, private words too." in html(at)


def test_a_small_paper_is_not_put_together_from_sheets(asha: Session) -> None:
    at = visit("poster", asha.id)
    field(at.selectbox, "How to print (PDF)").set_value(Paper.A3).run()
    assert "4 sheets and a map of them: 77 × 54 cm when joined." in html(at)
    field(at.selectbox, "Paper").set_value(Paper.A3).run()
    assert "when joined" not in html(at)
    pieces = field(at.selectbox, "How to print (PDF)")
    assert pieces.value == ""
    assert len(pieces.options) == 2
    field(at.selectbox, "Paper").set_value(Paper.A4).run()
    assert field(at.selectbox, "How to print (PDF)").disabled


def test_each_choice_and_each_change_gives_the_file_another_name(
    store: SessionStore, asha: Session
) -> None:
    pdf, svg = SESSION_EXPORTS.find(".pdf"), SESSION_EXPORTS.find(".svg")
    chosen = [
        Options(),
        Options(low_ink=True),
        Options(paper=Paper.A3),
        Options(tiled=Paper.A4),
        Options(audience=Audience.PATHFINDER),
    ]
    later = with_voices(store, asha)
    names = [file_name(asha, pdf, options) for options in chosen]
    names += [file_name(asha, svg, Options()), file_name(later, pdf, Options())]
    assert len(set(names)) == len(names)
    assert file_name(asha, pdf, Options()) == names[0]
    assert not any("asha" in name.lower() for name in names)


def film(at: AppTest) -> dict[str, Any]:
    """Return what the browser is told of the film."""
    shown = (one.proto for one in at.get("bidi_component"))
    (found,) = (one.json for one in shown if one.component_name == "replay")
    told: dict[str, Any] = json.loads(found)
    return told


def test_the_film_is_made_when_somebody_asks_for_it(store: SessionStore, asha: Session) -> None:
    session = with_voices(store, asha)
    at = visit("poster", session.id)
    assert "How this PATH was made" in html(at)
    assert not [one for one in at.get("bidi_component") if one.proto.component_name == "replay"]
    field(at.button, "Show the film").click().run()
    told = film(at)
    assert "paint" in told["svg"]
    assert "brother" not in json.dumps(told)
    assert [moment[0] for moment in told["moments"]] == [0]
    assert 10 <= told["seconds"] <= 60
    assert told["stops"][0][1]
    assert not told["calm"]


def test_a_plan_without_words_has_no_film_yet(asha: Session) -> None:
    at = visit("poster", asha.id)
    field(at.button, "Show the film").click().run()
    assert "Nothing has been said or drawn yet." in html(at)
    assert not [one for one in at.get("bidi_component") if one.proto.component_name == "replay"]


def test_the_film_follows_the_calm_mode_and_new_words(store: SessionStore, asha: Session) -> None:
    session = with_voices(store, asha)
    at = visit("poster", session.id, calm="1")
    field(at.button, "Show the film").click().run()
    first = film(at)
    assert first["calm"]
    write_voice(SessionContext(store, session), "goal", NASTY)
    at.run()
    assert film(at)["film"] != first["film"]
    assert len(film(at)["moments"]) == 2
    assert "<script" not in film(at)["svg"]


def test_a_drawing_is_brought_onto_the_wall_and_what_stayed_out_is_said(
    store: SessionStore, asha: Session
) -> None:
    elements = [
        {"type": "ellipse", "id": "e", "x": 9, "y": 9, "width": 40, "height": 30},
        {"type": "iframe", "id": "i", "x": 0, "y": 0, "width": 40, "height": 30},
    ]
    content = json.dumps({"type": "excalidraw", "elements": elements}).encode()
    at = visit("poster", asha.id)
    at.file_uploader[0].set_value(("one.excalidraw", content, "application/json")).run()
    assert "1 thing was added to the wall." in html(at)
    assert "Left out: 1 web page or film inside the drawing." in html(at)
    assert len(store.open(asha.id).document.marks) == len(asha.marks) + 1
    picture = (SAMPLES / "embedded.excalidraw.png").read_bytes()
    at.file_uploader[0].set_value(("seen.excalidraw.png", picture, "image/png")).run()
    assert "2 things were added to the wall." in html(at)
    at.file_uploader[0].set_value(("two.excalidraw", b"[]", "application/json")).run()
    assert "This file is not a drawing made with Excalidraw, or it is damaged." in html(at)


def test_what_lies_off_the_paper_is_said_and_brought_in_by_one_press(
    store: SessionStore, asha: Session
) -> None:
    room = SessionContext(store, asha)
    for number in range(3):
        element = a_line(f"line{number}", 300.0 * number, 9000.0)
        command = read_command({"id": fresh(), "do": "put", "element": element})
        room = SessionContext(store, apply_command(room, command).document)
    at = visit("poster", asha.id)
    assert "3 things lie off the paper." in html(at)
    field(at.button, "Bring them in").click().run()
    assert "off the paper" not in html(at)
    assert not marks_off(store.open(asha.id).document)
