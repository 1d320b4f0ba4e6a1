"""Suggestions are the same each time, say what made them, and know what they do not know."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from path_planner.similarity.classifier import Gathered, Themes
from path_planner.similarity.clusters import LARGEST, find_seeds, offers_for, offers_like
from path_planner.similarity.corpus import Corpus, Statement
from path_planner.similarity.keywords import shared_keywords
from path_planner.similarity.neighbours import matches_of
from path_planner.similarity.similarity import Method, Shared, equal_lines

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


def test_a_voice_is_reached_by_one_seed_at_most_and_equal_answers_are_one_line() -> None:
    same = {f"s{n}": "There are no buses here in the evening." for n in range(9)}
    same["s9"] = "There are no buses here  in the evening"
    found = find_seeds(a_pile(TOLD | same))
    reached = [voice for seed in found for voice in seed.reached]
    assert len(reached) == len(set(reached))
    assert all(set(seed.voices) <= set(seed.reached) for seed in found)
    assert all(1 <= len(seed.lines) <= LARGEST for seed in found)
    assert found[0].lines[0] == ("a", *sorted(same))
    assert "b" in found[0].reached


def test_an_answer_that_many_gave_is_a_seed_of_its_own() -> None:
    found = find_seeds(a_pile({"c": TOLD["c"], "x1": TOLD["e"], "x2": TOLD["e"] + "!"}))
    assert [seed.lines for seed in found] == [(("x1", "x2"),)]


def test_the_seed_that_reaches_most_voices_comes_first_not_the_one_that_is_most_equal() -> None:
    told = {f"t{n}": "Because it's true." for n in range(4)}
    buses = ("No bus after six.", "There is no bus at night.", "The last bus is at six.")
    told |= {f"u{n}": text for n, text in enumerate(buses)}
    told |= {"u3": "Buses stop at six in the evening.", "u4": "No buses in the evening."}
    others = {one: text for one, text in TOLD.items() if one not in "ab"}
    found = find_seeds(a_pile(told | others))
    assert set(found[0].reached) == {f"u{n}" for n in range(5)}
    assert found[1].lines == (tuple(f"t{n}" for n in range(4)),)


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


BUSES = {"t1": "The last bus goes at six.", "t2": "Taxis eat my money."}
LEARNING = {"t3": "I want to learn to cook.", "t4": "Teach me to read."}
LOOSE = {
    "v1": "No bus runs after six.",
    "v2": "no bus runs after six!",
    "v3": "A taxi costs too much money.",
    "v4": "I would like to learn cooking.",
    "v5": "The hospital is too loud.",
}


def offered(theme: str) -> list[tuple[tuple[str, ...], bool]]:
    pile = a_pile(BUSES | LEARNING | LOOSE)
    themes = Themes(pile, {"x": Gathered("Getting about", BUSES), "y": Gathered("", LEARNING)})
    lines = equal_lines(sorted(LOOSE.items()))
    return [(offer.line, offer.sure) for offer in offers_for(pile, themes, theme, lines)]


def test_voices_that_may_belong_in_a_theme_are_ranked_and_equal_ones_are_one_line() -> None:
    found = offered("x")
    assert {line for line, _ in found[:2]} == {("v1", "v2"), ("v3",)}
    assert len(found) == 4
    assert [sure for _, sure in found] == sorted((sure for _, sure in found), reverse=True)


def test_what_suits_another_theme_better_is_below_the_line() -> None:
    assert (("v4",), False) in offered("x")
    assert offered("y")[0] == (("v4",), True)


def test_an_offer_names_the_voice_in_the_theme_that_is_nearest() -> None:
    pile = a_pile(BUSES | LEARNING | LOOSE)
    themes = Themes(pile, {"x": Gathered("Getting about", BUSES)})
    nearest = {o.line[0]: o.nearest for o in offers_for(pile, themes, "x", [("v1",), ("v3",)])}
    assert nearest == {"v1": "t1", "v3": "t2"}
    empty = Themes(pile, {"x": Gathered("Getting about")})
    assert offers_for(pile, empty, "x", [("v1",)])[0].nearest is None
    assert offers_for(pile, empty, "x", []) == ()


def test_all_that_is_like_some_voices_comes_first() -> None:
    pile = a_pile(BUSES | LEARNING | LOOSE)
    lines = equal_lines((one, text) for one, text in LOOSE.items() if one != "v3")
    found = offers_like(pile, ["t1"], lines)
    assert (found[0].line, found[0].sure, found[0].nearest) == (("v1", "v2"), True, "t1")
    assert not found[-1].sure
    both = offers_like(pile, ["t1", "t3"], lines)
    assert {offer.line for offer in both[:2]} == {("v1", "v2"), ("v4",)}


def test_offers_in_a_language_that_was_not_learnt_are_made_by_letters() -> None:
    pile = a_pile()
    themes = Themes(pile, {"x": Gathered("Cwmni", ["j"]), "y": Gathered("Work", ["c"])})
    found = offers_for(pile, themes, "x", [("a",), ("i",), ("l",)])
    assert (found[0].line, found[0].sure, found[0].by_sense) == (("i",), True, False)


@given(st.lists(st.text(max_size=30), max_size=12))
@settings(max_examples=40, deadline=None)
def test_no_voice_is_lost_or_doubled_by_folding(texts: list[str]) -> None:
    told = [(f"v{n:02}", text) for n, text in enumerate(texts)]
    ids = [one for line in equal_lines(told) for one in line]
    assert sorted(ids) == [one for one, _ in told]
