"""Pseudonymisation: names in texts are replaced by words such as "[a relative]"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from path_planner.domain.people import Pathfinder, PathfinderKind, Person, Role
from path_planner.domain.vision.sources import Source
from path_planner.i18n import N_, _
from path_planner.resources import asset
from path_planner.services.vision.privacy.tokenizer import normalise, stands_alone
from path_planner.services.vision.privacy.word_lists import is_common_word

_SHORTEST_STEM = 3
_CONSONANT = "-"
_VOWELS = "vowels"
_LATIN = frozenset(("pl", "cs", "sk"))
_SOFT = {"k": "ce", "g": "dze", "r": "rze", "t": "cie", "d": "dzie", "ł": "le"}
_FLEETING = ("ek", "eł", "ec", "el")


@cache
def _endings() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return, by language and last letter of a name, the endings that replace or follow it."""
    by_language: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in asset("name_endings.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            language, last, *endings = line.split()
            by_language.setdefault(language, {})[last] = tuple(endings)
    return by_language


def inflected(name: str, language: str) -> frozenset[str]:
    """Return the inflected forms of a normalised one-word name, as in Polish; or none."""
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
            # Kasia, genitive Kasi.
            yield from _with(stem, ("",))
    elif name[-1] in "".join(_endings()[_VOWELS]):
        return
    else:
        stem = name
        yield from _with(stem, endings[_CONSONANT])
        if language in _LATIN and name.endswith(_FLEETING):
            # Tomek, instrumental Tomkiem: the e of the last syllable is dropped.
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
_BEGINNING = 3
"""The letters by which names are looked up."""
_SURE = 3
"""Names shorter than this are only found if they are capitalised."""
_REPLACED = re.compile(r"\[[^\[\]\n]+\]")
"""What may stand for a name in a text that was anonymised before, in whatever language."""


class NameMatch(NamedTuple):
    """One normalised form of a name, and its replacement (a message id)."""

    form: str
    replacement: str
    whole: bool
    """Unambiguous: it is replaced in upper and lower case."""


class Pseudonymiser:
    """Replaces the names of one source in texts, the longest names first."""

    def __init__(self, matches: Iterable[NameMatch], language: str = "") -> None:
        """Prepare these names and their inflected forms in the language of the texts."""
        self._language = language
        names = _unambiguous(matches)
        forms = _unambiguous(
            match for name in names.values() for match in _declined(name, language)
        )
        # A real name takes precedence over an inflected form of another.
        self._forms = {
            form
            for form, match in forms.items()
            if form not in names and match.replacement != _SOMEBODY
        }
        every_form = (forms | names).values()
        self._longest_first = sorted(every_form, key=lambda name: (-len(name.form), name.form))
        self._by_beginning: dict[str, list[int]] = {}
        for rank, name in enumerate(self._longest_first):
            self._by_beginning.setdefault(name.form[:_BEGINNING], []).append(rank)

    def apply(self, text: str, own: str = "") -> str:
        """Return a text with names replaced; `own` is the name that its speaker wants printed."""
        allowed = set[str]()
        for name in name_matches_of(own, _SOMEBODY) if own else ():
            forms = inflected(name.form, self._language)
            allowed |= {name.form, *(forms & self._forms)}
        spans = _merged(text, sorted(self._found(text, allowed)))
        for start, end, replacement in reversed(spans):
            text = f"{text[:start]}{_(replacement)}{text[end:]}"
        return text

    def apply_again(self, text: str, before: str, own: str = "") -> str:
        """Return a text with names replaced, and with those that were replaced in it before.

        Whoever was removed since is not known by name any more; their name stays out all the same.
        """
        markers = _REPLACED.findall(before)
        spans = _between(text, _REPLACED.split(before)) if markers else None
        pairs = zip(spans or (), markers if spans else (), strict=True)
        known = all(span == marker or self.apply(span) != span for span, marker in pairs)
        return self.apply(text if known else before, own)

    def _perhaps_in(self, text: str) -> Iterator[NameMatch]:
        """Yield the names that begin anywhere in a text, the longest first.

        A survey may have thousands of names and of texts.
        """
        beginnings = {
            text[at : at + length] for length in range(1, _BEGINNING + 1) for at in range(len(text))
        }
        known = beginnings & self._by_beginning.keys()
        for rank in sorted(rank for beginning in known for rank in self._by_beginning[beginning]):
            yield self._longest_first[rank]

    def _found(self, text: str, allowed: set[str]) -> Iterator[tuple[int, int, str]]:
        normalised = normalise(text)
        taken = bytearray(len(normalised.text))
        for name in self._perhaps_in(normalised.text):
            for start in _positions(normalised.text, name.form):
                end = start + len(name.form)
                if any(taken[start:end]) or not stands_alone(normalised.text, start, end):
                    continue
                first, last = normalised.span(start, end)
                if not name.whole and not text[first].isupper():
                    continue
                taken[start:end] = b"\1" * (end - start)
                if name.form not in allowed:
                    yield first, last, name.replacement


def _between(text: str, parts: list[str]) -> list[str] | None:
    """Return what stands in a text between these parts, or None if it is not made of them."""
    first, *middle, last = parts
    if len(text) < len(first) + len(last) or not (text.startswith(first) and text.endswith(last)):
        return None
    at, end = len(first), len(text) - len(last)
    spans = []
    for part in middle:
        found = text.find(part, at + 1, end)
        if found < 0:
            return None
        spans.append(text[at:found])
        at = found + len(part)
    return [*spans, text[at:end]] if at < end else None


def _unambiguous(matches: Iterable[NameMatch]) -> dict[str, NameMatch]:
    """Return the names by form; a form of several people is replaced by "[someone]"."""
    names: dict[str, NameMatch] = {}
    for match in matches:
        known = names.get(match.form)
        # Two people may have the same name.
        same = known is None or known.replacement == match.replacement
        replacement = match.replacement if same else _SOMEBODY
        names[match.form] = match._replace(replacement=replacement)
    return names


def _declined(match: NameMatch, language: str) -> Iterator[NameMatch]:
    """Yield the inflected forms of a name; they are only replaced if capitalised."""
    for form in inflected(match.form, language):
        yield NameMatch(form, match.replacement, whole=False)


def _positions(text: str, part: str) -> Iterator[int]:
    position = text.find(part)
    while position >= 0:
        yield position
        position = text.find(part, position + 1)


def _merged(text: str, spans: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Join adjacent spans with the same replacement, such as a name across two lines."""
    joined: list[tuple[int, int, str]] = []
    for start, end, replacement in spans:
        if (
            joined
            and joined[-1][2] == replacement
            and not text[joined[-1][1] : start].strip(" \n-.")
        ):
            joined[-1] = (joined[-1][0], end, replacement)
        else:
            joined.append((start, end, replacement))
    return joined


def names_of(people: Iterable[Person], pathfinder: Pathfinder, language: str = "") -> Pseudonymiser:
    """Return a pseudonymiser for all names of a session, in its language."""
    namings = [
        match
        for person in people
        for match in name_matches_of(person.name, _instead_of(person, pathfinder))
    ]
    if pathfinder.kind is PathfinderKind.PERSON:
        namings += name_matches_of(pathfinder.name, INSTEAD_OF[Role.PATHFINDER])
    elif pathfinder.kind is PathfinderKind.FAMILY:
        namings += name_matches_of(pathfinder.name, _OF_MANY[PathfinderKind.FAMILY])
    elif called := _normalised_name(pathfinder.name):
        # The single words of a village's or team's name are ordinary words.
        namings.append(NameMatch(called, _OF_MANY[pathfinder.kind], whole=True))
    return Pseudonymiser(namings, language)


def _instead_of(person: Person, pathfinder: Pathfinder) -> str:
    return INSTEAD_OF[Role.PATHFINDER if person.id == pathfinder.person else person.role]


def names_in(called: Mapping[str, Role], language: str = "") -> Pseudonymiser:
    """Return a pseudonymiser for names with roles, as of the speakers of a conversation."""
    matches = (
        match for name, role in called.items() for match in name_matches_of(name, INSTEAD_OF[role])
    )
    return Pseudonymiser(matches, language)


def names_gone(before: Iterable[Source | None], now: Iterable[str]) -> Pseudonymiser:
    """Return a pseudonymiser for the names that sources had before, and that are none now."""
    known = frozenset(now)
    names = {name for source in before if source for name in source.names} - known
    return names_in(dict.fromkeys(sorted(names), Role.OTHER))


def name_matches_of(name: str, instead: str) -> list[NameMatch]:
    """Return the forms in which a name may occur: the whole name, and each part of it."""
    full = _normalised_name(name)
    parts = full.replace("-", " ").split()
    forms = {full, *full.split(), *parts}
    return [
        NameMatch(form, instead, whole=_is_sure(form))
        for form in sorted(forms)
        if form not in _NO_NAMES and (len(form) >= _SHORTEST or not form.isascii())
    ]


def _is_sure(form: str) -> bool:
    """Whether a form cannot be an ordinary word, so that it is replaced in any case."""
    return " " in form or not form.isascii() or (len(form) >= _SURE and not is_common_word(form))


def _normalised_name(name: str) -> str:
    """Return a normalised name, without punctuation around its words."""
    words = (word.strip(_AROUND) for word in normalise(name).text.split())
    return " ".join(word for word in words if word)
