"""Every sentence for people: message ids are English, a `.po` file adds a language.

The build writes each as a `.mo` file into the package: to read a `.po` takes ten times as long.
"""

import re
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel import Locale, dates

from path_planner.resources import package_file

ENGLISH = "en"
PSEUDO = "qps"
"""The made-up language of the tests: every sentence of the catalogue comes back marked."""
_FROM_THE_RIGHT = frozenset({"ar", "fa", "he", "ur"})
_ENOUGH = 200
"""Among the numbers up to this one there is one of each kind, in every language."""

_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


def N_(message: str) -> str:  # noqa: N802  (the name that gettext gives it)
    """Name a sentence of the catalogue where it is written down, to be said later."""
    return message


def set_language(language: str) -> None:
    """Speak this language from here on, in this thread of work."""
    _language.set(language)


def language() -> str:
    """Return the language spoken now."""
    return _language.get()


def languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue, English first."""
    found = sorted(path.stem for path in package_file("locales").glob("*.mo"))
    return (ENGLISH, *(name for name in found if name != ENGLISH))


def _(message: str, **facts: object) -> str:
    """Say a sentence of the catalogue in the language spoken now, its blanks filled in."""
    return _filled(_pseudo_or(message, lambda known: known.gettext(message)), facts)


def ngettext(one: str, many: str, count: int, **facts: object) -> str:
    """Say the sentence that fits the number, by the plural rules of the language."""
    return _filled(_fitting(one, many, count), {"count": count, **facts})


def plural_forms(one: str, many: str) -> dict[str, str]:
    """Say a sentence for each kind of number that the language knows, its blanks left open.

    The kinds are those of Unicode (`one`, `few`, `other` …); there is always an `other`.
    """
    kinds = _number_of_each_kind(bcp47_tag())
    return {kind: _fitting(one, many, count) for kind, count in kinds.items()}


def bcp47_tag() -> str:
    """Return the language spoken now by the name that browsers know."""
    return ENGLISH if language() == PSEUDO else language().partition("@")[0].replace("_", "-")


def is_rtl(name: str) -> bool:
    """Say whether a language is written from right to left."""
    return re.split("[-_@]", name, maxsplit=1)[0] in _FROM_THE_RIGHT


def format_date(day: date) -> str:
    """Write a day as the language writes it, in full."""
    return dates.format_date(day, format="long", locale=_locale())


def format_datetime(moment: datetime) -> str:
    """Write a day and time as the language writes it."""
    return dates.format_datetime(moment, format="medium", locale=_locale())


def _filled(said: str, facts: dict[str, object]) -> str:
    return said.format_map(facts) if facts else said


def _fitting(one: str, many: str, count: int) -> str:
    source = one if count == 1 else many
    return _pseudo_or(source, lambda known: known.ngettext(one, many, count))


@cache
def _number_of_each_kind(name: str) -> Mapping[str, int]:
    kind_of = Locale.parse(name, sep="-").plural_form
    found = {kind_of(count): count for count in range(_ENOUGH, -1, -1)}
    return {"other": _ENOUGH, **found}


def _pseudo_or(message: str, translate: Callable[[NullTranslations], str]) -> str:
    if language() == PSEUDO:
        return f"⟦{message}⟧"
    return translate(_catalogue(package_file(f"locales/{language()}.mo")))


def _locale() -> str:
    # The order day, month, year: this English is the British one.
    return "en_GB" if language() in {ENGLISH, PSEUDO} else language()


@cache
def _catalogue(path: Path) -> NullTranslations:
    if path.stem == ENGLISH or not path.is_file():
        return NullTranslations()
    with path.open("rb") as compiled:
        return GNUTranslations(compiled)
