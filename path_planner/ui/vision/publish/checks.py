"""Checks that a group should make before anything is printed."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from path_planner import stamps as box
from path_planner.analysis.ranking import themes_that_matter, without_easy_words
from path_planner.domain.base import MOST_LETTERS, sorted_records
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.exports.vision.easy_read.model import picture_for
from path_planner.exports.vision.easy_read.readability import (
    MOST_WORDS,
    WHERE_WORDS,
    Hard,
    hard_to_read,
)
from path_planner.exports.vision_memo import memo_by_revision
from path_planner.i18n import _, ngettext
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.vision.privacy.pii_checks import unchecked
from path_planner.services.vision.privacy.small_groups import small_group_warning
from path_planner.services.vision.publication import set_easy_read_text
from path_planner.services.vision.themes import set_picture
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import escape_markdown, heading, lines, paragraph
from path_planner.ui.context import on_click_run
from path_planner.ui.vision.gather.updates import outdated_sources
from path_planner.ui.vision.privacy.own_texts import in_own_words, places_in_own_words
from path_planner.ui.vision.privacy.quotes import identifying_quotes, unchecked_findings

_MOST_SENTENCES = 12
too_long = memo_by_revision(hard_to_read)
"""Returns the texts that are too hard to read, by their place."""
missing_easy_words = memo_by_revision(without_easy_words)
"""Returns the themes of the easy read edition that have no easy words."""


def easy_wordings(vision: Vision) -> None:
    """Show texts that are hard to read, with a field for an easier wording beside them."""
    hard_texts = too_long(vision)
    paragraph(
        _(
            "Easy read has no more than {count} words in a sentence. "
            "Only people can make it easier: the computer splits long "
            "sentences at a comma, and does not change any words.",
            count=MOST_WORDS,
        ),
        "facts",
    )
    for hard in hard_texts[:_MOST_SENTENCES]:
        with st.container(border=True, key=f"easy-{hard.collection}-{hard.id}", gap="small"):
            _one(hard)
    if (more := len(hard_texts) - _MOST_SENTENCES) > 0:
        paragraph(ngettext("{count} more is long.", "{count} more are long.", more))


def _one(hard: Hard) -> None:
    said = [f"{sentence.sentence} ({sentence})" for sentence in hard.sentences]
    paragraph(_(WHERE_WORDS[hard.collection]), "kicker")
    lines(said)
    _easy_field(hard.collection, hard.id, hard.easy)


def _easy_field(collection: str, record_id: str, easy: str) -> None:
    autosave.text_area(
        _("In easy words"),
        easy,
        partial(_word, collection, record_id),
        f"easy {collection} {record_id}",
        height="content",
        max_chars=MOST_LETTERS,
        placeholder=_("Short sentences. One idea each."),
    )


def _word(collection: str, record_id: str, context: VisionContext, words: str) -> VisionResult:
    return set_easy_read_text(context, collection, record_id, words)


_INK = "#22303c"
_NONE = ""


def themes_to_word(vision: Vision) -> None:
    """Show the themes of the easy read edition that have no easy words, each with a field."""
    paragraph(
        ngettext(
            "Easy read has the {count} theme that matters most to people, in easy words.",
            "Easy read has the {count} themes that matter most to people, in easy words.",
            len(themes_that_matter(vision)),
        )
        + " "
        + _("A theme without easy words is left out. Only people can find them."),
        "facts",
    )
    for theme in missing_easy_words(vision):
        with st.container(border=True, key=f"easy-themes-{theme.id}", gap="small"):
            paragraph(theme.name, "kicker")
            if theme.statement:
                paragraph(theme.statement)
            _easy_field("themes", theme.id, theme.easy)


def theme_pictures(vision: Vision) -> None:
    """Show the picture of each theme, or a proposal to say yes to, and all stamps to choose from.

    What nobody chose is not printed.
    """
    paragraph(
        _(
            "Choose a picture for each theme. The computer proposes one, and can be wrong. "
            "Without a yes, no picture is printed."
        ),
        "facts",
    )
    for theme in sorted_records(vision.themes):
        with st.container(horizontal=True, vertical_alignment="bottom", key=f"picture-{theme.id}"):
            _shown(theme)
            _choice(theme)


def _shown(theme: Theme) -> None:
    if box.has(theme.picture):
        _stamp(theme.picture)
        return
    found = picture_for(f"{theme.name} {theme.easy or theme.statement}", _NONE)
    if found:
        _stamp(found)
        st.button(
            _("Use this picture: {name}", name=escape_markdown(box.find(found).words)),
            icon=":material/check:",
            key=state.key(f"propose {theme.id}"),
            on_click=on_click_run,
            args=(set_picture, theme.id, found),
        )


def _stamp(icon: str) -> None:
    drawn = box.svg_of(icon, _INK)
    st.html(f'<div class="stamp" aria-hidden="true">{drawn}</div>', width="content")


def _choice(theme: Theme) -> None:
    stamps = [_NONE, *(icon.id for area in box.areas() for icon in area.icons)]
    autosave.select(
        escape_markdown(theme.name),
        stamps,
        theme.picture if box.has(theme.picture) else _NONE,
        partial(_set, theme.id),
        f"picture {theme.id}",
        format_func=_named,
    )


def _named(icon: str) -> str:
    return box.find(icon).words if icon else _("No picture")


def _set(theme_id: str, context: VisionContext, icon: str) -> VisionResult:
    return set_picture(context, theme_id, icon)


def names_left(vision: Vision) -> None:
    """Show the quotes with PII findings, to be reworded or confirmed."""
    paragraph(
        ngettext(
            "{count} quote has not been checked by a person yet.",
            "{count} quotes have not been checked by a person yet.",
            len(unchecked(vision)),
        )
    )
    if not unchecked_findings(vision):
        paragraph(_("The check found no names, places or numbers in them. It can miss some."))
        return
    paragraph(
        _("The check can be wrong. A person decides: change the words or leave them in."),
        "facts",
    )
    identifying_quotes(vision)


_MOST = 8
_few = memo_by_revision(small_group_warning)


def checks(vision: Vision) -> None:
    """Show each check: one line if it is fine, else an expander."""
    heading(_("Check first"), 2)
    outdated_sources(vision)
    _names(vision)
    _own_words(vision)
    _few_people(vision)
    _statements(vision)
    _unheard(vision)
    _easy_themes(vision)
    _easy(vision)
    if vision.themes:
        _open(_("Pictures of the themes"), lambda: theme_pictures(vision))


def _names(vision: Vision) -> None:
    findings = unchecked_findings(vision)
    if findings:
        title = ngettext(
            "{count} quote could identify someone",
            "{count} quotes could identify someone",
            len(findings),
        )
        _open(title, lambda: names_left(vision), expanded=True)
    elif unchecked(vision):
        title = _("No names were found, but not all the quotes have been read by a person")
        _open(title, lambda: names_left(vision))
    else:
        _well(_("Every quote has been checked by a person."))


def _own_words(vision: Vision) -> None:
    entries = in_own_words(vision)
    if not entries:
        _well(_("Nothing is marked in what you wrote yourselves."))
        return
    title = ngettext(
        "{count} place in your own words could identify someone",
        "{count} places in your own words could identify someone",
        len(entries),
    )
    has_known_name = any(entry.is_known for entry in entries)
    _open(title, lambda: places_in_own_words(vision), expanded=has_known_name)


def _few_people(vision: Vision) -> None:
    warnings = [str(warning) for warning in _few(vision)]
    if not warnings:
        _well(_("No group is so small that someone stands out."))
        return
    title = ngettext(
        "People could be recognised in {count} place: fewer than five are known",
        "People could be recognised in {count} places: fewer than five are known",
        len(warnings),
    )
    _open(title, lambda: _listed(warnings))


def _statements(vision: Vision) -> None:
    names = [theme.name for theme in sorted_records(vision.themes) if not theme.statement]
    if not names:
        _well(_("Every theme has a statement."))
        return
    title = ngettext(
        "{count} theme has no “I” or “we” statement yet",
        "{count} themes have no “I” or “we” statement yet",
        len(names),
    )
    _open(title, lambda: _listed(names))


def _unheard(vision: Vision) -> None:
    missing_groups = sorted_records(vision.unheard)
    if not missing_groups:
        paragraph(
            _(
                "You have not recorded anyone as not heard. "
                "Is that right? You can add this in the plan."
            ),
            "check",
        )
        return
    title = ngettext(
        "{count} group of people was not heard, and the plan says so",
        "{count} groups of people were not heard, and the plan says so",
        len(missing_groups),
    )
    _open(title, lambda: _listed([group.who for group in missing_groups]))


def _easy_themes(vision: Vision) -> None:
    missing = missing_easy_words(vision)
    if missing:
        title = ngettext(
            "{count} theme is missing from easy read: it has no easy words",
            "{count} themes are missing from easy read: they have no easy words",
            len(missing),
        )
        _open(title, lambda: themes_to_word(vision))
    elif vision.themes:
        _well(_("The themes that matter most are in easy words."))


def _easy(vision: Vision) -> None:
    hard_texts = too_long(vision)
    if not hard_texts:
        _well(_("No sentence is too long for easy read."))
        return
    title = ngettext(
        "{count} sentence is too long for easy read",
        "{count} sentences are too long for easy read",
        len(hard_texts),
    )
    _open(title, lambda: easy_wordings(vision))


def _open(title: str, show: Callable[[], None], *, expanded: bool = False) -> None:
    with st.expander(title, expanded=expanded, icon=":material/visibility:"):
        show()


def _well(sentence: str) -> None:
    paragraph(f"✓ {sentence}", "check well")


def _listed(texts: Sequence[str]) -> None:
    lines(list(texts[:_MOST]))
    if (more := len(texts) - _MOST) > 0:
        paragraph(ngettext("… and {count} more", "… and {count} more", more))
