"""The extra for more languages: used where it is needed, and only there."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from path_planner.services.vision.theme_suggestions import strange_words
from path_planner.similarity import more_languages
from path_planner.similarity.classifier import Gathered, Themes
from path_planner.similarity.clusters import find_seeds, offers_for
from path_planner.similarity.corpus import Corpus, Statement
from path_planner.similarity.neighbours import matches_of

TOPICS = ("bws", "bus", "ysbyty", "hospital", "coginio", "cook")
WELSH = {
    "w1": "Does dim bws ar ôl chwech o’r gloch.",
    "w2": "Mae’r bws olaf yn mynd am chwech o’r gloch.",
    "w3": "Mae’r ysbyty yn rhy swnllyd i mi.",
}
ENGLISH = {
    "e1": "There is no bus after six.",
    "e2": "The hospital is too loud.",
    "e3": "I want to learn to cook.",
    **{f"e{n}": f"I like thing number {n} in my garden." for n in range(4, 24)},
}


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Stand in for the encoder: what is about the same topic is near, in either language."""
    rows = np.full((len(texts), 8), 0.1, np.float32)
    for row, text in zip(rows, texts, strict=True):
        for number, topic in enumerate(TOPICS):
            if topic in text.lower():
                row[number // 2] += 1
        row[7] += len(text) % 7 / 50
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Install the extra; return how many texts it was asked about, each time."""
    asked: list[int] = []
    more_languages.clear()

    def counting(texts: Sequence[str]) -> NDArray[np.float32]:
        asked.append(len(texts))
        return encode(texts)

    monkeypatch.setattr(more_languages, "is_installed", lambda: True)
    monkeypatch.setattr(more_languages, "encode", counting)
    return asked


def pile(told: dict[str, str]) -> Corpus:
    """Return these texts, the Welsh ones said to be so."""
    return Corpus(
        {one: Statement(text, "cy" if one in WELSH else "") for one, text in told.items()}
    )


def test_a_language_it_knows_is_compared_by_sense_with_others_too(installed: list[int]) -> None:
    corpus = pile(ENGLISH | WELSH)
    assert sum(installed) == len(ENGLISH | WELSH)
    assert corpus.outliers() == ()
    found = {match.id: match for match in matches_of(corpus, "w1")}
    assert {"w2", "e1"} <= found.keys()
    assert found["e1"].by_sense
    assert matches_of(corpus, "w3")[0].id == "e2"


def test_themes_seeds_and_offers_hold_both_languages(installed: list[int]) -> None:
    corpus = pile(ENGLISH | WELSH)
    themes = Themes(corpus, {"x": Gathered("Buses", ["e1"]), "y": Gathered("Hospitals", ["e2"])})
    assert themes.likely("w3")[0].id == "y"
    assert themes.likely("w3")[0].by_sense
    assert offers_for(corpus, themes, "x", [("w1",), ("w3",)])[0].line == ("w1",)
    reached = [set(seed.reached) for seed in find_seeds(corpus)]
    assert any({"w1", "w2"} <= one for one in reached)
    assert installed


def test_english_alone_is_the_same_and_the_second_encoder_is_never_asked(
    installed: list[int],
) -> None:
    rows = pile(ENGLISH).rows
    assert installed == []
    assert (pile(ENGLISH | WELSH).learnt).sum() == len(ENGLISH)
    assert rows.shape == (len(ENGLISH), 512)


def test_without_it_or_in_a_small_pile_letters_are_compared(
    installed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    few = pile(WELSH)
    assert few.outliers() == tuple(WELSH)
    assert installed == []
    monkeypatch.setattr(more_languages, "is_installed", lambda: False)
    assert pile(ENGLISH | WELSH).outliers() == tuple(WELSH)


@pytest.mark.usefixtures("installed")
def test_it_says_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    texts = [f"Testun {number}" for number in range(70)]
    rows = more_languages.vectors_of(texts, lambda *done: told.append(done))
    assert told == [(0, 70), (32, 70), (64, 70)]
    assert (more_languages.vectors_of(texts) == rows).all()


def test_where_it_is_not_installed_it_is_said_and_windows_is_told_plainly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(more_languages, "is_installed", lambda: False)
    assert strange_words(2).endswith(
        "The extra “languages” knows more of them; the README says how."
    )
    monkeypatch.setattr("sys.platform", "win32")
    assert strange_words(2).endswith("The extra for more languages is not made for Windows.")
    assert strange_words(0) == ""
