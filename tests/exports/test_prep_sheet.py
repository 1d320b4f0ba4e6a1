"""The getting-ready sheet: plain, whole, accessible, and careful with what helps each person."""

from collections import Counter
from ctypes import c_float
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from path_planner import i18n
from path_planner.domain.people import Person, Role
from path_planner.domain.session import About, AgreementLine, Consent, Session, StageState
from path_planner.exports.session.handouts_pdf import BRING, CAN_HELP, CONSENT, getting_ready
from path_planner.i18n import _
from path_planner.processes import find
from path_planner.processes.prompts import fill_placeholders
from path_planner.sample.sessions import sample_session
from tests.domain.builders import NOON, a_session
from tests.pdf.reading import complaints, elements, pdfium_text

BORROWED = "<script>alert(1)</script> ⚡ زینب"


def text_of(pdf: bytes) -> str:
    """Return the words of a sheet, spaces made even."""
    return " ".join(pdfium_text(pdf).split())


def a_prepared_session(**fields: object) -> Session:
    """Return a session that is ready to be told about."""
    about = About(held_on=date(2026, 12, 1), place="Hilltop Hall", minutes=90)
    people = {
        "ben": Person(id="ben", name="Ben Reed", role=Role.FRIEND, helps="A quiet corner"),
    }
    return a_session(**{"about": about, "people": people, **fields})


def test_it_says_what_will_happen_when_where_and_with_whom() -> None:
    session = a_prepared_session(agreement={"p": AgreementLine(id="p", text="We laugh a lot.")})
    told = text_of(getting_ready(session))
    for said in ("1 December 2026", "Hilltop Hall", "90 minutes", "Ben Reed (Friend)"):
        assert said in told
    assert "We laugh a lot." in told
    for stage in find(session.about.process).stages:
        assert " ".join(fill_placeholders(stage.question, session).split()) in told
    for one in (*BRING, *CAN_HELP, *CONSENT):
        assert _(one) in told


def test_a_person_without_a_role_is_not_called_someone_else() -> None:
    people = {"b": Person(id="b", name="Bo Larkspur", role=Role.OTHER)}
    told = text_of(getting_ready(a_prepared_session(people=people)))
    assert "Bo Larkspur" in told
    assert "Someone else" not in told


def test_what_helps_each_person_is_printed_only_when_asked_for() -> None:
    session = a_prepared_session()
    line = "Ben Reed: A quiet corner"
    assert line in text_of(getting_ready(session, with_needs=True))
    assert line not in text_of(getting_ready(session))


def test_a_stage_that_is_skipped_is_not_announced() -> None:
    session = a_prepared_session(stages={"now": StageState(id="now", skipped=True)})
    assert "Back to today" not in text_of(getting_ready(session))


def test_the_days_of_consent_are_on_it() -> None:
    consent = Consent(review_on=date(2027, 3, 1), delete_on=date(2028, 1, 31))
    told = text_of(getting_ready(a_prepared_session(consent=consent)))
    assert "We will review the plan on 1 March 2027." in told
    assert "The plan will be deleted on 31 January 2028." in told


@pytest.mark.parametrize("full", [False, True])
def test_it_is_a_whole_accessible_pdf(tmp_path: Path, full: bool) -> None:
    session = sample_session(0, begins=NOON) if full else a_session(people={}, agreement={})
    pdf = getting_ready(session, with_needs=True)
    assert complaints(pdf, tmp_path) == []
    assert [role for role, _text in elements(pdf)].count("H1") == 1


def test_an_empty_list_is_no_list_at_all() -> None:
    empty = elements(getting_ready(a_session(people={}, agreement={})))
    lists = [place for place, (role, _text) in enumerate(empty) if role == "L"]
    assert all(empty[place + 1][0] == "LI" for place in lists)


def test_any_words_may_be_written_on_it(tmp_path: Path) -> None:
    people = {"x": Person(id="x", name=BORROWED, helps=BORROWED)}
    pdf = getting_ready(a_prepared_session(people=people), with_needs=True)
    assert complaints(pdf, tmp_path) == []
    assert "<script>alert(1)</script>" in text_of(pdf)


def test_the_same_session_gives_the_same_bytes() -> None:
    session = a_prepared_session()
    assert getting_ready(session) == getting_ready(session)


def test_it_speaks_the_language_in_use() -> None:
    i18n.set_language(i18n.PSEUDO)
    try:
        told = text_of(getting_ready(a_prepared_session()))
    finally:
        i18n.set_language(i18n.ENGLISH)
    assert "⟦What to bring, if you like⟧" in told
    assert "⟦Empty box⟧" not in text_of(getting_ready(a_prepared_session()))


@pytest.mark.parametrize("many", [2, 8, 12])
def test_it_is_one_sheet_at_14_points_with_all_consents_together(many: int) -> None:
    names = ("Jonah Applewhite", "Delia Applewhite", "Priya Wrenfield", "Olu Brightwater")
    people = {
        f"p{place}": Person(id=f"p{place}", name=names[place % 4], role=list(Role)[place % 8])
        for place in range(many)
    }
    lines = ("One voice at a time.", "We use plain words, and ask when something is unclear.") * 2
    agreement = {
        f"a{place}": AgreementLine(id=f"a{place}", text=text) for place, text in enumerate(lines)
    }
    consent = Consent(review_on=date(2027, 3, 1), delete_on=date(2028, 1, 31))
    pdf = getting_ready(a_prepared_session(people=people, agreement=agreement, consent=consent))
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        size = c_float()
        sizes = Counter[float]()
        for part in document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            raw.FPDFTextObj_GetFontSize(part, size)
            sizes[round(size.value, 1)] += 1
    assert sizes.most_common(1)[0][0] == 14.0


def test_what_is_agreed_stands_together_on_one_page_however_long_the_rest_is() -> None:
    agreement = {f"a{i}": AgreementLine(id=f"a{i}", text="We laugh a lot. " * 9) for i in range(9)}
    pdf = getting_ready(a_prepared_session(agreement=agreement))
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    assert len(pages) == 2
    (consents,) = [page for page in pages if "What I agree to" in page]
    for told in (*(_(each) for each in CONSENT), "Name and date", "Explained by"):
        assert told in consents
