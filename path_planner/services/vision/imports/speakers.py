"""Speakers in imported records: a role, a label such as "Table 3", or a name."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from path_planner.domain.base import MOST_LETTERS_IN_A_LINE, clean, clean_line
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.i18n import _, language
from path_planner.services.vision.privacy.tokenizer import is_unspaced, normalise
from path_planner.services.vision.privacy.word_lists import is_common_word

_MORE_ROLES = {
    "carer": Role.FAMILY,
    "parent": Role.FAMILY,
    "mother": Role.FAMILY,
    "father": Role.FAMILY,
    "mum": Role.FAMILY,
    "dad": Role.FAMILY,
    "sister": Role.FAMILY,
    "brother": Role.FAMILY,
    "community": Role.NEIGHBOUR,
    "resident": Role.NEIGHBOUR,
    "neighbor": Role.NEIGHBOUR,
    "support worker": Role.SUPPORTER,
    "staff": Role.PROFESSIONAL,
    "worker": Role.PROFESSIONAL,
    "nurse": Role.PROFESSIONAL,
    "doctor": Role.PROFESSIONAL,
    "teacher": Role.PROFESSIONAL,
    "councillor": Role.DECISION_MAKER,
    "commissioner": Role.DECISION_MAKER,
    "self advocate": Role.SELF_ADVOCATE,
    "expert by experience": Role.SELF_ADVOCATE,
    "facilitator": Role.PROCESS_FACILITATOR,
}
_LABELS = frozenset(
    ("participant", "respondent", "interviewee", "attendee", "visitor", "guest", "customer",
     "tenant", "patient", "person", "people", "group", "table", "woman", "man", "girl", "boy",
     "lady", "gentleman", "anonymous", "anon", "unknown", "somebody", "someone", "nobody",
     "everybody", "everyone", "all", "young", "older", "old", "the", "a", "an", "of", "in", "no",
     "number", "nr", "speaker", "voice", "member", "user", "service", "child", "children", "adult",
     "card", "note", "various", "several", "other", "others", "self", "na", "n/a", "-", "?"),
)  # fmt: skip
_SHORTEST_LABEL = 4
SPOKEN = re.compile(r"^([^\s:\uff1a][^:\uff1a\n]{0,39}?)\s*[:\uff1a](?:\s+(?=\S)|\s*$)")
_SPOKEN_UNSPACED = re.compile(r"^([^\s:\uff1a]{1,12})\uff1a(?=\S)")
FEWEST_SPOKEN = 2
LONGEST_HEAD = 120
_WORDS_OF_A_NAME = 4
_WITH_ROLE = re.compile(r"^([^,()]{1,40}?)\s*[,(]\s*([^,()]{1,30})\)?$")
_PARTICLES = frozenset("ab al ap bin da de del der di du ferch la le van von y".split())  # noqa: SIM905


def role_of(who: str) -> Role:
    """Return the role that a cell names, such as “Family” or “nurse”; otherwise OTHER."""
    normalised = _normalised(who)
    return _roles(language()).get(normalised) or _roles(language()).get(
        normalised.rstrip("s"), Role.OTHER
    )


def who_of(who: str) -> str:
    """Return the speaker that a cell names, as one line; empty for roles and "anonymous"."""
    line = str(clean_line(who))[:MOST_LETTERS_IN_A_LINE]
    return "" if role_of(line) is not Role.OTHER or _is_nobody(line) else line


def is_name(who: str) -> bool:
    """Whether a speaker may be a name, not only a label such as “Table 3”."""
    words = _normalised(who).replace("#", " ").split()
    return any(
        len(word) > 1 and word not in _LABELS and not any(sign.isdigit() for sign in word)
        for word in words
    )


def is_label(who: str) -> bool:
    """Whether a speaker is a label without a name, such as “Table 3” or “Participant A”."""
    words = _normalised(who).replace("#", " ").split()
    return not is_name(who) and any(
        len(word) >= _SHORTEST_LABEL and word in _LABELS for word in words
    )


def split_spoken(line: str) -> tuple[str, str]:
    """Part a line into who seems to say it and the words; nobody if no name stands before them."""
    match = SPOKEN.match(line[:LONGEST_HEAD]) or _SPOKEN_UNSPACED.match(line[:LONGEST_HEAD])
    return (match[1], line[match.end() :]) if match else ("", line)


def speaker_test(lines: Sequence[str]) -> Callable[[str], bool]:
    """Return a function that tells whether a line begins with its speaker.

    A name, role or label before a colon is one. A word of every day (“Dream: a house”) is one only
    if it comes again, or if most lines begin like that.
    """
    filled = [line for line in lines if clean(line)]
    begun = [who for line in filled if (who := split_spoken(line)[0]) and may_be_name(who)]
    often = Counter(map(folded_speaker, begun))
    most = len(begun) >= FEWEST_SPOKEN and len(begun) * 2 >= len(filled)
    small = [who for line in filled if (who := split_spoken(line)[0]) and _is_one_small_word(who)]
    everyday = sum(map(_is_everyday, {*small}))
    small_too = len(small) * 2 >= len(filled) > 1 and everyday * 2 < len({*small})

    def speaks(line: str) -> bool:
        who = split_spoken(line)[0]
        if small_too and _is_one_small_word(who):
            return True
        if not who or not may_be_name(who):
            return False
        sure = role_of(who) is not Role.OTHER or is_label(who) or not _is_everyday(who)
        return sure or most or often[folded_speaker(who)] > 1

    return speaks


def folded_speaker(who: str) -> str:
    """Return a speaker for comparison."""
    return normalise(who).text


def may_be_name(who: str) -> bool:
    """Whether words before a colon may be a speaker: few, and with capitals or a known label."""
    who = name_and_role(who)[0]
    words = who.split()
    if not words or len(words) > _WORDS_OF_A_NAME or who.endswith((".", "!", "?", ",")):
        return role_of(who) is not Role.OTHER
    if role_of(who) is not Role.OTHER or is_label(who):
        return True
    return all(
        word[:1].isupper()
        or word in _PARTICLES
        or is_unspaced(word[0])
        or not word[:1].isalpha()
        or not _has_case(word)
        for word in words
    ) and any(word[:1].isalpha() for word in words)


def name_and_role(who: str) -> tuple[str, Role]:
    """Part “Tom, carer” and “Ann (mum)” into a name and a role."""
    found = _WITH_ROLE.match(who)
    role = role_of(found[2]) if found else Role.OTHER
    return (found[1], role) if found and role is not Role.OTHER else (who, role_of(who))


def _has_case(word: str) -> bool:
    return word.upper() != word.lower()


def _is_one_small_word(who: str) -> bool:
    """Whether it may be a name that was typed without a capital, as in a chat."""
    return len(who) > 1 and who.isalpha() and who.islower()


def _is_everyday(who: str) -> bool:
    return all(is_common_word(word) for word in folded_speaker(who).split())


def _is_nobody(who: str) -> bool:
    return _normalised(who) in {
        "",
        "-",
        "?",
        "anonymous",
        "anon",
        "unknown",
        "na",
        "n/a",
        "various",
    }


def _normalised(who: str) -> str:
    return " ".join(normalise(who).text.split()).strip(".()")


@cache
def _roles(_language: str) -> dict[str, Role]:
    roles = dict(_MORE_ROLES)
    for role, words in ROLE_WORDS.items():
        for name in (role.value, words, _(words)):
            roles |= dict.fromkeys((_normalised(part) for part in name.split(" or ")), role)
            roles[_normalised(name)] = role
    roles.pop("other", None)
    return roles
