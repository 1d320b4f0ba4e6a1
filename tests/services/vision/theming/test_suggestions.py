"""Suggestions for a vision: out of its own voices, with what made them, and cheap to ask again."""

from pathlib import Path

import pytest

from path_planner.domain.base import put
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.i18n import PSEUDO, set_language
from path_planner.services.vision import theme_suggestions
from path_planner.services.vision.theme_suggestions import (
    corpus_of,
    machine_words,
    reach_of,
    strange_words,
    suggest,
    suggest_clusters,
    suggest_for_voice,
    why_alike,
    why_seed,
    why_theme,
)
from path_planner.services.vision.themes import assign
from path_planner.similarity import embeddings
from path_planner.storage import atomic_io
from tests.analysis.visions import a_source, a_vision, a_voice, small
from tests.services.vision.table import a_table, content, members


@pytest.fixture(autouse=True)
def _nothing_ready() -> None:
    theme_suggestions.CORPORA.clear()


def heard() -> Vision:
    """Return a vision in which some of what was said belongs together."""
    return put(
        put(
            small(),
            "voices",
            a_voice("q7", "s3", text="The last bus goes at five.", order=7),
        ),
        "voices",
        a_voice("q8", "s3", text="ਮੈਂ ਬਹੁਤ ਥੱਕ ਗਈ ਹਾਂ", order=8),
    )


def test_every_voice_of_the_pile_gets_suggestions_out_of_this_vision() -> None:
    found = suggest(heard())
    assert [one.voice for one in found.voices] == ["q6", "q7", "q8"]
    bus = found.voices[1]
    assert bus.themes[0].id == "t2"
    assert "q4" in {one.id for one in bus.alike}
    assert found.strange == ("q8",)
    assert not found.voices[2].known_language


def test_a_voice_that_may_not_travel_is_no_part_of_any_suggestion() -> None:
    secret = a_voice("q9", "s3", text="The last bus goes at five!", share=Share.CIRCLE)
    unasked = a_voice("q10", "s9", text="The last bus goes at five!")
    vision = put(put(heard(), "voices", secret), "voices", unasked)
    assert {"q9", "q10"}.isdisjoint(corpus_of(vision).ids)
    assert {"q9", "q10"}.isdisjoint(one.id for one in suggest_for_voice(vision, "q7").alike)
    assert suggest_for_voice(vision, "q9").alike == ()


def test_seeds_come_out_of_the_pile_alone() -> None:
    told = {
        "q1": "There are no buses in the evening.",
        "q2": "No bus comes in the evening.",
        "q3": "There are no buses in the evening!",
        "q4": "I like cake.",
    }
    vision = a_vision(
        sources=[a_source()],
        voices=[a_voice(one, text=text) for one, text in told.items()],
        themes=[],
    )
    assert set(suggest_clusters(vision)[0].voices) == {"q1", "q2", "q3"}
    lone = put(vision, "voices", a_voice("q3", text=told["q3"], alone=True))
    assert set(suggest_clusters(lone)[0].voices) == {"q1", "q2"}


def test_a_theme_a_voice_is_in_is_not_suggested_for_it() -> None:
    assert "t1" not in {one.id for one in suggest_for_voice(heard(), "q1").themes}


def test_suggestions_change_nothing_and_what_is_taken_up_is_an_ordinary_step() -> None:
    table = a_table(heard())
    likely = suggest_for_voice(table.vision, "q7").themes[0]
    assert content(table.vision) == content(heard())
    table.does(assign(table.meeting, "q7", likely.id))
    assert "q7" in members(table.vision)[likely.id]


def test_each_suggestion_says_what_made_it() -> None:
    vision = heard()
    found = suggest_for_voice(vision, "q7")
    assert "“bus”" in why_alike(found.alike[0])
    assert "The closest voice in it: “A bus!”" in why_theme(vision, found.themes[0])
    strange = a_voice("q9", "s3", text="ਬਹੁਤ ਥੱਕ ਗਈ ਹਾਂ")
    nearest = suggest_for_voice(put(vision, "voices", strange), "q8").alike[0]
    assert why_alike(nearest).startswith("Very like it. The same letters: ")


def test_every_sentence_is_in_the_catalogue() -> None:
    vision = put(heard(), "voices", a_voice("q9", "s3", text="The last bus went at five."))
    found = suggest(vision)
    set_language(PSEUDO)
    try:
        said = [why_alike(one) for voice in found.voices for one in voice.alike]
        said += [why_theme(vision, one) for voice in found.voices for one in voice.themes]
        said += [*map(why_seed, found.seeds), strange_words(1), strange_words(2), machine_words()]
    finally:
        set_language("en")
    assert found.seeds
    for sentence in said:
        assert sentence.startswith("⟦")
        assert sentence.endswith("⟧")


def test_what_was_worked_out_is_kept_for_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "private" / "v.spare"
    first = corpus_of(heard(), file)
    assert file.stat().st_mode & 0o077 == 0
    assert b"bus" not in file.read_bytes()
    theme_suggestions.CORPORA.clear()
    theme_suggestions.HERE.clear()
    monkeypatch.setattr(embeddings, "encode", None)
    assert (corpus_of(heard(), file).rows == first.rows).all()


def test_the_pile_that_was_asked_about_last_stays_ready() -> None:
    visions = [a_vision(sources=[a_source()], voices=[a_voice(one)]) for one in ("q1", "q2", "q3")]
    first, second, third = visions
    ready = corpus_of(first)
    corpus_of(second)
    corpus_of(first)
    corpus_of(third)
    assert corpus_of(first) is ready


def test_a_voice_that_was_taken_back_leaves_the_file(tmp_path: Path) -> None:
    file = tmp_path / "v.spare"
    corpus_of(heard(), file)
    before = file.stat().st_size
    voices = {one: voice for one, voice in heard().voices.items() if one != "q7"}
    corpus_of(heard().model_copy(update={"voices": voices}), file)
    assert file.stat().st_size < before


def test_a_file_that_cannot_be_read_or_written_takes_nothing_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = tmp_path / "v.spare"
    damaged.write_bytes(b"something else")
    assert corpus_of(heard(), damaged).ids == corpus_of(heard()).ids
    theme_suggestions.CORPORA.clear()

    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(atomic_io, "atomic_write", full)
    monkeypatch.setattr(atomic_io, "read", full)
    assert suggest_for_voice(heard(), "q7", tmp_path / "other").themes


def test_the_file_goes_with_the_vision(tmp_path: Path) -> None:
    table = a_table(heard(), str(tmp_path))
    file = table.meeting.store.cache_path(table.vision.id)
    corpus_of(table.vision, file)
    assert file.exists()
    table.meeting.store.erase(table.vision.id)
    assert not file.exists()


def test_progress_goes_up_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    suggest(heard(), progress=lambda *done: told.append(done))
    assert told == sorted(told)
    assert told[-1] == (100, 100)


def test_an_empty_vision_has_no_suggestions() -> None:
    assert suggest(a_vision()) == ((), (), ())


def test_an_answer_that_many_gave_says_how_often_and_a_seed_how_far_it_reaches() -> None:
    told = {f"q{n}": "There are no buses in the evening." for n in range(3)}
    told |= {"r1": "No bus comes in the evening.", "r2": "I like cake."}
    told |= {f"s{n}": f"In the evening there is no bus, and number {n} is late." for n in range(6)}
    voices = [a_voice(one, text=text) for one, text in told.items()]
    vision = a_vision(sources=[a_source()], voices=voices)
    first, second = suggest_clusters(vision)[:2]
    assert (len(first.voices), len(first.reached)) == (4, 6)
    assert reach_of(first) == "2 more voices are like these."
    assert second.lines == (("q0", "q1", "q2"), ("r1",))
    alone = [a_voice(one, text=text) for one, text in told.items() if one[0] == "q"]
    (seed,) = suggest_clusters(a_vision(sources=[a_source()], voices=alone))
    assert why_seed(seed) == "The same words, 3 times."
    assert reach_of(seed) == ""
