"""In a made-up language each sentence of ours is marked: a bare one is not in the catalogue."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from path_planner import i18n
from path_planner.domain.session import Session
from path_planner.processes import known
from path_planner.sample.sessions import sample_session
from path_planner.sample.visions import sample_vision
from path_planner.services.session.documents import begin
from path_planner.services.vision.documents import begun
from path_planner.storage.protocol import SessionStore
from path_planner.storage.store_registry import open_vision_store
from path_planner.ui import page_frame
from path_planner.ui.navigation import PAGES
from path_planner.ui.vision.steps import STEPS
from tests.pages.pseudo import bare, languages, words_of, words_of_vision
from tests.pages.shown import everything
from tests.pages.visiting import visit

NAMES = [place.name for place in PAGES]
BARE = "Nobody translated this"


@pytest.fixture(autouse=True)
def made_up_language() -> Iterator[None]:
    """Speak it in this thread too, where AppTest reads what the fields hold."""
    i18n.set_language(i18n.PSEUDO)
    yield
    i18n.set_language(i18n.ENGLISH)


@pytest.fixture(params=["just begun", "full"])
def session(request: pytest.FixtureRequest, store: SessionStore) -> Session:
    """Keep a session in which nothing was said yet, or one with something everywhere."""
    if request.param == "just begun":
        return begin(store, "Ada Quill")
    return store.create(sample_session(0, begins=datetime.now(UTC)))


def opened(name: str, session: Session, **parts: str) -> AppTest:
    """Open a page of a session in the made-up language."""
    return standing(visit(name, session.id, lang=i18n.PSEUDO, **parts))


def standing(at: AppTest) -> AppTest:
    """Hold that the page stands: a page that failed would show little to look at."""
    assert not at.exception
    assert not [text for text in everything(at) if "went wrong" in text]
    return at


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_on_every_page_is_in_the_catalogue(name: str, session: Session) -> None:
    texts = everything(opened(name, session))
    assert any("⟦" in text for text in texts)
    assert bare(texts, words_of(session)) == []


@pytest.mark.parametrize("stage", [stage.id for stage in known()[0].stages])
def test_every_sentence_of_every_stage_is_in_the_catalogue(stage: str, session: Session) -> None:
    for name in ("walk", "present"):
        at = opened(name, session, stage=stage)
        assert bare(everything(at), words_of(session)) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_that_a_button_brings_up_is_in_the_catalogue(
    name: str, session: Session, store: SessionStore
) -> None:
    at = opened(name, session)
    for key in [button.key for button in at.button if button.key]:
        button = next((one for one in at.button if one.key == key), None)
        if button and not button.disabled:
            standing(button.click().run())
        now = [store.open(one.id).document for one in store.summaries()]
        assert bare(everything(at), [said for one in now for said in words_of(one)]) == []


@pytest.mark.parametrize("step", [step.name for step in STEPS])
@pytest.mark.parametrize("full", [False, True], ids=["just begun", "full"])
def test_every_sentence_of_every_step_is_in_the_catalogue(
    step: str, full: bool, store: SessionStore, tmp_path: Path
) -> None:
    assert store.summaries() == []
    visions = open_vision_store(str(tmp_path / "store"))
    vision = visions.create(sample_vision(4) if full else begun("Hopeford"))
    at = standing(visit("vision_builder", lang=i18n.PSEUDO, vision=vision.id, step=step))
    assert bare(everything(at), [*words_of_vision(vision), *languages()]) == []


def test_a_page_that_cannot_be_shown_speaks_the_language_too(session: Session) -> None:
    at = opened("walk", session.model_copy(update={"id": "nowhere222"}))
    texts = everything(at)
    assert texts
    assert bare(texts, []) == []


def test_a_sentence_outside_the_catalogue_is_found_on_a_real_page(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(message: str, **facts: object) -> str:
        return message if message == "Calm view" else i18n._(message, **facts)

    monkeypatch.setattr(page_frame, "_", forgetful)
    found = bare(everything(opened("prepare", session)), words_of(session))
    assert set(found) == {"Calm view"}


def planted(sentence: str) -> None:
    """Show a sentence in every way a page can."""
    import streamlit as st  # noqa: PLC0415  (AppTest runs this function alone)

    st.html(f"<p>1 {sentence}</p><img src='data:,' alt='2 {sentence}'>")
    st.button(f"3 {sentence}", help=f"4 {sentence}")
    st.selectbox(f"5 {sentence}", [f"6 {sentence}", "⟦known⟧"], placeholder=f"7 {sentence}")
    st.text_input(f"8 {sentence}", value=f"9 {sentence}", placeholder=f"10 {sentence}")
    st.radio(f"11 {sentence}", [f"12 {sentence}"], captions=[f"13 {sentence}"])
    st.markdown(f"14 {sentence}")
    st.toast(f"15 {sentence}")
    st.caption(f"⟦Known⟧ 16 {sentence}")
    with st.expander(f"17 {sentence}"):
        st.checkbox(f"18 {sentence}")
    with st.popover(f"19 {sentence}"):
        st.download_button(f"20 {sentence}", b"")
    st.tabs([f"21 {sentence}"])


def test_a_sentence_outside_the_catalogue_is_found_wherever_it_is_shown() -> None:
    at = AppTest.from_function(planted, args=(BARE,), default_timeout=60).run()
    found = {text.replace("⟦Known⟧ ", "") for text in bare(everything(at), ["Ada Quill"])}
    assert found >= {f"{number} {BARE}" for number in range(1, 22)}
