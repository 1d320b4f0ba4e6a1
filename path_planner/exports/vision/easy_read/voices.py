"""Parts of the easy read edition: vision, themes with short quotes, disagreements."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from path_planner import stamps
from path_planner.analysis.counts import Count
from path_planner.analysis.queries import single_voices, voices_by_theme
from path_planner.analysis.quotes import Quote, best_quotes, quote_of
from path_planner.analysis.ranking import Ranked, themes_that_matter
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.sources import SharedVoice, StakeholderGroup, stakeholder_group_of
from path_planner.domain.vision.theme import Disagreement, Side
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Expressed, Share
from path_planner.exports.vision.easy_read import model
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


def theme_quotes(vision: Vision) -> dict[str, model.Row]:
    """Return a short quote for each theme that has one, near its middle; none is used twice."""
    found: dict[str, model.Row] = {}
    used: set[str] = set()
    for theme, voices in voices_by_theme(vision).items():
        short = {row.voice: row for row in _short(vision, voices) if row.voice not in used}
        for quote in best_quotes(vision, [voice for voice in voices if voice.id in short]):
            found[theme] = short[quote.voice]
            used.add(quote.voice)
    return found


def lone_quotes(vision: Vision, most: int) -> list[model.Row]:
    """Return short quotes of single voices."""
    return [
        quoted
        for quoted, _place in zip(_short(vision, single_voices(vision)), range(most), strict=False)
    ]


def _short(vision: Vision, voices: Iterable[SharedVoice]) -> Iterator[model.Row]:
    """Yield short quotes, those of people with lived experience first."""
    mine = sorted(
        voices, key=lambda voice: stakeholder_group_of(voice.role) is not StakeholderGroup.LIVED
    )
    for voice in mine:
        quote = quote_of(vision, voice)
        if quote and _is_easy(quote.words):
            words = _("“{words}”", words=" ".join(quote.words.split()))
            yield model.row(
                "speech-bubble", _lead(voice), words, _how(voice, quote), voice=voice.id
            )


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
_MOST_DIFFERENCES = 4
_MOST_LONE = 3


def our_vision(vision: Vision) -> model.Part:
    """Return the part on the vision."""
    about = vision.about
    said = sentences(about.easy or about.vision)
    ideas: list[model.Idea] = [(model.row("", *model.typed(piece)),) for piece in said]
    if ideas:
        ideas[0] = (model.row("north-star", _("This is how we want life to be:")), *ideas[0])
    part = model.Part(
        _("What we want"), "north-star", "#FFF0BF", tuple(ideas), least=3, turn=1, chapter=VISION
    )
    return part.up_to(_MOST_SENTENCES)


def what_people_said(vision: Vision) -> model.Part:
    """Return the part on the themes that have easy words, those of most people first."""
    quotes = theme_quotes(vision)
    shown = [one for one in themes_that_matter(vision) if one.theme.easy.strip()]
    ideas = tuple(_theme(one, quotes.get(one.theme.id)) for one in shown)
    title = _("What people said")
    if not ideas and vision.themes:
        ideas = ((model.row("pencil", _("This is not in easy words yet.")),),)
    part = model.Part(title, "speech-bubble", "#DDF0F5", ideas, chapter=THEMES.title)
    return replace(part, left_out=len(vision.themes) - len(shown))


def _theme(ranked: Ranked, quoted: model.Row | None) -> model.Idea:
    theme = ranked.theme
    picture = theme.picture if stamps.has(theme.picture) else ""
    lines = model.typed(theme.easy)
    first = model.row(picture, model.strong(lines[0]), *lines[1:], *people_said(ranked.said))
    return (first, quoted) if quoted else (first,)


def people_said(count: Count) -> Iterable[str]:
    """Yield how many people said it when they met, and how many wrote it in a survey."""
    if count.people:
        yield ngettext(
            "At least {count} person said this when we met.",
            "At least {count} people said this when we met.",
            count.people,
        )
    if count.unsigned:
        yield ngettext("{count} answer says this.", "{count} answers say this.", count.written)
    elif count.answers:
        yield ngettext("{count} person wrote this.", "{count} people wrote this.", count.answers)


def what_differs(vision: Vision) -> model.Part:
    """Return the part on the disagreements, with both sides."""
    ideas = tuple(
        _difference(disagreement) for disagreement in sorted_records(vision.disagreements)
    )
    title = _("What people see differently")
    part = model.Part(
        title, "two-ways", "#FBE3D6", ideas, least=1, turn=2, chapter=DIFFERENCES.title
    )
    return part.up_to(_MOST_DIFFERENCES)


def _difference(disagreement: Disagreement) -> model.Idea:
    about = (model.RichText(line, strong=True) for line in model.typed(disagreement.about, most=2))
    rows = [
        model.row("two-ways", _("People do not all agree about this:"), *about),
        *_side(disagreement.one, _("Some people say:")),
        *_side(disagreement.other, _("Other people say:")),
    ]
    if disagreement.what_next:
        rows.append(
            model.row(
                "arrow-right", _("What we do now:"), *model.typed(disagreement.what_next, most=2)
            )
        )
    return tuple(rows)


def _side(side: Side, lead: str) -> model.Idea:
    return (model.row("person", lead, *model.typed(side.words, most=3)),) if side.words else ()


def said_by_one_person(vision: Vision) -> model.Part:
    """Return the part on single voices."""
    ideas: list[model.Idea] = []
    if count := len(single_voices(vision)):
        ideas = [(quoted,) for quoted in lone_quotes(vision, _MOST_LONE)] or [()]
        first = model.row(
            "person",
            _("Some things only one person said."),
            ngettext("There is {count} of these.", "There are {count} of these.", count),
            _("It matters too."),
            _("It is all in the full plan."),
        )
        ideas[0] = (first, *ideas[0])
    title = _("What one person said")
    return model.Part(title, "person", "#EFE6F7", tuple(ideas), least=1, chapter=LONE.title)
