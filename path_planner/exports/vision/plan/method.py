"""How it was counted, what people agreed to, what words mean, and whose methods these are."""

from collections.abc import Iterator

from path_planner.analysis.counts import FEW
from path_planner.analysis.queries import sources_with_voices, unassigned_voices
from path_planner.domain.vision.sources import SourceKind
from path_planner.exports.vision.plan.blocks import (
    Block,
    BulletList,
    Heading,
    Paragraph,
    Table,
    prose,
)
from path_planner.exports.vision.plan.chapter import Chapter
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import N_, _, ngettext
from path_planner.pdf.table import Column
from path_planner.scene.header_footer import CREDIT

_COUNTED = (
    N_("We count PATHs, conversations and people. We never count how often a thing was said."),
    N_("One voice can be in several themes. The numbers of the themes must not be added up."),
    N_(
        "Where nobody noted who spoke, all voices of that conversation count as one person. "
        "So the true number of people may be higher."
    ),
    N_("Names were taken out before the voices came into this plan."),
    N_("A computer may have suggested what is alike. People made the themes and named them."),
    N_("What people and what professionals said is shown apart and never mixed."),
    N_("No disagreement was averaged away, and no voice of one was left out."),
)
_AGREED = (
    N_("Every voice is here because its people agreed that it is shared."),
    N_("People chose for each voice: only count it, quote it without a name, or with a name."),
    N_("Words of voices that are only counted are printed nowhere in this plan."),
    N_("A drawing is shown only where its people agreed to that."),
    N_(
        "People can take back their yes at any time. Then it is taken out of the next edition. "
        "What is printed already cannot be called back."
    ),
)
_WORDS = (
    (N_("PATH"), N_("A meeting where people draw and plan a good life, from the dream back.")),
    (N_("Voice"), N_("One thing that was said, in the words it was said in.")),
    (N_("Voice of one"), N_("Something one person said that stands for itself.")),
    (N_("Theme"), N_("Voices that people put together, with a sentence they agreed on.")),
    (N_("Priority"), N_("What the group wants to work on.")),
    (N_("Outcome"), N_("How life is when it has worked.")),
    (N_("Measure"), N_("How we can tell, in a way that people chose.")),
    (N_("Must not be lost"), N_("A token for what matters though few may vote for it.")),
    (N_("From where people speak"), N_("Whether it is their own life, or their work.")),
    (
        N_("Q, S, T, C, D, P, A, O"),
        N_(
            "Voices, sources, themes, causes, disagreements, priorities, actions and outcomes. "
            "Each has a number, so that everything can be followed back to who said it."
        ),
    ),
)
_TOGETHER = N_(
    "The way from many plans to one follows Working Together for Change. Credit: Groundswell "
    "Partnership. It is told here in our own words."
)
_CAFE = N_("World Café: credit to the World Café Community Foundation, theworldcafe.com.")
_OPEN_SPACE = N_("Open Space was begun by Harrison Owen.")


def method_content(known: PlanContext) -> Iterator[Block]:
    """Return how it was counted, and what that cannot say."""
    yield BulletList(tuple(_(one) for one in _COUNTED))
    yield Heading(_("How many voices"))
    yield BulletList(tuple(_many(known)))
    yield Heading(_("Small numbers"))
    yield Paragraph(
        _(
            "Where fewer than {few} people said a thing, somebody could be recognised. "
            "Please do not try to find out who it was.",
            few=FEW,
        )
    )
    yield Heading(_("Everything can be had"))
    yield Paragraph(
        _(
            "Everything that people agreed to share can be had as one file: voices, themes, "
            "votes, actions, drawings and this plan, in forms that others can open and use. "
            "Ask those who made this plan."
        )
    )


def _many(known: PlanContext) -> list[str]:
    quoted = sum(known.quote(voice) is not None for voice in known.voices)
    silent, loose = len(known.voices) - quoted, len(unassigned_voices(known.vision))
    told = [
        ngettext("{count} voice was shared.", "{count} voices were shared.", len(known.voices)),
        ngettext("{count} of them is quoted.", "{count} of them are quoted.", quoted),
        ngettext(
            "{count} of them is counted and not quoted.",
            "{count} of them are counted and not quoted.",
            silent,
        ),
    ]
    if loose:
        told.append(
            ngettext(
                "{count} voice is in no theme yet. It stands in the evidence.",
                "{count} voices are in no theme yet. They stand in the evidence.",
                loose,
            )
        )
    return told


def consent_content(known: PlanContext) -> Iterator[Block]:
    """Return what people agreed to, and how to change one's mind."""
    yield BulletList(tuple(_(one) for one in _AGREED))
    contact = known.vision.about.contact
    if contact:
        yield Paragraph(_("To say more, or to take back a yes:"), bold=True)
        yield from prose(contact)


def glossary_content(_known: PlanContext) -> Iterator[Block]:
    """Say what the words of the plan mean."""
    columns = (Column(_("Word"), 1.0), Column(_("What it means here"), 3.0))
    rows = tuple((_(word), _(meaning)) for word, meaning in _WORDS)
    yield Table(columns, rows, points=10)


def credits_content(known: PlanContext) -> Iterator[Block]:
    """Name whose methods these are."""
    kinds = {source.what for source in sources_with_voices(known.vision)}
    yield Paragraph(_(CREDIT))
    yield Paragraph(_(_TOGETHER))
    if SourceKind.CAFE in kinds:
        yield Paragraph(_(_CAFE))
    if SourceKind.OPEN_SPACE in kinds:
        yield Paragraph(_(_OPEN_SPACE))


METHOD = Chapter("method", N_("How we counted"), method_content, runs_on=True)
CONSENT = Chapter("consent", N_("What people agreed to"), consent_content, runs_on=True)
GLOSSARY = Chapter("glossary", N_("Words we use"), glossary_content, runs_on=True)
CREDITS = Chapter("credits", N_("Whose methods these are"), credits_content, runs_on=True)
