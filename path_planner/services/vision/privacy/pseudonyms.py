"""Names: taken out of what was said, with plain words in their place."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from path_planner.domain.people import Pathfinder, PathfinderKind, Person, Role
from path_planner.i18n import N_, _
from path_planner.resources import asset
from path_planner.services.vision.privacy.normalisation import normalise, stands_alone
from path_planner.services.vision.privacy.pii_names import is_common_word

_SHORTEST_STEM = 3
_CONSONANT = "-"
_VOWELS = "vowels"
_LATIN = frozenset(("pl", "cs", "sk"))
_SOFT = {"k": "ce", "g": "dze", "r": "rze", "t": "cie", "d": "dzie", "ł": "le"}
_FLEETING = ("ek", "eł", "ec", "el")


@cache
def _endings() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return by language what stands in place of the last letter of a folded name, or after it."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in asset("name_endings.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            language, last, *endings = line.split()
            found.setdefault(language, {})[last] = tuple(endings)
    return found


def inflected(name: str, language: str) -> frozenset[str]:
    """Return the other forms of a folded name of one word in a language; none where not known."""
    base = language.partition("-")[0].lower()
    if base not in _endings() or not name.isalpha() or is_common_word(name):
        return frozenset()
    return frozenset(normalise(form).text for form in _forms(name, base)) - {name}


def _forms(name: str, language: str) -> Iterator[str]:
    endings = _endings()[language]
    if name[-1] in endings:
        stem = name[:-1]
        yield from _with(stem, endings[name[-1]])
        if language == "pl" and name.endswith("ia"):
            # Kasia, and for Kasia: Kasi.
            yield from _with(stem, ("",))
    elif name[-1] in "".join(_endings()[_VOWELS]):
        return
    else:
        stem = name
        yield from _with(stem, endings[_CONSONANT])
        if language in _LATIN and name.endswith(_FLEETING):
            # Tomek, and with Tomek: Tomkiem.
            yield from _with(name[:-2] + name[-1], endings[_CONSONANT])
    if language == "pl" and stem[-1:] in _SOFT:
        yield from _with(stem[:-1], (_SOFT[stem[-1]],))


def _with(stem: str, endings: Iterable[str]) -> Iterator[str]:
    if len(stem) >= _SHORTEST_STEM:
        yield from (stem + ending for ending in endings)


INSTEAD_OF = {
    Role.PATHFINDER: N_("[the pathfinder]"),
    Role.FAMILY: N_("[a relative]"),
    Role.FRIEND: N_("[a friend]"),
    Role.NEIGHBOUR: N_("[a neighbour]"),
    Role.SUPPORTER: N_("[a supporter]"),
    Role.ADVOCATE: N_("[an advocate]"),
    Role.INTERPRETER: N_("[an interpreter]"),
    Role.SELF_ADVOCATE: N_("[a self-advocate]"),
    Role.PROFESSIONAL: N_("[a professional]"),
    Role.DECISION_MAKER: N_("[a decision-maker]"),
    Role.PROCESS_FACILITATOR: N_("[a facilitator]"),
    Role.GRAPHIC_FACILITATOR: N_("[a facilitator]"),
    Role.OTHER: N_("[someone]"),
}
_SOMEBODY = INSTEAD_OF[Role.OTHER]
_OF_MANY = {
    PathfinderKind.FAMILY: N_("[this family]"),
    PathfinderKind.TEAM: N_("[this team]"),
    PathfinderKind.ORGANISATION: N_("[this organisation]"),
    PathfinderKind.COMMUNITY: N_("[this community]"),
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


class NameMatch(NamedTuple):
    """One way somebody is called, folded, and what is put in its place."""

    called: str
    instead: str
    whole: bool
    """It is the whole name, and sure: any case will do."""


class Pseudonymiser:
    """The names of one source, ready to be taken out of texts."""

    def __init__(self, namings: Iterable[NameMatch], language: str = "") -> None:
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

    def apply(self, text: str, own: str = "") -> str:
        """Return a text without the names; `own` is the name that its speaker wants printed."""
        allowed = set[str]()
        for naming in name_matches_of(own, _SOMEBODY) if own else ():
            forms = inflected(naming.called, self._language)
            allowed |= {naming.called, *(forms & self._forms)}
        spans = _joined(text, sorted(self._found(text, allowed)))
        for start, end, instead in reversed(spans):
            text = f"{text[:start]}{_(instead)}{text[end:]}"
        return text

    def _found(self, text: str, allowed: set[str]) -> Iterator[tuple[int, int, str]]:
        folded = normalise(text)
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


def _clear(namings: Iterable[NameMatch]) -> dict[str, NameMatch]:
    """Return the namings by how somebody is called."""
    found: dict[str, NameMatch] = {}
    for naming in namings:
        known = found.get(naming.called)
        # Of two people with one name nobody can tell who is meant.
        clear = known is None or known.instead == naming.instead
        instead = naming.instead if clear else _SOMEBODY
        found[naming.called] = naming._replace(instead=instead)
    return found


def _declined(naming: NameMatch, language: str) -> Iterator[NameMatch]:
    """Yield other forms of a name; only with a capital letter is one of them surely a name."""
    for form in inflected(naming.called, language):
        yield NameMatch(form, naming.instead, whole=False)


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


def names_of(people: Iterable[Person], pathfinder: Pathfinder, language: str = "") -> Pseudonymiser:
    """Return the names of everybody of a session, to be taken out of texts in its language."""
    namings = [
        match
        for person in people
        for match in name_matches_of(person.name, _instead_of(person, pathfinder))
    ]
    if pathfinder.kind is PathfinderKind.PERSON:
        namings += name_matches_of(pathfinder.name, INSTEAD_OF[Role.PATHFINDER])
    elif pathfinder.kind is PathfinderKind.FAMILY:
        namings += name_matches_of(pathfinder.name, _OF_MANY[PathfinderKind.FAMILY])
    elif called := _spaced(pathfinder.name):
        # The single words of a village or a team are words like others.
        namings.append(NameMatch(called, _OF_MANY[pathfinder.kind], whole=True))
    return Pseudonymiser(namings, language)


def _instead_of(person: Person, pathfinder: Pathfinder) -> str:
    return INSTEAD_OF[Role.PATHFINDER if person.id == pathfinder.person else person.role]


def names_in(called: Mapping[str, Role], language: str = "") -> Pseudonymiser:
    """Return names that are known with a role, as those who spoke in a conversation."""
    ways = (
        match for name, role in called.items() for match in name_matches_of(name, INSTEAD_OF[role])
    )
    return Pseudonymiser(ways, language)


def name_matches_of(name: str, instead: str) -> list[NameMatch]:
    """Return the ways in which somebody of this name is called."""
    whole = _spaced(name)
    parts = whole.replace("-", " ").split()
    ways = {whole, *whole.split(), *parts}
    return [
        NameMatch(way, instead, whole=_is_sure(way))
        for way in sorted(ways)
        if way not in _NO_NAMES and (len(way) >= _SHORTEST or not way.isascii())
    ]


def _is_sure(way: str) -> bool:
    """Say whether a name can be nothing else, so that it is taken out in any case."""
    return " " in way or not way.isascii() or (len(way) >= _SURE and not is_common_word(way))


def _spaced(name: str) -> str:
    """Return a name folded, without the signs around its words."""
    words = (word.strip(_AROUND) for word in normalise(name).text.split())
    return " ".join(word for word in words if word)
