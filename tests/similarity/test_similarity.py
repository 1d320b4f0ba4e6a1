"""Suggestions are the same each time, say what made them, and know what they do not know."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from path_planner.similarity.classifier import Gathered, Themes
from path_planner.similarity.clusters import LARGEST, find_seeds
from path_planner.similarity.corpus import Corpus, Statement
from path_planner.similarity.keywords import shared_keywords
from path_planner.similarity.neighbours import matches_of
from path_planner.similarity.similarity import Method, Shared

TOLD = {
    "a": "There are no buses here in the evening.",
    "b": "No bus comes at night.",
    "c": "I want to learn to cook.",
    "d": "Teach me cooking!",
    "e": "My doctor never has time.",
    "f": "The hospital is too loud.",
    "g": "I'd like a girlfriend.",
    "h": "I would like a boyfriend.",
    "i": "Mae'n unig gyda'r nos pan mae pawb wedi mynd adref.",
    "j": "Mae'n unig iawn gyda'r nos.",
    "k": "…",
    "l": "ਮੈਂ ਬਹੁਤ ਥੱਕ ਗਈ ਹਾਂ",
}


def a_pile(told: dict[str, str] | None = None) -> Corpus:
    return Corpus({one: Statement(text) for one, text in (told or TOLD).items()})


def test_what_says_the_same_in_other_words_is_near() -> None:
    nearest = matches_of(a_pile(), "a")[0]
    assert (nearest.id, nearest.by_sense) == ("b", True)
    assert nearest.how >= Method.RATHER
    assert Shared("evening", "night") in nearest.words


def test_the_same_words_are_named_before_kindred_ones() -> None:
    nearest = matches_of(a_pile(), "c")[0]
    assert nearest.id == "d"
    assert nearest.words[0] == Shared("cook", "cooking")


def test_a_language_that_was_not_learnt_is_compared_by_its_letters() -> None:
    pile = a_pile()
    nearest = matches_of(pile, "i")[0]
    assert (nearest.id, nearest.by_sense) == ("j", False)
    assert Shared("unig", "unig") in nearest.words
    assert pile.outliers() == ("i", "j", "l")


def test_nothing_is_like_nothing() -> None:
    assert matches_of(a_pile(), "k") == ()
    alone = a_pile({"a": "Hello there."})
    assert matches_of(alone, "a") == ()
    assert find_seeds(alone) == ()
    assert find_seeds(Corpus({})) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I would like a dog.", ""),
        ("Quiero vivir con mis amigos.", "es"),
        ("我想学用电脑。", "zh-Hant"),
        ("Я хочу жить один.", ""),
        ("الرسالة طويلة جدا ولا أفهمها.", "ar"),
        ("…", ""),
    ],
)
def test_a_language_that_was_learnt_is_known(text: str, language: str) -> None:
    assert Corpus({"a": Statement(text, language)}).outliers() == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I would like a dog.", "cy"),
        ("Dw i eisiau byw yn fy nhŷ fy hun.", ""),
        ("Waxaan rabaa shaqo aan lacag ku helo.", "en"),
        ("ডাক্তার আমার কথা শোনেন না।", "en"),
        ("یہ خط بہت لمبا ہے، مجھے سمجھ نہیں آتا", ""),
        ("Хочу жити сам, ї є ґ.", ""),
        ("Θέλω το δικό μου σπίτι.", ""),
    ],
)
def test_a_language_that_was_not_learnt_is_told(text: str, language: str) -> None:
    assert Corpus({"a": Statement(text, language)}).outliers() == ("a",)


def test_a_theme_is_likely_by_its_statement_before_anything_is_in_it() -> None:
    themes = {
        "x": Gathered("I get where I want to go, by bus or train."),
        "y": Gathered("I learn new things."),
        "z": Gathered("I am well."),
    }
    found = Themes(a_pile(), themes).likely("a")
    assert found[0].id == "x"
    assert found[0].nearest is None
    assert Shared("buses", "bus") in found[0].words


def test_a_theme_tells_which_voice_in_it_is_nearest() -> None:
    themes = {"x": Gathered("Love", ["h", "a"]), "y": Gathered("Learning", ["d", "c"])}
    found = {one.id: one for one in Themes(a_pile(), themes).likely("g")}
    assert found["x"].nearest is not None
    assert found["x"].nearest.id == "h"
    # A voice that is in a theme already is not its own nearest.
    own = {one.id: one for one in Themes(a_pile(), themes).likely("c")}
    assert own["y"].nearest is not None
    assert own["y"].nearest.id == "d"


def test_a_theme_is_likely_by_letters_where_the_language_was_not_learnt() -> None:
    themes = {"x": Gathered("Cwmni gyda'r nos", ["j"]), "y": Gathered("Work", ["c"])}
    found = Themes(a_pile(), themes).likely("i")
    assert found[0].id == "x"
    assert not found[0].by_sense


def test_a_theme_the_voice_is_in_is_not_suggested_again() -> None:
    themes = {"x": Gathered("Love", ["h"]), "y": Gathered("Learning", ["d"])}
    assert "x" not in {one.id for one in Themes(a_pile(), themes).likely("g", without={"x"})}


def test_a_voice_is_in_one_seed_at_most() -> None:
    same = {f"s{n}": "There are no buses here in the evening." for n in range(9)}
    found = find_seeds(a_pile(TOLD | same))
    inside = [voice for seed in found for voice in seed.voices]
    assert len(inside) == len(set(inside))
    assert all(2 <= len(seed.voices) <= LARGEST for seed in found)
    assert found[0].how is Method.VERY


def test_seeds_are_made_only_of_the_voices_that_are_named() -> None:
    found = find_seeds(a_pile(), among=["g", "h", "c", "gone"])
    assert [seed.voices for seed in found] == [("g", "h")]


def test_words_of_markup_are_words_like_others() -> None:
    found = shared_keywords("<b>bus</b> & train", "<script>bus</script>")
    assert found == (Shared("bus", "bus"),)


@given(st.permutations(sorted(TOLD)), st.integers(0, 99))
@settings(max_examples=15, deadline=None)
def test_the_order_of_the_pile_makes_no_difference(order: list[str], seed: int) -> None:
    pile, shuffled = a_pile(), a_pile({one: TOLD[one] for one in order})
    one = Random(seed).choice(order)  # noqa: S311 # a test, not a secret
    assert matches_of(pile, one) == matches_of(shuffled, one)
    assert find_seeds(pile) == find_seeds(shuffled)
    themes = {"x": Gathered("I go out.", order[:3]), "y": Gathered("Love", order[3:5])}
    ours = Themes(pile, themes).likely(one)
    assert ours == Themes(shuffled, dict(reversed(themes.items()))).likely(one)


@given(st.lists(st.text(max_size=60), max_size=12))
@settings(max_examples=40, deadline=None)
def test_any_text_at_all_is_taken(texts: list[str]) -> None:
    pile = Corpus({f"v{n:02}": Statement(text) for n, text in enumerate(texts)})
    themes = Themes(pile, {"x": Gathered("I go out.", pile.ids[:2]), "y": Gathered("")})
    for one in pile.ids:
        assert one not in {other.id for other in matches_of(pile, one)}
        assert len(themes.likely(one)) <= 2
    find_seeds(pile)


def test_each_way_of_asking_gives_the_same_likeness() -> None:
    pile = a_pile()
    rows = list(pile.scores_of_each(range(len(pile.ids))))
    for number, row in enumerate(rows):
        assert row.tolist() == pile.scores(number).tolist()
        assert row.tolist() == [other[number] for other in rows]
