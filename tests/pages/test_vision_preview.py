"""Look before it comes in: what a file holds is shown, corrected, and only then kept."""

import pytest
from streamlit.testing.v1 import AppTest

from path_planner.domain.vision.vision import Vision
from path_planner.services.vision.documents import begin
from path_planner.storage.protocol import VisionStore
from tests.pages.visiting import field, html, now, visit
from tests.services.vision.imports.records import SAMPLES, sample, table

LONG = "There is no bus on Sundays, so I stay at home."
OTHER = "My sister drives me when her back is well again."
CHOICES = ("One", "Two", "E-mail")
BUILDER = "vision_builder"


@pytest.fixture
def vision(visions: VisionStore) -> Vision:
    """Begin a vision."""
    return begin(visions, "A town for everybody")


def dropped(vision: Vision, name: str, content: bytes) -> AppTest:
    """Return the page with a file dropped on it."""
    at = visit(BUILDER, vision=vision.id)
    at.file_uploader[0].set_value([(name, content, "text/csv")]).run()
    assert not at.exception
    return at


def agree_and_add(at: AppTest, label: str) -> None:
    field(at.checkbox, "The people who said it agreed to this").check().run()
    field(at.button, label).click().run()
    assert not at.exception


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_every_file_that_failed_before_comes_in_as_by_the_command(
    visions: VisionStore, vision: Vision, name: str
) -> None:
    record = sample(name)
    at = dropped(vision, name, (SAMPLES / name).read_bytes())
    count = len(record.utterances)
    agree_and_add(at, f"Add {count} voice{'s' if count > 1 else ''}")
    assert "Something went wrong" not in html(at)
    kept = now(visions, vision)
    assert (len(kept.voices), len(kept.set_aside)) == (count, len(record.set_aside))
    texts = " ".join(voice.text for voice in kept.voices.values())
    assert not any(who in texts for who in ("Penhallow", "Quince", "Tobias"))


def test_nothing_is_kept_before_it_was_looked_at(visions: VisionStore, vision: Vision) -> None:
    at = dropped(vision, "polis.csv", (SAMPLES / "polis.csv").read_bytes())
    shown = html(at)
    assert "Look before it comes in" in shown
    assert "It looks like Polis, comments." in shown
    assert "We need a room where we can paint." in shown
    assert now(visions, vision).voices == {}
    assert field(at.button, "Add 1 voice").disabled
    agree_and_add(at, "Add 1 voice")
    (voice,) = now(visions, vision).voices.values()
    assert (voice.agrees, voice.disagrees) == (4, 1)
    assert not now(visions, vision).mappings


def test_a_corrected_column_is_remembered_for_the_next_file_of_its_shape(
    visions: VisionStore, vision: Vision
) -> None:
    at = dropped(vision, "a.csv", table(CHOICES, (LONG, OTHER, "a@quill.example")).encode())
    assert "it is not clear" in html(at)
    assert "quill.example" not in html(at)
    field(at.selectbox, "One").set_value("leave out").run()
    field(at.selectbox, "Two").set_value("words").run()
    agree_and_add(at, "Add 1 voice")
    assert [voice.text for voice in now(visions, vision).voices.values()] == [OTHER]
    assert b"quill.example" not in visions.document(vision.id)
    again = dropped(vision, "b.csv", table(CHOICES, (OTHER, LONG, "b@quill.example")).encode())
    assert field(again.selectbox, "Two").value == "words"
    agree_and_add(again, "Add 1 voice")
    texts = sorted(voice.text for voice in now(visions, vision).voices.values())
    assert texts == sorted([OTHER, LONG])


def test_a_day_that_can_be_two_days_is_asked_for(visions: VisionStore, vision: Vision) -> None:
    text = table(("text", "when"), (LONG, "03/04/2026"))
    at = dropped(vision, "talk.csv", text.encode())
    field(at.checkbox, "The people who said it agreed to this").check().run()
    assert field(at.button, "Gather 1 file").disabled
    question = next(one for one in at.radio if "which day is it" in one.label)
    question.set_value("month first").run()
    field(at.button, "Add 1 voice").click().run()
    (source,) = now(visions, vision).sources.values()
    assert str(source.held_on) == "2026-03-04"


def test_letters_that_look_wrong_can_be_read_anew(visions: VisionStore, vision: Vision) -> None:
    text = "Name;Comment\nŁucja;Chcę malować i żyć spokojnie, więcej zieleni, proszę\n"
    at = dropped(vision, "notes.csv", text.encode("iso8859_2"))
    field(at.checkbox, "The people who said it agreed to this").check().run()
    assert field(at.button, "Gather 1 file").disabled
    field(at.selectbox, "Read the letters as").set_value("iso8859_2").run()
    assert "Chcę malować i żyć spokojnie" in html(at)
    field(at.button, "Add 1 voice").click().run()
    (voice,) = now(visions, vision).voices.values()
    assert voice.text.startswith("Chcę malować")


def test_pasted_speakers_are_shown_and_their_names_removed(
    visions: VisionStore, vision: Vision
) -> None:
    at = visit(BUILDER, vision=vision.id)
    text = (SAMPLES / "one-title-line.txt").read_text("utf-8")
    field(at.text_area, "What was said, one voice on each line").set_value(text).run()
    shown = html(at)
    assert "3 voices, from 2 people." in shown
    assert "1 line is not something anyone said, and stays out." in shown
    field(at.checkbox, "The people who said it agreed to this").check().run()
    field(at.button, "Add this conversation").click().run()
    texts = [voice.text for voice in now(visions, vision).voices.values()]
    assert len(texts) == 3
    assert not any("Tobias" in text or "Penhallow" in text for text in texts)


def test_empty_answers_are_counted_and_brought_back(visions: VisionStore, vision: Vision) -> None:
    at = dropped(vision, "a.csv", table(("comment",), (LONG,), ("n/a",), ("None",)).encode())
    assert "2 empty answers are set aside: “n/a”, “None”." in html(at)
    agree_and_add(at, "Add 1 voice")
    assert len(now(visions, vision).set_aside) == 2
    heard = visit(BUILDER, vision=vision.id, part="heard")
    field(heard.button, "Bring back 2 empty answers").click().run()
    assert not heard.exception
    assert len(now(visions, vision).voices) == 3
    assert not now(visions, vision).set_aside


@pytest.mark.parametrize("content", [b"\n\n", table(("comment",), ("n/a",), ("none",)).encode()])
def test_a_file_with_nothing_to_add_offers_no_button(vision: Vision, content: bytes) -> None:
    at = dropped(vision, "a.csv", content)
    assert "no voices in it" in html(at) or "no row with words" in html(at)
    assert not [one for one in at.button if one.label.startswith(("Gather", "Add 0"))]
    assert "Nobody noted" not in html(at)


def test_of_very_many_lines_that_stay_out_the_rest_is_a_number(vision: Vision) -> None:
    rows = [(LONG,), *[("n/a",)] * 120]
    at = dropped(vision, "a.csv", table(("comment",), *rows).encode())
    assert "And 20 more." in html(at)
