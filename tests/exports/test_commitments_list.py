"""The commitments on paper: whole, tagged, and in words."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from path_planner.domain.commitment import Status
from path_planner.domain.session import Consent, Session
from path_planner.exports.session.commitments_pdf import commitments_list
from tests.domain.builders import a_commitment, a_person, a_session
from tests.pdf.reading import complaints


def text_of(pdf: bytes) -> str:
    """Return the words of a PDF, spaces made even."""
    document = pypdfium2.PdfDocument(pdf)
    pages = (page.get_textpage() for page in document)
    return " ".join(" ".join(one.get_text_bounded() for one in pages).split())


def a_full_session() -> Session:
    """Return a session with enrolments and steps of all kinds."""
    return a_session(
        people={key: a_person(key) for key in ("robin", "asha")},
        commitments={
            "e1": a_commitment("e1", "enrol", what="Lifts on Fridays", who="robin"),
            "s1": a_commitment(who="asha", coach="robin", by_when=date(2026, 12, 1), said_yes=True),
            "s2": a_commitment("s2", what="Buy seeds", status=Status.DONE, note="it rained"),
        },
        consent=Consent(review_on=date(2027, 3, 1)),
    )


def test_everyone_enrolled_and_every_step_is_on_it() -> None:
    """Who, what, by when, coach, and how it stands; the notes stay at home."""
    words = text_of(commitments_list(a_full_session()))
    said = (
        "Lifts on Fridays / Robin / Ring the allotment / 1 December 2026 / Agreed "
        "/ Buy seeds / Nobody yet / Done / Enrol / First steps / 1 March 2027"
    )
    for one in said.split(" / "):
        assert one in words
    assert "it rained" not in words


def test_an_empty_list_says_so() -> None:
    """Rather than showing an empty table."""
    assert "No commitments yet." in text_of(commitments_list(a_session(commitments={})))


def test_the_same_session_gives_the_same_bytes() -> None:
    """So that a file can be compared with another."""
    assert commitments_list(a_full_session()) == commitments_list(a_full_session())


@pytest.mark.parametrize("count", [1, 60])
def test_it_is_a_whole_accessible_pdf(tmp_path: Path, count: int) -> None:
    """Tagged, titled, in a language; long lists go over several pages."""
    commitments = {
        f"s{n}": a_commitment(f"s{n}", what=f"Step {n} of many", who="asha", order=n)
        for n in range(count)
    }
    pdf = commitments_list(a_session(commitments=commitments))
    assert complaints(pdf, tmp_path) == []
    words = text_of(pdf)
    assert all(f"Step {n} of many" in words for n in range(count))
