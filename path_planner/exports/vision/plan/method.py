"""How it was counted, what people agreed to, what words mean, and whose methods these are."""

from path_planner.analysis.counts import FEW
from path_planner.analysis.queries import sources_with_voices, unassigned_voices
from path_planner.domain.vision.sources import SourceKind
from path_planner.exports.vision.plan.chapter import Chapter
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import N_, _, ngettext
from path_planner.pdf.report import Report
from path_planner.pdf.table import Column, draw_table
from path_planner.scene.header_footer import CREDIT
from path_planner.typography.fonts import DOCUMENT_BOLD

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


def draw_method(book: Report, known: PlanContext) -> None:
    """Write how it was counted, and what that cannot say."""
    book.bullets([_(one) for one in _COUNTED])
    book.heading(_("How many voices"), 2)
    book.bullets(_many(known))
    book.heading(_("Small numbers"), 2)
    book.paragraph(
        _(
            "Where fewer than {few} people said a thing, somebody could be recognised. "
            "Please do not try to find out who it was.",
            few=FEW,
        )
    )
    book.heading(_("Everything can be had"), 2)
    book.paragraph(
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


def draw_consent(book: Report, known: PlanContext) -> None:
    """Write what people agreed to, and how to change one's mind."""
    book.bullets([_(one) for one in _AGREED])
    contact = known.vision.about.contact
    if contact:
        book.paragraph(_("To say more, or to take back a yes:"), style=DOCUMENT_BOLD)
        book.prose(contact)


def draw_glossary(book: Report, _known: PlanContext) -> None:
    """Say what the words of the plan mean."""
    columns = (Column(_("Word"), 1.0), Column(_("What it means here"), 3.0))
    draw_table(book, columns, [(_(word), _(meaning)) for word, meaning in _WORDS], points=10)


def draw_credits(book: Report, known: PlanContext) -> None:
    """Name whose methods these are."""
    kinds = {source.what for source in sources_with_voices(known.vision)}
    book.paragraph(_(CREDIT))
    book.paragraph(_(_TOGETHER))
    if SourceKind.CAFE in kinds:
        book.paragraph(_(_CAFE))
    if SourceKind.OPEN_SPACE in kinds:
        book.paragraph(_(_OPEN_SPACE))


METHOD = Chapter("method", N_("How we counted"), draw_method, runs_on=True)
CONSENT = Chapter("consent", N_("What people agreed to"), draw_consent, runs_on=True)
GLOSSARY = Chapter("glossary", N_("Words we use"), draw_glossary, runs_on=True)
CREDITS = Chapter("credits", N_("Whose methods these are"), draw_credits, runs_on=True)
