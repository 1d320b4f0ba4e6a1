"""What documents say about names, consent and licence is what was checked, agreed and chosen."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from path_planner.analysis.publication_facts import Marks, PublicationFacts, publication_facts
from path_planner.analysis.publishable import publishable
from path_planner.domain.vision.plan import Licence
from path_planner.domain.vision.sources import ConsentTerms, SourceKind
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import AboutVision, Vision
from path_planner.domain.voice import Share
from path_planner.exports.base import VisionOptions
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.exports.vision.publication_notes import (
    consent_notes,
    licence_notes,
    name_notes,
    unread_notice,
)
from path_planner.services.vision.privacy.pii_checks import marks_of
from tests.analysis.visions import a_source, a_vision, a_voice, placed, visions
from tests.exports.unpacked import where, written_in

READ = "A person read every quote, and looked for names, places and numbers."
DECIDED = "People decided about everything that it marked."
NOT_CHECKED = "Not checked: "
WRITTEN = ("plan", "evidence", "easyread", "summary", "poster", "postersvg", "docx", "giveaway")


def a_checked_vision(**changes: object) -> Vision:
    """Return a vision in which a person read every quote, and nothing is marked."""
    return a_vision(
        about=AboutVision(title="A town", community="Bowhampton"),
        sources=[
            a_source("s1", agreed=ConsentTerms(share=True, given_on=date(2026, 5, 4))),
            a_source("s2", what=SourceKind.WRITTEN),
        ],
        voices=[
            a_voice("q1", text="[a friend] and I want a bus.", checked=True),
            a_voice("q2", "s2", text="We want a bus too.", checked=True),
            a_voice("q3", "s2", text="Only counted.", share=Share.THEME),
        ],
        themes=[Theme(id="t1", name="A bus on Sundays")],
        placings=[placed("q1", "t1"), placed("q2", "t1")],
    ).model_copy(update=changes)


def with_a_slip(vision: Vision) -> Vision:
    """Return it with one more quote, which names somebody and which nobody has read."""
    slip = a_voice("slip", text="Ask Quillonby on 07700 900123, please.")
    return vision.model_copy(
        update={
            "voices": {**vision.voices, "slip": slip},
            "placings": {**vision.placings, "slip-t1": placed("slip", "t1")},
        }
    )


def names_in_words(vision: Vision) -> str:
    """Return what is said about names in the documents of a vision."""
    return "\n".join(name_notes(publication_facts(vision, marks_of(vision))))


def options(vision: Vision) -> VisionOptions:
    """Return the options of a document that was made after the check ran."""
    return VisionOptions(on=date(2026, 11, 22), marks=marks_of(vision))


def test_all_is_said_where_all_was_read() -> None:
    said = names_in_words(a_checked_vision())
    assert READ in said
    assert DECIDED in said
    assert "In 1 quote, words in square brackets" in said
    assert NOT_CHECKED not in said


def test_an_unread_finding_takes_the_sentences_away() -> None:
    said = names_in_words(with_a_slip(a_checked_vision()))
    assert READ not in said
    assert DECIDED not in said
    assert "1 quote has not been read by a person" in said
    assert "Not checked: 1 place in this edition" in said


def test_what_was_not_looked_for_is_not_said_to_be_found() -> None:
    said = "\n".join(name_notes(publication_facts(a_checked_vision())))
    assert "The computer did not look for names in it." in said
    assert DECIDED not in said


def test_an_own_text_with_a_number_counts_too() -> None:
    theme = Theme(id="t1", name="Ring 07700 900123")
    vision = a_checked_vision(themes={"t1": theme})
    assert marks_of(vision) == (0, 1)
    assert DECIDED not in names_in_words(vision)
    assert NOT_CHECKED in names_in_words(vision)


@given(
    quotes=st.integers(0, 9),
    read=st.integers(0, 9),
    marks=st.one_of(st.none(), st.builds(Marks, st.integers(0, 3), st.integers(0, 3))),
)
def test_the_sentences_equal_what_was_checked(quotes: int, read: int, marks: Marks | None) -> None:
    read = min(quotes, read)
    facts = PublicationFacts(quotes, read, 0, marks, 1, 0, 1, 0, Licence.NONE, "")
    said = "\n".join(name_notes(facts))
    assert (READ in said) is (quotes > 0 and read == quotes)
    assert (DECIDED in said) is (marks == Marks())
    assert (NOT_CHECKED in said) is (marks is not None and marks.in_all > 0)
    assert bool(unread_notice(marks)) is (NOT_CHECKED in said)


@given(visions())
def test_the_facts_are_the_same_of_what_is_published(vision: Vision) -> None:
    told = publishable(vision)
    whole, part = publication_facts(vision), publication_facts(told)
    assert part._replace(drawings=whole.drawings) == whole


def test_consent_is_said_as_it_was_recorded() -> None:
    said = "\n".join(consent_notes(publication_facts(a_checked_vision())))
    assert "In 1 PATH, people agreed to share it. For each voice, they chose:" in said
    assert "For 1 conversation or survey, those who brought it in said" in said
    assert "For 1 source, nobody recorded when people agreed." in said
    assert "A drawing is shown" not in said
    survey = a_vision(
        sources=[a_source("s2", what=SourceKind.WRITTEN)], voices=[a_voice("q", "s2")]
    )
    assert "they chose" not in "\n".join(consent_notes(publication_facts(survey)))


@pytest.mark.parametrize("licence", list(Licence))
def test_a_licence_is_named_only_where_the_group_chose_it(licence: Licence) -> None:
    about = AboutVision(community="Bowhampton", licence=licence, licence_words="Share it at home.")
    facts = publication_facts(a_checked_vision(about=about))
    said = "\n".join(licence_notes(facts, "Bowhampton", " the  library "))
    assert ("Creative Commons" in said) is (licence is Licence.CC_BY)
    assert ("Open Government Licence" in said) is (licence is Licence.OGL)
    assert ("not licensed for re-use" in said) is (licence is Licence.NONE)
    assert ("Share it at home." in said) is (licence is not Licence.NONE)
    assert "They share them under" not in said
    assert "Ask: the library" in said


@pytest.mark.slow
@pytest.mark.parametrize("key", WRITTEN)
def test_a_document_made_anyway_says_so_inside(key: str) -> None:
    render = VISION_EXPORTS.find(key).render
    checked, slipped = a_checked_vision(), with_a_slip(a_checked_vision())
    notice = "not checked" if key == "easyread" else unread_notice(marks_of(slipped))
    assert where(notice, render(slipped, options(slipped)))
    assert not where(notice, render(checked, options(checked)))


@pytest.mark.slow
@pytest.mark.parametrize("key", ["plan", "docx"])
def test_the_plan_says_that_people_read_it_only_if_they_did(key: str) -> None:
    render = VISION_EXPORTS.find(key).render
    checked, slipped = a_checked_vision(), with_a_slip(a_checked_vision())
    read = "".join(READ.split()).casefold()
    assert read in written_in(render(checked, options(checked)))
    assert read not in written_in(render(slipped, options(slipped)))
    unwritten = "nameswereremovedbeforethevoiceswereadded"
    assert unwritten not in written_in(render(checked, options(checked)))


@pytest.mark.slow
def test_each_document_in_the_zip_says_so_and_so_does_its_readme() -> None:
    slipped = with_a_slip(a_checked_vision())
    content = VISION_EXPORTS.find("giveaway").render(slipped, options(slipped))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        read_me, licence = archive.read("README.txt").decode(), archive.read("LICENCE.txt").decode()
        plan = archive.read("documents/plan.pdf")
    assert "Not checked: 1 place in this edition" in read_me
    assert where(unread_notice(Marks(1)), plan)
    assert "not licensed for re-use" in licence
    assert "Creative Commons" not in licence + read_me
