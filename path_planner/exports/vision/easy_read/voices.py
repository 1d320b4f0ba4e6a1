"""Parts of the easy read edition: vision, themes with short quotes, disagreements."""

from collections.abc import Iterable, Iterator

from path_planner.analysis.counts import Count, count_all
from path_planner.analysis.queries import single_voices, voices_by_theme
from path_planner.analysis.quotes import Quote, quote_of
from path_planner.analysis.ranking import Ranked, themes_by_weight
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.sources import SharedVoice, StakeholderGroup, stakeholder_group_of
from path_planner.domain.vision.theme import Disagreement, Side
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Expressed, Share
from path_planner.exports.vision.easy_read.model import (
    Idea,
    Part,
    RichText,
    Row,
    row,
    strong,
    typed,
)
from path_planner.exports.vision.easy_read.pictograms import picture_for
from path_planner.exports.vision.easy_read.readability import MOST_WORDS, count_words, sentences
from path_planner.exports.vision.plan.disagreements import CHAPTER as DIFFERENCES
from path_planner.exports.vision.plan.single_voices import CHAPTER as LONE
from path_planner.exports.vision.plan.summary import TITLE as VISION
from path_planner.exports.vision.plan.themes import CHAPTER as THEMES
from path_planner.i18n import N_, _, ngettext

_LEAST_WORDS = 3
_MOST_LETTERS = 120
_LEADS = {
    StakeholderGroup.LIVED: N_("One person said:"),
    StakeholderGroup.FAMILY: N_("A family member or friend said:"),
    StakeholderGroup.COMMUNITY: N_("A neighbour said:"),
    StakeholderGroup.PROFESSIONAL: N_("Someone who works with people said:"),
    StakeholderGroup.UNKNOWN: N_("Someone said:"),
}
_NOTICED = N_("Other people noticed this:")


def theme_quotes(vision: Vision) -> dict[str, Row]:
    """Return a short quote for each theme that has one; no voice is quoted twice."""
    found: dict[str, Row] = {}
    used: set[str] = set()
    for theme, voices in voices_by_theme(vision).items():
        fresh = (voice for voice in voices if voice.id not in used)
        if first := next(_short(vision, fresh), None):
            found[theme] = first
            used.add(first.voice)
    return found


def lone_quotes(vision: Vision, most: int) -> list[Row]:
    """Return short quotes of single voices."""
    return [
        quoted
        for quoted, _place in zip(_short(vision, single_voices(vision)), range(most), strict=False)
    ]


def _short(vision: Vision, voices: Iterable[SharedVoice]) -> Iterator[Row]:
    """Yield short quotes, those of people with lived experience first."""
    mine = sorted(
        voices, key=lambda voice: stakeholder_group_of(voice.role) is not StakeholderGroup.LIVED
    )
    for voice in mine:
        quote = quote_of(vision, voice)
        if quote and _is_easy(quote.words):
            words = _("“{words}”", words=" ".join(quote.words.split()))
            yield row("speech-bubble", _lead(voice), words, _how(voice, quote), voice=voice.id)


def _is_easy(words: str) -> bool:
    parts = sentences(words)
    return (
        len(words) <= _MOST_LETTERS
        and count_words(words) >= _LEAST_WORDS
        and all(count_words(part) <= MOST_WORDS for part in parts)
    )


def _how(voice: SharedVoice, quote: Quote) -> str:
    """Return how it was expressed, and whether it was reworded."""
    return "" if voice.expressed is Expressed.OBSERVED and not voice.reworded else quote.how


def _lead(voice: SharedVoice) -> str:
    if voice.expressed is Expressed.OBSERVED:
        return _(_NOTICED)
    if voice.share is Share.NAMED and voice.named:
        return _("{name} said:", name=voice.named)
    return _(_LEADS[stakeholder_group_of(voice.role)])


_MOST_SENTENCES = 10
_MOST_THEMES = 30
_MOST_DIFFERENCES = 4
_MOST_LONE = 3


def our_vision(vision: Vision) -> Part:
    """Return the part on the vision."""
    about = vision.about
    said = sentences(about.easy or about.vision)
    ideas: list[Idea] = [(row(picture_for(piece, "rainbow"), *typed(piece)),) for piece in said]
    if ideas:
        ideas[0] = (row("north-star", _("This is how we want life to be:")), *ideas[0])
    part = Part(
        _("What we want"), "north-star", "#FFF0BF", tuple(ideas), least=3, turn=1, chapter=VISION
    )
    return part.up_to(_MOST_SENTENCES)


def what_people_said(vision: Vision) -> Part:
    """Return the part on the themes, the most frequent first."""
    whole, quotes = count_all(vision), theme_quotes(vision)
    ideas = (
        _theme(ranked, whole, quotes.get(ranked.theme.id)) for ranked in themes_by_weight(vision)
    )
    title = _("What people said")
    part = Part(title, "speech-bubble", "#DDF0F5", tuple(ideas), chapter=THEMES.title)
    return part.up_to(_MOST_THEMES)


def _theme(weighed: Ranked, whole: Count, quoted: Row | None) -> Idea:
    theme = weighed.theme
    words = f"{theme.name} {theme.easy or theme.statement}"
    picture = picture_for(words, "speech-bubble", theme.picture)
    counts = _counts(weighed.said, whole)
    first = row(picture, strong(theme.name), *typed(theme.statement, theme.easy), *counts)
    return (first, quoted) if quoted else (first,)


def _counts(count: Count, whole: Count) -> Iterable[str]:
    if count.paths:
        yield ngettext(
            "People said this in {part} of {count} PATH.",
            "People said this in {part} of {count} PATHs.",
            whole.paths,
            part=count.paths,
        )
    if count.conversations:
        yield ngettext(
            "People said this in {part} of {count} other talk.",
            "People said this in {part} of {count} other talks.",
            whole.conversations,
            part=count.conversations,
        )


def what_differs(vision: Vision) -> Part:
    """Return the part on the disagreements, with both sides."""
    ideas = tuple(
        _difference(disagreement) for disagreement in sorted_records(vision.disagreements)
    )
    title = _("What people see differently")
    part = Part(title, "two-ways", "#FBE3D6", ideas, least=1, turn=2, chapter=DIFFERENCES.title)
    return part.up_to(_MOST_DIFFERENCES)


def _difference(disagreement: Disagreement) -> Idea:
    picture = picture_for(disagreement.about, "two-ways")
    about = (RichText(line, strong=True) for line in typed(disagreement.about, most=2))
    rows = [
        row(picture, _("People do not all agree about this:"), *about),
        *_side(disagreement.one, _("Some people say:")),
        *_side(disagreement.other, _("Other people say:")),
    ]
    if disagreement.what_next:
        rows.append(
            row("arrow-right", _("What we do now:"), *typed(disagreement.what_next, most=2))
        )
    return tuple(rows)


def _side(side: Side, lead: str) -> Idea:
    return (row("person", lead, *typed(side.words, most=3)),) if side.words else ()


def said_by_one_person(vision: Vision) -> Part:
    """Return the part on single voices."""
    ideas: list[Idea] = []
    if count := len(single_voices(vision)):
        ideas = [(quoted,) for quoted in lone_quotes(vision, _MOST_LONE)] or [()]
        first = row(
            "person",
            _("Some things only one person said."),
            ngettext("There is {count} of these.", "There are {count} of these.", count),
            _("It matters too."),
            _("It is all in the full plan."),
        )
        ideas[0] = (first, *ideas[0])
    title = _("What one person said")
    return Part(title, "person", "#EFE6F7", tuple(ideas), least=1, chapter=LONE.title)
