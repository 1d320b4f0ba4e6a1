"""Internationalisation (i18n): gettext catalogues, plurals, dates and text direction.

The message ids are the English sentences; a file `assets/locales/xx.po` adds a language.
The build compiles it to `locales/xx.mo` in the package: a .po takes ten times as long to read.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from numbers import Rational
from pathlib import Path

from babel import Locale, UnknownLocaleError, dates, numbers

from path_planner.resources import package_file

ENGLISH = "en"
PSEUDO = "qps"
"""The pseudo-locale of the tests: every translated sentence comes back in ⟦ ⟧."""
_RTL_LANGUAGES = frozenset({"ar", "fa", "he", "ur"})
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_LARGEST_EXAMPLE = 200
"""The counts from 0 to this one contain an example of every plural category of every language."""

_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


def N_(message: str) -> str:  # noqa: N802  (the name that gettext gives it)
    """Mark a string for the catalogue and return it as it is; it is translated later."""
    return message


def set_language(language: str) -> None:
    """Set the language of this context (a context variable: one for each thread or task)."""
    _language.set(language)


def language() -> str:
    """Return the language of this context."""
    return _language.get()


def languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue, English first."""
    found = sorted(path.stem for path in package_file("locales").glob("*.mo"))
    return (ENGLISH, *(name for name in found if name != ENGLISH))


def _(message: str, **facts: object) -> str:
    """Translate a message into the current language and fill in its `{placeholders}`."""
    return _filled(_pseudo_or(message, lambda catalogue: catalogue.gettext(message)), facts)


def ngettext(one: str, many: str, count: int, **facts: object) -> str:
    """Translate the form that fits the count, by the plural rules of the current language."""
    return _filled(_plural_form(one, many, count), {"count": count, **facts})


def plural_forms(one: str, many: str) -> dict[str, str]:
    """Translate a message for each plural category of the language, its placeholders left open.

    The categories are those of Unicode CLDR (`one`, `few`, `other` …); there is always an `other`.
    """
    examples = _example_counts(bcp47_tag())
    return {category: _plural_form(one, many, count) for category, count in examples.items()}


def bcp47_tag() -> str:
    """Return the current language as a BCP 47 tag, as the `lang` of HTML wants it."""
    return ENGLISH if language() == PSEUDO else language().partition("@")[0].replace("_", "-")


def tag_of(code: str) -> str:
    """Return the BCP 47 tag of a code that somebody wrote into a document, or ""."""
    tag = code.partition("@")[0].replace("_", "-")
    return tag if _TAG.fullmatch(tag) else ""


def document_language(code: str) -> str:
    """Return the tag of a document's language; English is British, and stands for unknown codes."""
    tag = tag_of(code) or ENGLISH
    return "en-GB" if tag == ENGLISH else tag


def language_name(code: str) -> str:
    """Return the name of a language in that language, or its code if nobody knows it."""
    base, _at, variant = code.partition("@")
    locale = _find_locale(base)
    name = (locale and locale.get_display_name(locale)) or base
    return f"{name.capitalize()} ({variant})" if variant else name.capitalize()


def is_rtl(code: str) -> bool:
    """Say whether a language is written from right to left."""
    return re.split("[-_@]", code, maxsplit=1)[0] in _RTL_LANGUAGES


def format_date(day: date) -> str:
    """Write a day as the language writes it, in full."""
    return dates.format_date(day, format="long", locale=_locale())


def format_average(average: Rational) -> str:
    """Return an average with one decimal in the current locale's format."""
    return numbers.format_decimal(float(average), format="0.0", locale=_locale())


def format_datetime(when: datetime) -> str:
    """Write a day and time as the language writes it."""
    return dates.format_datetime(when, format="medium", locale=_locale())


def _filled(sentence: str, facts: dict[str, object]) -> str:
    return sentence.format_map(facts) if facts else sentence


def _plural_form(one: str, many: str, count: int) -> str:
    source = one if count == 1 else many
    return _pseudo_or(source, lambda catalogue: catalogue.ngettext(one, many, count))


@cache
def _example_counts(tag: str) -> Mapping[str, int]:
    category_of = (_find_locale(tag) or Locale(ENGLISH)).plural_form
    # Downwards, so that each category is left with its smallest count.
    smallest = {category_of(count): count for count in range(_LARGEST_EXAMPLE, -1, -1)}
    return {"other": _LARGEST_EXAMPLE, **smallest}


def _pseudo_or(message: str, translate: Callable[[NullTranslations], str]) -> str:
    if language() == PSEUDO:
        return f"⟦{message}⟧"
    return translate(_catalogue(package_file(f"locales/{language()}.mo")))


def month_names(code: str) -> Iterator[tuple[str, int]]:
    """Yield the names of the months in a language, long and short, each with its number."""
    for forms in (_find_locale(code) or Locale(ENGLISH)).months.values():
        for width in ("wide", "abbreviated"):
            yield from ((name, number) for number, name in forms[width].items())


def _locale() -> Locale:
    # The order day, month, year: this English is the British one.
    british = language() in {ENGLISH, PSEUDO}
    return (None if british else _find_locale(language())) or Locale(ENGLISH, "GB")


@lru_cache(maxsize=64)
def _find_locale(code: str) -> Locale | None:
    """Return the locale of a code, which may be anything that somebody wrote; None if unknown."""
    try:
        return Locale.parse(code.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return None


@cache
def _catalogue(path: Path) -> NullTranslations:
    if path.stem == ENGLISH or not path.is_file():
        return NullTranslations()
    with path.open("rb") as compiled:
        return GNUTranslations(compiled)
