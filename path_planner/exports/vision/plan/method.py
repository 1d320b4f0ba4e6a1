"""How it was counted, what people agreed to, what words mean, and whose methods these are."""

from collections.abc import Iterator

from path_planner.analysis.counts import FEW
from path_planner.analysis.queries import sources_with_voices, unassigned_voices
from path_planner.domain.vision.sources import SourceKind
from path_planner.exports.vision.plan import blocks
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.exports.vision.publication_notes import (
    consent_notes,
    licence_notes,
    name_notes,
)
from path_planner.i18n import N_, _, ngettext
from path_planner.pdf.table import Column
from path_planner.scene.header_footer import CREDIT

_COUNTED = (
    N_("We count people. We do not count how often something was said."),
    N_("We count each person once in a file or survey, however many days it took."),
    N_("Someone who took part in two places may be counted in each of them."),
    N_(
        "One voice can be in more than one theme, so do not add the numbers of the themes together."
    ),
    N_(
        "If nobody recorded who spoke, all voices from that conversation "
        "count as one person. So the real number of people may be higher."
    ),
    N_(
        "A computer may have suggested which voices are alike. "
        "People made the themes and gave them their names."
    ),
    N_("What people said and what professionals said is shown separately and never mixed."),
    N_("We kept every disagreement, and every voice that only one person raised."),
)
_APART = N_("People who met and people who answered a survey are counted apart, never together.")
_AGREED = (
    N_("If a voice is only counted, its words are not printed anywhere in this plan."),
    N_(
        "People can change their mind at any time. Then their words are left "
        "out of the next edition. We cannot get back what is already printed."
    ),
)
_WORDS = (
    (
        N_("PATH"),
        N_(
            "A meeting where people draw and plan a good "
            "life, starting from the dream and working back."
        ),
    ),
    (N_("Voice"), N_("One thing someone said, in their own words.")),
    (N_("Said by one person"), N_("Something one person said, kept on its own.")),
    (N_("Theme"), N_("Voices that people put together, with a sentence they agreed on.")),
    (N_("Priority"), N_("What the group wants to work on.")),
    (N_("Outcome"), N_("What life is like when it has worked.")),
    (N_("Measure"), N_("How we can tell, in a way that people chose.")),
    (
        N_("Must not be lost"),
        N_("A marker for something that matters, even if few people vote for it."),
    ),
    (N_("Group"), N_("Whether people speak about their own life, or from their work.")),
    (
        N_("Q, S, T, C, D, P, A, O"),
        N_(
            "Voices, sources, themes, causes, disagreements, priorities, actions and outcomes. "
            "Each has a number, so you can trace everything back to the person who said it."
        ),
    ),
)
_TOGETHER = N_(
    "The way from many plans to one follows Working Together for Change. "
    "Credit: Groundswell Partnership. We explain it in our own words."
)
_CAFE = N_("World Café: credit to the World Café Community Foundation, theworldcafe.com.")
_OPEN_SPACE = N_("Open Space was started by Harrison Owen.")


def method_content(context: PlanContext) -> Iterator[blocks.Block]:
    """Return how it was counted, and what that cannot say."""
    apart = (_APART,) if context.whole.surveys else ()
    yield blocks.BulletList(tuple(_(sentence) for sentence in (*_COUNTED, *apart)))
    yield blocks.Heading(_("How many voices"))
    yield blocks.BulletList(tuple(_many(context)))
    yield blocks.Heading(_("Where everything is"))
    yield blocks.Paragraph(
        _(
            "The evidence is a second file. It has every voice, every theme and what came from it, "
            "and whatever is shortened or left out here. The numbers, such as T2 and Q17, "
            "are the same in both."
        )
    )
    yield blocks.Heading(_("Small numbers"))
    yield blocks.Paragraph(
        _(
            "If fewer than {few} people said something, someone could "
            "be recognised. Please do not try to find out who it was.",
            few=FEW,
        )
    )
    yield blocks.Heading(_("You can have it all"))
    yield blocks.Paragraph(
        _(
            "You can have everything that people agreed to share in one file: "
            "voices, themes, votes, actions, drawings and this plan, in formats "
            "that others can open and use. Ask the people who made this plan."
        )
    )


def _many(context: PlanContext) -> list[str]:
    quoted = sum(context.quote(voice) is not None for voice in context.voices)
    silent, loose = len(context.voices) - quoted, len(unassigned_voices(context.vision))
    told = [
        ngettext("{count} voice was shared.", "{count} voices were shared.", len(context.voices)),
        ngettext("{count} of them is quoted.", "{count} of them are quoted.", quoted),
    ]
    if silent:
        told.append(
            ngettext(
                "{count} of them is counted but not quoted.",
                "{count} of them are counted but not quoted.",
                silent,
            )
        )
    if loose:
        told.append(
            ngettext(
                "{count} voice is not in a theme yet. You can find it in the evidence.",
                "{count} voices are not in a theme yet. You can find them in the evidence.",
                loose,
            )
        )
    return told


def consent_content(context: PlanContext) -> Iterator[blocks.Block]:
    """Return what people agreed to, and how to change one's mind."""
    facts = context.facts
    yield blocks.BulletList((*consent_notes(facts), *(_(sentence) for sentence in _AGREED)))
    yield blocks.Heading(_("Names and numbers"))
    yield blocks.BulletList(tuple(name_notes(facts)))
    yield blocks.Heading(_("Using this plan for something else"))
    yield blocks.BulletList(tuple(licence_notes(facts, context.whose, "")))
    contact = context.vision.about.contact
    if contact:
        yield blocks.Paragraph(_("To say more, or to change your mind:"), bold=True)
        yield from blocks.prose(contact)


def glossary_content(context: PlanContext) -> Iterator[blocks.Block]:
    """Say what the words of the plan mean."""
    columns = (Column(_("Word"), 1.0), Column(_("What it means here"), 3.0))
    words = _WORDS if context.whole.paths else _WORDS[1:]
    rows = tuple((_(word), _(meaning)) for word, meaning in words)
    yield blocks.Table(columns, rows, points=10)


def credits_content(context: PlanContext) -> Iterator[blocks.Block]:
    """Name whose methods these are."""
    kinds = {source.what for source in sources_with_voices(context.vision)}
    if SourceKind.PATH in kinds:
        yield blocks.Paragraph(_(CREDIT))
    yield blocks.Paragraph(_(_TOGETHER))
    if SourceKind.CAFE in kinds:
        yield blocks.Paragraph(_(_CAFE))
    if SourceKind.OPEN_SPACE in kinds:
        yield blocks.Paragraph(_(_OPEN_SPACE))


METHOD = blocks.Chapter("method", N_("How we counted"), method_content, runs_on=True)
CONSENT = blocks.Chapter("consent", N_("What people agreed to"), consent_content, runs_on=True)
GLOSSARY = blocks.Chapter("glossary", N_("Words we use"), glossary_content, runs_on=True)
CREDITS = blocks.Chapter(
    "credits", N_("Where our methods come from"), credits_content, runs_on=True
)
