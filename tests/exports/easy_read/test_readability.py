"""What is hard to read is told to the group, with where it stands."""

from path_planner.domain.base import put, with_fields
from path_planner.exports.vision.easy_read.readability import hard_to_read
from tests.exports.visions import vision

LONG = "We want " + "very " * 20 + "much."


def test_short_sentences_are_not_told() -> None:
    assert hard_to_read(vision()) == []


def test_a_long_sentence_is_told_with_its_words_counted() -> None:
    made = vision()
    theme = with_fields(made.themes["t1"], easy=f"I am here. {LONG}")
    (hard,) = hard_to_read(put(made, "themes", theme))
    assert (hard.collection, hard.id) == ("themes", "t1")
    (sentence,) = hard.sentences
    assert sentence.sentence == LONG
    assert sentence.words == 23
    assert str(sentence) == "23 words."


def test_an_easy_wording_is_read_in_place_of_what_was_written() -> None:
    made = vision()
    theme = with_fields(made.themes["t1"], statement=LONG, easy="We want much.")
    assert hard_to_read(put(made, "themes", theme)) == []
    still = with_fields(theme, easy=LONG)
    assert [one.easy for one in hard_to_read(put(made, "themes", still))] == [LONG]


def test_a_theme_without_easy_words_is_asked_for_elsewhere() -> None:
    made = vision()
    assert (
        hard_to_read(put(made, "themes", with_fields(made.themes["t1"], easy="", statement=LONG)))
        == []
    )


def test_long_words_are_told_when_asked_for() -> None:
    made = vision()
    made = put(made, "actions", with_fields(made.actions["a0"], what="Improve accommodation."))
    assert hard_to_read(made) == []
    (hard,) = hard_to_read(made, long_words=True)
    assert str(hard.sentences[0]) == "Long words: accommodation."
