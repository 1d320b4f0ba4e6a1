"""Sentences about names, consent and licence, each derived from what was checked and chosen."""

from collections.abc import Iterator

from path_planner.analysis.publication_facts import Marks, PublicationFacts
from path_planner.domain.vision.plan import LICENCE_ADDRESSES, LICENCE_WORDS, Licence
from path_planner.i18n import _, ngettext


def unread_notice(marks: Marks | None) -> str:
    """Return the warning of a document that was made with marked places unread; or nothing."""
    if not marks or not marks.in_all:
        return ""
    return ngettext(
        "Not checked: {count} place in this edition could identify someone, "
        "and nobody has confirmed that it can be printed.",
        "Not checked: {count} places in this edition could identify someone, "
        "and nobody has confirmed that they can be printed.",
        marks.in_all,
    )


def name_notes(facts: PublicationFacts) -> Iterator[str]:
    """Say what was done so that nobody is recognised by a name, a place or a number."""
    if notice := unread_notice(facts.marks):
        yield notice
    if facts.bracketed:
        yield ngettext(
            "In {count} quote, words in square brackets stand for "
            "something that was taken out, such as a name.",
            "In {count} quotes, words in square brackets stand for "
            "something that was taken out, such as a name.",
            facts.bracketed,
        )
    if facts.quotes:
        yield _read(facts)
    if facts.marks is None:
        yield _("The computer did not look for names in it.")
    elif not facts.marks.in_all:
        yield _(
            "The computer looked for names, places and numbers too. People decided "
            "about everything that it marked. It does not find everything."
        )


def _read(facts: PublicationFacts) -> str:
    if not facts.unread:
        return _("A person read every quote, and looked for names, places and numbers.")
    if not facts.read:
        return _("Nobody has read the quotes yet to look for names, places and numbers.")
    return ngettext(
        "{count} quote has not been read by a person to look for names, places and numbers.",
        "{count} quotes have not been read by a person to look for names, places and numbers.",
        facts.unread,
    )


def consent_notes(facts: PublicationFacts) -> Iterator[str]:
    """Say who agreed to what, and how that is known."""
    if facts.paths:
        yield ngettext(
            "In {count} PATH, people agreed to share it. For each voice, they chose: "
            "count it only, quote it without a name, or quote it with a name.",
            "In {count} PATHs, people agreed to share them. For each voice, they chose: "
            "count it only, quote it without a name, or quote it with a name.",
            facts.paths,
        )
    if facts.records:
        yield ngettext(
            "For {count} conversation or survey, those who brought it in said that the people "
            "in it agreed to share it. One choice stands for everything that was said there.",
            "For {count} conversations or surveys, those who brought them in said that the people "
            "in them agreed to share them. One choice stands for everything that was said in each.",
            facts.records,
        )
    if undated := facts.paths + facts.records - facts.dated:
        yield ngettext(
            "For {count} source, nobody recorded when people agreed.",
            "For {count} sources, nobody recorded when people agreed.",
            undated,
        )
    if facts.drawings:
        yield _("A drawing is shown only if the people who made it agreed.")


def licence_notes(facts: PublicationFacts, whose: str, contact: str) -> Iterator[str]:
    """Say whose it is and what others may do with it, as far as the group decided that."""
    yield _("The words and drawings belong to the people who said and drew them.")
    if facts.licence in LICENCE_ADDRESSES:
        yield _(
            "The group that publishes this chose the licence: {licence}.",
            licence=_(LICENCE_WORDS[facts.licence]),
        )
        yield _("Please name them like this: {whose}.", whose=whose)
        yield _(
            "The full text of the licence is at {address}",
            address=LICENCE_ADDRESSES[facts.licence],
        )
    elif facts.licence is Licence.OTHER and facts.licence_words:
        yield _("What the group that publishes this allows: {words}", words=facts.licence_words)
    else:
        yield _(
            "This is not licensed for re-use. If you want to use "
            "it elsewhere, ask the people who made it."
        )
    if facts.licence_words and facts.licence in LICENCE_ADDRESSES:
        yield facts.licence_words
    if contact.strip():
        yield _("Ask: {contact}", contact=" ".join(contact.split()))
