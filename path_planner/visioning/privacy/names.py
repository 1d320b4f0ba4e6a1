"""Names: taken out of what was said, with plain words in their place."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from path_planner.domain.people import Pathfinder, PathfinderKind, Person, Role
from path_planner.visioning.privacy.declining import declined
from path_planner.visioning.privacy.everyday import is_everyday
from path_planner.visioning.privacy.folding import fold, stands_alone
from path_planner.words import mark, say

INSTEAD_OF = {
    Role.PATHFINDER: mark("[the pathfinder]"),
    Role.FAMILY: mark("[a relative]"),
    Role.FRIEND: mark("[a friend]"),
    Role.NEIGHBOUR: mark("[a neighbour]"),
    Role.SUPPORTER: mark("[a supporter]"),
    Role.ADVOCATE: mark("[an advocate]"),
    Role.INTERPRETER: mark("[an interpreter]"),
    Role.SELF_ADVOCATE: mark("[a self-advocate]"),
    Role.PROFESSIONAL: mark("[a professional]"),
    Role.DECISION_MAKER: mark("[a decision-maker]"),
    Role.PROCESS_FACILITATOR: mark("[a facilitator]"),
    Role.GRAPHIC_FACILITATOR: mark("[a facilitator]"),
    Role.OTHER: mark("[somebody]"),
}
_SOMEBODY = INSTEAD_OF[Role.OTHER]
_OF_MANY = {
    PathfinderKind.FAMILY: mark("[this family]"),
    PathfinderKind.TEAM: mark("[this team]"),
    PathfinderKind.ORGANISATION: mark("[this organisation]"),
    PathfinderKind.COMMUNITY: mark("[this community]"),
}
_PARTICLES = """a al and at bin binti da de del den der di do dos du el family for from ibn in
la las le los
of on or ter the van von y dr mr mrs ms miss mx sir dame lady lord rev revd prof cllr sister
brother father mother mum dad nan gran nana auntie aunt uncle jr sr"""
_NO_NAMES = frozenset(_PARTICLES.split())
_AROUND = "\"'“”()[]{}.,;:!?<>/\\|*_~«»„\u201a"
_SHORTEST = 2
_SURE = 3
"""Names shorter than this are looked for only with a capital letter."""


class Naming(NamedTuple):
    """One way somebody is called, folded, and what is put in its place."""

    called: str
    instead: str
    whole: bool
    """It is the whole name, and sure: any case will do."""


class Names:
    """The names of one source, ready to be taken out of texts."""

    def __init__(self, namings: Iterable[Naming], language: str = "") -> None:
        """Take the namings, and their other forms in the language of the texts."""
        self._language = language
        found = _clear(namings)
        forms = _clear(form for one in found.values() for form in _declined(one, language))
        # A name that somebody has is theirs, whatever it is a form of.
        self._forms = {
            one for one, form in forms.items() if one not in found and form.instead != _SOMEBODY
        }
        found = forms | found
        self._longest_first = sorted(found.values(), key=lambda one: (-len(one.called), one.called))

    def without(self, text: str, own: str = "") -> str:
        """Return a text without the names; `own` is the name that its speaker wants printed."""
        allowed = set[str]()
        for naming in namings_of(own, _SOMEBODY) if own else ():
            forms = declined(naming.called, self._language)
            allowed |= {naming.called, *(forms & self._forms)}
        spans = _joined(text, sorted(self._found(text, allowed)))
        for start, end, instead in reversed(spans):
            text = f"{text[:start]}{say(instead)}{text[end:]}"
        return text

    def _found(self, text: str, allowed: set[str]) -> Iterator[tuple[int, int, str]]:
        folded = fold(text)
        taken = bytearray(len(folded.text))
        for naming in self._longest_first:
            for start in _places(folded.text, naming.called):
                end = start + len(naming.called)
                if any(taken[start:end]) or not stands_alone(folded.text, start, end):
                    continue
                there, beyond = folded.span(start, end)
                if not naming.whole and not text[there].isupper():
                    continue
                taken[start:end] = b"\1" * (end - start)
                if naming.called not in allowed:
                    yield there, beyond, naming.instead


def _clear(namings: Iterable[Naming]) -> dict[str, Naming]:
    """Return the namings by how somebody is called."""
    found: dict[str, Naming] = {}
    for naming in namings:
        known = found.get(naming.called)
        # Of two people with one name nobody can tell who is meant.
        clear = known is None or known.instead == naming.instead
        instead = naming.instead if clear else _SOMEBODY
        found[naming.called] = naming._replace(instead=instead)
    return found


def _declined(naming: Naming, language: str) -> Iterator[Naming]:
    """Yield other forms of a name; only with a capital letter is one of them surely a name."""
    for form in declined(naming.called, language):
        yield Naming(form, naming.instead, whole=False)


def _places(text: str, part: str) -> Iterator[int]:
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + 1)


def _joined(text: str, spans: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Make one of two that stand side by side for the same person, as in a name in two lines."""
    joined: list[tuple[int, int, str]] = []
    for start, end, instead in spans:
        if joined and joined[-1][2] == instead and not text[joined[-1][1] : start].strip(" \n-."):
            joined[-1] = (joined[-1][0], end, instead)
        else:
            joined.append((start, end, instead))
    return joined


def names_of(people: Iterable[Person], pathfinder: Pathfinder, language: str = "") -> Names:
    """Return the names of everybody of a session, to be taken out of texts in its language."""
    namings = [
        one for person in people for one in namings_of(person.name, _instead_of(person, pathfinder))
    ]
    if pathfinder.kind is PathfinderKind.PERSON:
        namings += namings_of(pathfinder.name, INSTEAD_OF[Role.PATHFINDER])
    elif pathfinder.kind is PathfinderKind.FAMILY:
        namings += namings_of(pathfinder.name, _OF_MANY[PathfinderKind.FAMILY])
    elif called := _spaced(pathfinder.name):
        # The single words of a village or a team are words like others.
        namings.append(Naming(called, _OF_MANY[pathfinder.kind], whole=True))
    return Names(namings, language)


def _instead_of(person: Person, pathfinder: Pathfinder) -> str:
    return INSTEAD_OF[Role.PATHFINDER if person.id == pathfinder.person else person.role]


def names_in(called: Mapping[str, Role], language: str = "") -> Names:
    """Return names that are known with a role, as those who spoke in a conversation."""
    ways = (one for name, role in called.items() for one in namings_of(name, INSTEAD_OF[role]))
    return Names(ways, language)


def namings_of(name: str, instead: str) -> list[Naming]:
    """Return the ways in which somebody of this name is called."""
    whole = _spaced(name)
    parts = whole.replace("-", " ").split()
    ways = {whole, *whole.split(), *parts}
    return [
        Naming(way, instead, whole=_is_sure(way))
        for way in sorted(ways)
        if way not in _NO_NAMES and (len(way) >= _SHORTEST or not way.isascii())
    ]


def _is_sure(way: str) -> bool:
    """Say whether a name can be nothing else, so that it is taken out in any case."""
    return " " in way or not way.isascii() or (len(way) >= _SURE and not is_everyday(way))


def _spaced(name: str) -> str:
    """Return a name folded, without the signs around its words."""
    words = (word.strip(_AROUND) for word in fold(name).text.split())
    return " ".join(word for word in words if word)
