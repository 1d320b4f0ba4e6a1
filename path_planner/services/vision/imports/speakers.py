"""Speakers in imported records: a role, a label such as "Table 3", or a name."""

from functools import cache

from path_planner.domain.base import MOST_LETTERS_IN_A_LINE, clean_line
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.i18n import _, language
from path_planner.services.vision.privacy.normalisation import normalise

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
