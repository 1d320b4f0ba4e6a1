"""Every sentence of the steps Prioritise, Plan and Review is in the catalogue."""

from collections.abc import Iterator
from functools import cache

import pytest
from streamlit.testing.v1 import AppTest

from path_planner import i18n
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Method
from path_planner.sample.visions import sample_vision
from path_planner.services.context import VisionContext
from path_planner.services.vision.voting import cast_ballot, open_vote
from path_planner.storage.protocol import VisionStore
from tests.pages.pseudo import bare, languages, words_of_vision
from tests.pages.shown import everything
from tests.pages.visiting import visit


@cache
def full() -> Vision:
    """Return a vision with something everywhere."""
    return sample_vision(3)


PARTS = [
    *(("prioritise", part) for part in ("why", "list", "vote", "decide")),
    *(("plan", part) for part in ("actions", "outcomes", "words", "people")),
    ("review", ""),
]


@pytest.fixture(autouse=True)
def made_up_language() -> Iterator[None]:
    """Speak it in this thread too, where AppTest reads what the fields hold."""
    i18n.set_language(i18n.PSEUDO)
    yield
    i18n.set_language(i18n.ENGLISH)


def opened(vision: Vision, step: str, part: str) -> AppTest:
    """Open a part of a step in the made-up language."""
    at = visit("vision_builder", vision=vision.id, step=step, part=part, lang=i18n.PSEUDO)
    assert not at.exception
    return at


def held(at: AppTest, vision: Vision) -> None:
    """Hold that nothing on the page is bare."""
    texts = everything(at)
    assert any("⟦" in text for text in texts)
    assert not [text for text in texts if "went wrong" in text]
    assert bare(texts, [*words_of_vision(vision), *languages()]) == []


@pytest.mark.parametrize(("step", "part"), PARTS)
@pytest.mark.parametrize("paths", [0, 6])
def test_every_sentence_of_a_step_is_in_the_catalogue(
    visions: VisionStore, step: str, part: str, paths: int
) -> None:
    vision = full()
    if not paths:
        vision = Vision(id="empty234", begun=vision.begun, updated=vision.updated)
    vision = visions.create(vision)
    held(opened(vision, step, part), vision)


@pytest.mark.parametrize("method", Method)
def test_every_sentence_of_an_open_vote_is_in_the_catalogue(
    visions: VisionStore, method: Method
) -> None:
    vision = visions.create(full())
    kept = open_vote(VisionContext(visions, vision), method, question="Bus?")
    if method is Method.DOTS:
        cast_ballot(VisionContext(visions, kept.document), kept.changes[0].id, {}, by_proxy=True)
    at = opened(vision, "prioritise", "vote")
    held(at, kept.document)
    next_key = "hand over" if method is Method.DOTS else "count next"
    for key in (next_key, "begin ballot") if method is Method.DOTS else (next_key,):
        next(one for one in at.button if str(one.key).endswith(f":{key}")).click().run()
        held(at, kept.document)


@pytest.mark.parametrize(("step", "part"), [("prioritise", "list"), ("plan", "actions"),
                                            ("plan", "outcomes"), ("review", "")])  # fmt: skip
def test_every_sentence_of_what_is_opened_is_in_the_catalogue(
    visions: VisionStore, step: str, part: str
) -> None:
    vision = visions.create(full())
    at = opened(vision, step, part)
    next(one for one in at.button if "⟦Edit⟧" in one.label).click().run()
    held(at, vision)
