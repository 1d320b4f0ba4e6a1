"""What each column of a table is: guessed from its heading and its cells, corrected by people."""

import re
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import NamedTuple

from path_planner.i18n import N_
from path_planner.services.vision.imports.column_names import (
    FORM,
    NAMING,
    ONLY_ONE,
    PERSONAL,
    REACHING,
    SHAPES,
    USE_OF,
    YOURS,
    Known,
    Use,
)
from path_planner.services.vision.imports.dates import DateOrder, day_of
from path_planner.services.vision.imports.tables import DELIMITERS, Table, column_name
from path_planner.services.vision.privacy.tokenizer import normalise

_SAMPLE = 1_000
_MANY = 0.8
_LOOKSPERSONAL = re.compile(
    r"[^\s@]+@[^\s@]+\.[a-z]{2,}|https?://\S+|(?:\d{1,3}\.){3}\d{1,3}|\+?[\d ()-]{9,}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[-+]?\d{1,15}(?:[.,]\d+)?%?")
_LETTERS_OF_WORDS = 12
"""The average letters from which cells are words; a name is shorter."""
_LETTERS_OF_A_SENTENCE = 40
_WORDS_OF_A_NAME = 4
_CLEAR = 3.0
"""How many times as wordy as all others a column is that stands out."""


class Guess(NamedTuple):
    """The guessed use of each column, whether it is sure, and the program it came from."""

    uses: tuple[Use, ...]
    sure: bool
    shape: str = ""
    """The name of a known export; it is translated when it is shown."""
    is_form: bool = False
    """Its rows are answers of a survey, not talks on several days."""
    passages: bool = False
    """Rows with the same words are one coded passage."""


class Facts(NamedTuple):
    """What the cells of a column have in common, as shares of those that are not empty."""

    filled: int
    letters: float
    """The average number of letters."""
    varied: float
    """The share of different cells."""
    numbers: float
    dates: float
    personal: float
    marks: float
    """The share of cells that are 0 or 1."""
    choices: float
    """The share of different parts of cells, as those of a list to tick have few."""
    named: float
    """The share of cells that are written as names are."""
    reachable: float
    """The share of cells with a digit or an @, as addresses have."""

    @property
    def has_words(self) -> bool:
        """Whether these may be words that somebody said."""
        return self.filled > 0 and max(self.numbers, self.dates, self.personal) < _MANY


def facts_of(cells: Iterable[str]) -> Facts:
    """Measure the cells of a column; the empty ones do not count."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    count = len(filled) or 1
    return Facts(
        filled=len(filled),
        letters=sum(sum(map(str.isalpha, cell)) for cell in filled) / count,
        varied=len(set(filled)) / count,
        numbers=sum(bool(_NUMBER.fullmatch(cell)) for cell in filled) / count,
        dates=sum(_is_date(cell) for cell in filled) / count,
        personal=sum(_is_personal(cell) for cell in filled) / count,
        marks=sum(cell in {"0", "1", "0.0", "1.0"} for cell in filled) / count,
        choices=_choices(filled),
        named=sum(_is_written_as_name(cell) for cell in filled) / count,
        reachable=sum("@" in cell or any(map(str.isdigit, cell)) for cell in filled) / count,
    )


def _choices(cells: Sequence[str]) -> float:
    parts = [part.strip() for cell in cells for part in re.split(r"[,;]", cell) if part.strip()]
    return len(set(parts)) / (len(parts) or 1)


def _is_written_as_name(cell: str) -> bool:
    words = cell.split()
    return (
        len(words) <= _WORDS_OF_A_NAME
        and cell[-1:] not in "?!"
        and not any(map(str.isdigit, cell))
        and all(word[:1].isupper() or (word.islower() and len(word) <= 3) for word in words)  # noqa: PLR2004 # de, van, ap
        and words[0][:1].isupper()
    )


def _is_date(cell: str) -> bool:
    return any(map(str.isdigit, cell)) and any(day_of(cell, order) for order in DateOrder)


def _is_personal(cell: str) -> bool:
    return bool(_LOOKSPERSONAL.fullmatch(cell)) and not _is_date(cell)


def folded(heading: str) -> str:
    """Return a heading for comparison: without case, accents, brackets and signs at its end."""
    plain = normalise(re.sub(r"\(.*?\)", " ", heading)).text
    return " ".join(plain.replace("/", " ").split()).strip("?:*. ")


def shape_id(headings: Sequence[str]) -> str:
    """Return a hash of headings, by which a table of the same shape is known again."""
    joined = "\n".join(map(folded, headings))
    return blake2b(joined.encode(), digest_size=16).hexdigest()


def guess_columns(table: Table) -> Guess:
    """Guess the use of each column: by a known export, by headings, and by what is in the cells."""
    headings = [folded(heading) for heading in table.headings]
    sample = table.rows[:_SAMPLE]
    facts = [facts_of(row[at] for row in sample) for at in range(len(headings))]
    if (known := _shape_of(headings)) is not None:
        uses = [known.uses.get(heading, Use.LEAVE_OUT) for heading in headings]
        return Guess(
            _once(uses), sure=True, shape=known.name, is_form=True, passages=known.passages
        )
    if _is_decidim(headings):
        return Guess(_decidim(headings), sure=True, shape=N_("Decidim, proposals"), is_form=True)
    uses = [_by_heading(heading, fact) for heading, fact in zip(headings, facts, strict=True)]
    uses = [
        Use.WHO if use is Use.LEAVE_OUT and _asks_for_name(heading, written, fact) else use
        for use, heading, written, fact in zip(uses, headings, table.headings, facts, strict=True)
    ]
    uses = _one_theme(uses, facts)
    if (form := _form(table.headings, headings, facts, uses)) is not None:
        return Guess(_once(form), sure=True, shape=FORM, is_form=True)
    chosen, sure = _words(uses, facts)
    # A column without a heading may be the labels of a table of numbers.
    nameless = {at for at, heading in enumerate(table.headings) if heading == column_name(at + 1)}
    words = [at for at, use in enumerate(chosen) if use is Use.WORDS]
    return Guess(_once(chosen), sure and (len(chosen) == 1 or nameless.isdisjoint(words)))


def _shape_of(headings: Sequence[str]) -> Known | None:
    present = set(headings)
    return next((shape for shape in SHAPES if shape.headings <= present), None)


def _is_decidim(headings: Sequence[str]) -> bool:
    return any(heading.startswith("title ") and len(heading) == 8 for heading in headings) and any(  # noqa: PLR2004 # title/en
        heading.startswith("body ") for heading in headings
    )


def _decidim(headings: Sequence[str]) -> tuple[Use, ...]:
    """Return the uses of proposals: title and body have a column for each language."""
    by_start = {
        "title ": Use.TITLE, "body ": Use.WORDS, "category name": Use.THEME,
        "scope name": Use.WHERE,
        "author name": Use.WHO, "endorsements total_count": Use.AGREES, "votes": Use.AGREES,
        "proposal_votes": Use.AGREES, "published_at": Use.WHEN,
    }  # fmt: skip
    uses = [
        next((use for start, use in by_start.items() if heading.startswith(start)), Use.LEAVE_OUT)
        for heading in headings
    ]
    if "id" in headings:
        uses[headings.index("id")] = Use.ROW
    for once in (Use.TITLE, Use.WORDS, Use.THEME):
        uses = _first_only(uses, once)
    return _once(uses)


def _by_heading(heading: str, fact: Facts) -> Use:
    """Return the use that a heading names, if its cells do not speak against it."""
    if fact.personal >= _MANY / 2 or heading in PERSONAL:
        return Use.LEAVE_OUT
    use = USE_OF.get(heading, Use.LEAVE_OUT)
    if use is Use.WORDS and not fact.has_words:
        return Use.LEAVE_OUT
    if use in (Use.AGREES, Use.DISAGREES) and fact.filled and fact.numbers < _MANY:
        return Use.LEAVE_OUT
    if use is Use.WHEN and fact.filled and fact.dates < 1 - _MANY:
        return Use.LEAVE_OUT
    return use


def _one_theme(uses: Sequence[Use], facts: Sequence[Facts]) -> list[Use]:
    """Keep of several columns of codes the one with names, not with abbreviations."""
    coded = [at for at, use in enumerate(uses) if use is Use.THEME]
    best = max(coded, key=lambda at: (facts[at].letters, -at), default=None)
    return [
        Use.LEAVE_OUT if use is Use.THEME and at != best else use for at, use in enumerate(uses)
    ]


def _form(
    written: Sequence[str], headings: Sequence[str], facts: Sequence[Facts], uses: Sequence[Use]
) -> list[Use] | None:
    """Return the uses of a form: a time first, and headings that are questions."""
    begins = next((at for at, use in enumerate(uses) if use is Use.WHEN), None)
    if begins is None or begins > 1 or facts[begins].dates < _MANY:
        return None
    questions = [
        at
        for at, heading in enumerate(headings)
        if uses[at] is Use.LEAVE_OUT
        and _is_question(written[at])
        and _is_free(facts[at])
        and not _asks_for_address(heading, facts[at])
    ]
    if not questions:
        return None
    chosen: list[Use] = [Use.LEAVE_OUT if use is Use.WORDS else use for use in uses]
    for at in questions:
        if chosen[at] is Use.LEAVE_OUT:
            chosen[at] = Use.WORDS
    return chosen


def _is_question(heading: str) -> bool:
    return heading.rstrip(" *").endswith("?") or len(heading.split()) >= 4  # noqa: PLR2004 # words


def _asks_for_name(heading: str, written: str, fact: Facts) -> bool:
    """Whether a column holds names of people: its heading says so, and if it asks, its cells too.

    “What name should the park have?” asks for words.
    """
    words = set(re.findall(r"\w+", heading))
    if words.isdisjoint(NAMING) or fact.letters >= _LETTERS_OF_A_SENTENCE:
        return False
    return not _is_question(written) or not words.isdisjoint(YOURS) or fact.named >= _MANY


def _asks_for_address(heading: str, fact: Facts) -> bool:
    """Whether a question is for an address, a postcode or a telephone, not how to address it."""
    asked = not REACHING.isdisjoint(re.findall(r"\w+", heading))
    return asked and fact.reachable >= _MANY / 2 and fact.letters < _LETTERS_OF_A_SENTENCE


def _is_free(fact: Facts) -> bool:
    """Whether cells are free answers: words, more varied than a choice of a list."""
    few = fact.filled <= 5  # noqa: PLR2004 # too few to tell
    return fact.has_words and fact.letters >= 3 and (few or min(fact.varied, fact.choices) > 0.3)  # noqa: PLR2004 # letters, share


def _words(uses: Sequence[Use], facts: Sequence[Facts]) -> tuple[list[Use], bool]:
    """Choose the column of words, and tell whether it is sure."""
    chosen = list(uses)
    weights = [
        fact.letters * fact.varied if fact.has_words and use in (Use.WORDS, Use.LEAVE_OUT) else 0.0
        for use, fact in zip(uses, facts, strict=True)
    ]
    named = [at for at, use in enumerate(uses) if use is Use.WORDS]
    best = max(range(len(uses)), key=lambda at: (weights[at], -at))
    if not named:
        wordy = facts[best].letters >= _LETTERS_OF_WORDS
        alone = all(weights[best] >= _CLEAR * weights[at] for at in range(len(uses)) if at != best)
        if wordy or len(uses) == 1:
            chosen[best] = Use.WORDS
        mixed = facts[best].numbers + facts[best].dates + facts[best].personal
        return chosen, wordy and alone and mixed < 1 / 2
    first = max(named, key=lambda at: (weights[at], -at))
    for at in named:
        if at != first:
            chosen[at] = Use.LEAVE_OUT
    rivals = [at for at in range(len(uses)) if at != first and weights[at] > weights[first]]
    return chosen, len(named) == 1 and not any(
        facts[at].letters > _LETTERS_OF_A_SENTENCE for at in rivals
    )


def _once(uses: Sequence[Use]) -> tuple[Use, ...]:
    """Keep of each use that only one column can have the first."""
    kept = list(uses)
    for use in ONLY_ONE:
        kept = _first_only(kept, use)
    return tuple(kept)


def _first_only(uses: Sequence[Use], once: Use) -> list[Use]:
    first = uses.index(once) if once in uses else -1
    return [Use.LEAVE_OUT if use is once and at != first else use for at, use in enumerate(uses)]


def is_headed(text: str) -> bool:
    """Whether a text begins with headings of a table, at least two of them usual ones."""
    first = text.lstrip("\ufeff\r\n \u200b")[:4_000].split("\n", 1)[0]
    uses = {
        USE_OF.get(folded(cell.strip().strip('"')), Use.LEAVE_OUT)
        for delimiter in DELIMITERS
        if delimiter in first
        for cell in first.split(delimiter)
    }
    return Use.WORDS in uses and len(uses - {Use.LEAVE_OUT}) > 1
