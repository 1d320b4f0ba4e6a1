"""The documents that tests share are told apart by all that makes them different."""

from pathlib import Path

import pytest

from path_planner.domain.base import with_fields
from path_planner.exports.base import Options
from path_planner.i18n import ENGLISH, PSEUDO, set_language
from tests.exports.rendered import RenderedDocuments, rendered
from tests.scene import samples


def test_a_document_is_rendered_once(tmp_path: Path) -> None:
    documents, made = RenderedDocuments(tmp_path), [b"first", b"second"]
    assert documents.get("a plan", lambda: made.pop(0)) == b"first"
    assert RenderedDocuments(tmp_path).get("a plan", lambda: made.pop(0)) == b"first"
    assert documents.get("another plan", lambda: made.pop(0)) == b"second"


def test_a_rendering_that_fails_leaves_no_document(tmp_path: Path) -> None:
    documents = RenderedDocuments(tmp_path)
    with pytest.raises(ZeroDivisionError):
        documents.get("a plan", lambda: bytes(1 // 0))
    assert documents.get("a plan", lambda: b"whole") == b"whole"


def test_another_plan_another_choice_and_another_language_are_other_documents() -> None:
    session = samples.session(1)
    other = session.model_copy(update={"about": with_fields(session.about, title="Another title")})
    set_language(PSEUDO)
    try:
        pseudo = rendered(".svg", session)
    finally:
        set_language(ENGLISH)
    told = {
        rendered(".svg", session),
        rendered(".svg", other),
        rendered(".svg", session, Options(low_ink=True)),
        pseudo,
    }
    assert len(told) == 4
