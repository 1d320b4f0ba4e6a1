"""Who spoke, as a record tells it: a role, a number, or a name that is not kept with the words."""

from functools import cache

from path_planner.domain.base import MOST_LETTERS_IN_A_LINE, clean_line
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.i18n import _, language
from path_planner.services.vision.privacy.normalisation import normalise

_ALSO = {
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


def role_of(who: str) -> Role:
    """Return the role that a cell names, as “Family” or “nurse”; else nothing is known."""
    folded = _plain(who)
    return _roles(language()).get(folded) or _roles(language()).get(folded.rstrip("s"), Role.OTHER)


def who_of(who: str) -> str:
    """Return whom a cell tells apart: a line of text, empty where it is a role or nobody."""
    line = str(clean_line(who))[:MOST_LETTERS_IN_A_LINE]
    return "" if role_of(line) is not Role.OTHER or _is_nobody(line) else line


def is_name(who: str) -> bool:
    """Say whether this may be a name, and not only a label such as “Table 3”."""
    words = _plain(who).replace("#", " ").split()
    return any(
        len(word) > 1 and word not in _LABELS and not any(sign.isdigit() for sign in word)
        for word in words
    )


def _is_nobody(who: str) -> bool:
    return _plain(who) in {"", "-", "?", "anonymous", "anon", "unknown", "na", "n/a", "various"}


def _plain(who: str) -> str:
    return " ".join(normalise(who).text.split()).strip(".()")


@cache
def _roles(_language: str) -> dict[str, Role]:
    roles = dict(_ALSO)
    for role, words in ROLE_WORDS.items():
        for name in (role.value, words, _(words)):
            roles |= dict.fromkeys((_plain(part) for part in name.split(" or ")), role)
            roles[_plain(name)] = role
    roles.pop("other", None)
    return roles
