"""Names go out of what was said, whole or in part, in any case and script; words stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from path_planner.domain.people import Pathfinder, PathfinderKind, Person, Role
from path_planner.services.vision.privacy.pseudonyms import Pseudonymiser, names_in, names_of
from path_planner.services.vision.privacy.tokenizer import normalise

CIRCLE = names_of(
    [
        Person(id="a", name="Jonah Applewhite", role=Role.PATHFINDER),
        Person(id="b", name="Delia Applewhite", role=Role.FAMILY),
        Person(id="c", name="Zoë O'Dell", role=Role.FRIEND),
        Person(id="d", name="Will Young", role=Role.SUPPORTER),
        Person(id="e", name="عائشہ خان", role=Role.NEIGHBOUR),
        Person(id="f", name="小明", role=Role.FRIEND),
        Person(id="g", name='Robert "Bobby" Smith-Jones', role=Role.PROFESSIONAL),
        Person(id="h", name="Dr. Mary van der Berg", role=Role.PROFESSIONAL),
        Person(id="i", name="राम", role=Role.FRIEND),
    ],
    Pathfinder(name="Jonah Applewhite", person="a"),
)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Jonah's flat", "[the pathfinder]'s flat"),
        ("jonah’s flat", "[the pathfinder]’s flat"),
        ("JONAH APPLEWHITE is late", "[the pathfinder] is late"),
        ("Jonah\nApplewhite", "[the pathfinder]"),
        ("the Applewhite family", "the [someone] family"),
        ("Jo\u200bnah and Jonah", "[the pathfinder] and [the pathfinder]"),
        ("Zoe, zoë and ZOË", "[a friend], [a friend] and [a friend]"),
        ("Zoe\u0301 ran", "[a friend] ran"),
        ("O’Dell and o'dell", "[a friend] and [a friend]"),
        ("Bobby rang. So did Smith-Jones.", "[a professional] rang. So did [a professional]."),
        ("Jones' car, Jones’s bus", "[a professional]' car, [a professional]’s bus"),
        ("a Jonah-like boy", "a [the pathfinder]-like boy"),
        ("I met Jones.", "I met [a professional]."),
        ("Dr Berg came", "Dr [a professional] came"),
        ("the doctor came from the van", "the doctor came from the van"),
        ("عائشہ آئی، عائشہ!", "[a neighbour] آئی، [a neighbour]!"),
        ("我和小明去公园", "我和[a friend]去公园"),
        ("राम और रामायण", "[a friend] और रामायण"),
        (
            "I will be young and Will is Young.",
            "I will be young and [a supporter] is [a supporter].",
        ),
        ("Jonahs and jonahish", "Jonahs and jonahish"),
        ("", ""),
    ],
)
def test_names_are_taken_out_and_words_stay(said: str, kept: str) -> None:
    assert CIRCLE.apply(said) == kept


@pytest.mark.parametrize(
    ("language", "name", "said", "kept"),
    [
        ("pl", "Anna", "Anna, Anny, Annie, Annę, Anną", ", ".join(["[a friend]"] * 5)),
        ("pl", "Tomek", "Idę do Tomka i z Tomkiem.", "Idę do [a friend] i z [a friend]."),
        ("pl", "Kasia Nowak", "U Kasi Nowakowej", "U [a friend] Nowakowej"),
        ("pl", "Agnieszka", "Daj Agnieszce", "Daj [a friend]"),
        ("pl", "Jan Kowalski", "dla Jana Kowalskiego", "dla [a friend]"),
        ("pl", "Marta", "Martwię się. Marty nie ma.", "Martwię się. [a friend] nie ma."),
        ("pl", "Marek", "Dobra marka, a Marka nie ma.", "Dobra marka, a [a friend] nie ma."),
        ("cs", "Jana Nováková", "S Janou Novákovou", "S [a friend]"),
        ("cs", "Svoboda", "Svobodné město", "Svobodné město"),
        ("sk", "Petr", "Petrovi", "[a friend]"),
        ("uk", "Олена", "Без Олени", "Без [a friend]"),
        ("uk", "Надія", "Надіюсь", "Надіюсь"),
        ("ru", "Андрей", "Без Андрея", "Без [a friend]"),
        ("en", "Anna", "Anny", "Anny"),
        ("de", "Mark", "Der Markt", "Der Markt"),
        ("cy", "Gwen", "dydd Gwener", "dydd Gwener"),
        ("fi", "Aino", "Ainoa", "Ainoa"),
    ],
)
def test_declined_names_go_where_the_language_declines_them_and_words_stay(
    language: str, name: str, said: str, kept: str
) -> None:
    friend = Person(id="a", name=name, role=Role.FRIEND)
    names = names_of([friend], Pathfinder(name=""), language)
    assert names.apply(said) == kept
    assert names.apply(said, own=name) == said


def test_a_name_of_somebody_is_theirs_though_it_is_a_form_of_another() -> None:
    people = [
        Person(id="a", name="Jan", role=Role.FRIEND),
        Person(id="b", name="Jana", role=Role.NEIGHBOUR),
    ]
    names = names_of(people, Pathfinder(name=""), "cs")
    assert names.apply("Jan, Jana, Janu") == "[a friend], [a neighbour], [someone]"
    # Who wants to be named is so in every form, but never with the name of another.
    said = "Jan, Janem, Jana, Janu"
    assert names.apply(said, own="Jan") == "Jan, Janem, [a neighbour], [someone]"


def test_the_own_name_stays_where_its_owner_wants_it_printed() -> None:
    text = "I am Delia Applewhite and Jonah Applewhite is my son. Delia."
    assert (
        CIRCLE.apply(text, own="Delia Applewhite")
        == "I am Delia Applewhite and [the pathfinder] is my son. Delia."
    )


def test_one_name_of_two_people_is_somebody() -> None:
    both = names_in({"Sam Hall": Role.FAMILY, "Sam Reed": Role.FRIEND})
    assert both.apply("Sam Hall, Sam Reed and Sam") == "[a relative], [a friend] and [someone]"


def test_a_family_goes_by_its_name_and_its_words() -> None:
    names = names_of([], Pathfinder(name="The Oakapple family", kind=PathfinderKind.FAMILY))
    assert names.apply("The family Oakapple") == "The family [this family]"


@given(st.text(max_size=300))
def test_any_text_without_names_is_left_as_it_is(text: str) -> None:
    assert Pseudonymiser([]).apply(text) == text


@given(st.text(max_size=200))
def test_every_folded_letter_knows_where_it_stood(text: str) -> None:
    folded = normalise(text)
    assert len(folded.text) + 1 == len(folded.places)
    assert all(0 <= place <= len(text) for place in folded.places)
    assert list(folded.places) == sorted(folded.places)
