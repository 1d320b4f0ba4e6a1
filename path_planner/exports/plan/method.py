"""How it was counted, what people agreed to, what words mean, and whose methods these are."""

from path_planner.domain.vision.source import SourceKind
from path_planner.evidence.counting import FEW
from path_planner.evidence.reading import sources_heard, unthemed
from path_planner.exports.plan.chapter import Chapter
from path_planner.exports.plan.known import Known
from path_planner.lettering.fonts import DOCUMENT_BOLD
from path_planner.pdf.book import Book
from path_planner.pdf.sheet_table import Column, draw_table
from path_planner.scene.strips import CREDIT
from path_planner.words import mark, say, say_many

_COUNTED = (
    mark("We count PATHs, conversations and people. We never count how often a thing was said."),
    mark("One voice can be in several themes. The numbers of the themes must not be added up."),
    mark(
        "Where nobody noted who spoke, all voices of that conversation count as one person. "
        "So the true number of people may be higher."
    ),
    mark("Names were taken out before the voices came into this plan."),
    mark("A computer may have suggested what is alike. People made the themes and named them."),
    mark("What people and what professionals said is shown apart and never mixed."),
    mark("No disagreement was averaged away, and no voice of one was left out."),
)
_AGREED = (
    mark("Every voice is here because its people agreed that it is shared."),
    mark("People chose for each voice: only count it, quote it without a name, or with a name."),
    mark("Words of voices that are only counted are printed nowhere in this plan."),
    mark("A drawing is shown only where its people agreed to that."),
    mark(
        "People can take back their yes at any time. Then it is taken out of the next edition. "
        "What is printed already cannot be called back."
    ),
)
_WORDS = (
    (mark("PATH"), mark("A meeting where people draw and plan a good life, from the dream back.")),
    (mark("Voice"), mark("One thing that was said, in the words it was said in.")),
    (mark("Voice of one"), mark("Something one person said that stands for itself.")),
    (mark("Theme"), mark("Voices that people put together, with a sentence they agreed on.")),
    (mark("Priority"), mark("What the group wants to work on.")),
    (mark("Outcome"), mark("How life is when it has worked.")),
    (mark("Measure"), mark("How we can tell, in a way that people chose.")),
    (mark("Must not be lost"), mark("A token for what matters though few may vote for it.")),
    (mark("From where people speak"), mark("Whether it is their own life, or their work.")),
    (
        mark("Q, S, T, C, D, P, A, O"),
        mark(
            "Voices, sources, themes, causes, disagreements, priorities, actions and outcomes. "
            "Each has a number, so that everything can be followed back to who said it."
        ),
    ),
)
_TOGETHER = mark(
    "The way from many plans to one follows Working Together for Change. Credit: Groundswell "
    "Partnership. It is told here in our own words."
)
_CAFE = mark("World Café: credit to the World Café Community Foundation, theworldcafe.com.")
_OPEN_SPACE = mark("Open Space was begun by Harrison Owen.")


def draw_method(book: Book, known: Known) -> None:
    """Write how it was counted, and what that cannot say."""
    book.bullets([say(one) for one in _COUNTED])
    book.heading(say("How many voices"), 2)
    book.bullets(_many(known))
    book.heading(say("Small numbers"), 2)
    book.paragraph(
        say(
            "Where fewer than {few} people said a thing, somebody could be recognised. "
            "Please do not try to find out who it was.",
            few=FEW,
        )
    )
    book.heading(say("Everything can be had"), 2)
    book.paragraph(
        say(
            "Everything that people agreed to share can be had as one file: voices, themes, "
            "votes, actions, drawings and this plan, in forms that others can open and use. "
            "Ask those who made this plan."
        )
    )


def _many(known: Known) -> list[str]:
    quoted = sum(known.quote(voice) is not None for voice in known.voices)
    silent, loose = len(known.voices) - quoted, len(unthemed(known.vision))
    told = [
        say_many("{count} voice was shared.", "{count} voices were shared.", len(known.voices)),
        say_many("{count} of them is quoted.", "{count} of them are quoted.", quoted),
        say_many(
            "{count} of them is counted and not quoted.",
            "{count} of them are counted and not quoted.",
            silent,
        ),
    ]
    if loose:
        told.append(
            say_many(
                "{count} voice is in no theme yet. It stands in the evidence.",
                "{count} voices are in no theme yet. They stand in the evidence.",
                loose,
            )
        )
    return told


def draw_consent(book: Book, known: Known) -> None:
    """Write what people agreed to, and how to change one's mind."""
    book.bullets([say(one) for one in _AGREED])
    contact = known.vision.about.contact
    if contact:
        book.paragraph(say("To say more, or to take back a yes:"), style=DOCUMENT_BOLD)
        book.prose(contact)


def draw_glossary(book: Book, _known: Known) -> None:
    """Say what the words of the plan mean."""
    columns = (Column(say("Word"), 1.0), Column(say("What it means here"), 3.0))
    draw_table(book, columns, [(say(word), say(meaning)) for word, meaning in _WORDS], points=10)


def draw_credits(book: Book, known: Known) -> None:
    """Name whose methods these are."""
    kinds = {source.what for source in sources_heard(known.vision)}
    book.paragraph(say(CREDIT))
    book.paragraph(say(_TOGETHER))
    if SourceKind.CAFE in kinds:
        book.paragraph(say(_CAFE))
    if SourceKind.OPEN_SPACE in kinds:
        book.paragraph(say(_OPEN_SPACE))


METHOD = Chapter("method", mark("How we counted"), draw_method, runs_on=True)
CONSENT = Chapter("consent", mark("What people agreed to"), draw_consent, runs_on=True)
GLOSSARY = Chapter("glossary", mark("Words we use"), draw_glossary, runs_on=True)
CREDITS = Chapter("credits", mark("Whose methods these are"), draw_credits, runs_on=True)
