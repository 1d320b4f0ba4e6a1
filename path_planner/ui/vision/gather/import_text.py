"""Import of conversations from files or pasted text, with a form for their details."""

from functools import partial
from typing import Any

import streamlit as st

from path_planner.domain.base import MOST_LETTERS, MOST_LETTERS_IN_A_LINE
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.domain.vision.sources import SOURCE_WORDS, SourceKind
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import SHARE_WORDS, Share
from path_planner.errors import NothingGathered
from path_planner.i18n import _, language_name, ngettext
from path_planner.services.context import VisionContext, newer_stored
from path_planner.services.vision.anonymised_copy import SourceDetails
from path_planner.services.vision.imports.conversation import AboutRecord
from path_planner.services.vision.imports.files import ENDINGS
from path_planner.services.vision.sources import GatherResult, add_file, add_record
from path_planner.storage.limits import MOST_MEGABYTES
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import escape_markdown, heading, paragraph, title_of
from path_planner.ui.components.choices import language_choices
from path_planner.ui.stores import session_store
from path_planner.ui.vision.gather.import_result import (
    FILES,
    PASTED,
    ImportTask,
    import_and_rerun,
    run_imports,
)
from path_planner.ui.vision.gather.import_sessions import about_path, gather_stored
from path_planner.ui.vision.gather.preview import Preview, preview_file, preview_text
from path_planner.ui.vision.gather.sources import KINDS, MOST_PEOPLE

_ROUND = "gather files round"
_ENDINGS = ["json", *ENDINGS]

ROLES = (Role.OTHER, *(role for role in Role if role is not Role.OTHER))
"""The choice that records nothing."""


def drop_files(context: VisionContext) -> None:
    """Show the upload field, ask for the details of each file, and import them."""
    name = f"files {state.recall(_ROUND, 0)}"
    files = st.file_uploader(
        _("Drop files here, or choose them"),
        type=_ENDINGS,
        max_upload_size=MOST_MEGABYTES,
        accept_multiple_files=True,
        key=state.key(name),
    )
    if not files:
        return
    plans = [file for file in files if file.name.lower().endswith(".json")]
    records = [file for file in files if file not in plans]
    about, about_them = SourceDetails(), AboutRecord()
    if plans:
        paragraph(ngettext("{count} PATH plan", "{count} PATH plans", len(plans)), "strong")
        about = about_path(name)
    previews = _previews(context.document, records, name)
    if records:
        about_them = about_record(context.document, f"{name} record", _kind(previews))
    here = _choose_newer(plans, name)
    readable = [(file, preview) for file, preview in previews if not preview.refused]
    if not plans and not readable:
        # Why nothing can be added was told above.
        return
    clear = all(preview.record is not None for _file, preview in readable)
    ready = (not readable or about_them.agreed) and clear and bool(plans or readable)
    pressed = st.button(
        _label(plans, [preview for _file, preview in readable]),
        key=state.key("gather these files"),
        type="primary",
        icon=":material/input:",
        disabled=not ready,
        help=None if ready else _why_not(clear),
    )
    if pressed:
        state.remember(_ROUND, state.recall(_ROUND, 0) + 1)
        deeds = [
            ImportTask(
                file.name,
                partial(gather_stored, stored, about) if stored else partial(_gather, file, about),
            )
            for file, stored in zip(plans, here, strict=True)
        ]
        deeds += [
            ImportTask(file.name, partial(_gather_preview, preview, file.name, about_them))
            for file, preview in readable
        ]
        import_and_rerun(FILES, deeds)


def _previews(vision: Vision, records: list[Any], name: str) -> list[tuple[Any, Preview]]:
    """Show what each record holds before anything of it is kept."""
    if not records:
        return []
    heading(_("Look before it comes in"), 2)
    paragraph(_("Nothing is kept until you press Add."))
    previews: list[tuple[Any, Preview]] = []
    for number, file in enumerate(records):
        with st.container(border=True, key=f"look-{number}"):
            key = f"{name} look {number}"
            previews.append((file, preview_file(vision, file.name, file.getvalue(), key)))
    return previews


def _kind(previews: list[tuple[Any, Preview]]) -> SourceKind:
    """Return the kind of record that is offered: in writing, if any of them is a form."""
    records = [preview.record for _file, preview in previews if preview.record is not None]
    return SourceKind.WRITTEN if any(record.is_form for record in records) else SourceKind.CAFE


def _label(plans: list[Any], previews: list[Preview]) -> str:
    voices = sum(
        len(preview.record.utterances) for preview in previews if preview.record is not None
    )
    if plans or not voices:
        count = len(plans) + len(previews)
        return ngettext("Gather {count} file", "Gather {count} files", count)
    return ngettext("Add {count} voice", "Add {count} voices", voices)


def _why_not(clear: bool) -> str:
    if not clear:
        return _("Please answer the open question about the file first.")
    return _("Please tick to say the people in these conversations agreed.")


def _choose_newer(plans: list[Any], name: str) -> list[str]:
    """Ask for each file of a PATH that is newer here which one to take.

    Return for each file the id of the PATH to take from here instead, or an empty string.
    """
    return [_newer_to_take(file, f"{name} newer {number}") for number, file in enumerate(plans)]


def _newer_to_take(file: Any, name: str) -> str:
    here = newer_stored(session_store(), file.getvalue())
    if here is None:
        return ""
    from_here = st.radio(
        escape_markdown(
            _(
                "“{title}” is already here, with newer changes than this file.",
                title=title_of(here),
            )
        ),
        [True, False],
        format_func=lambda is_here: (
            _("Use the one that is here") if is_here else _("Use the older file")
        ),
        key=state.key(name),
    )
    return here.id if from_here else ""


def _gather(file: Any, about: SourceDetails, context: VisionContext) -> GatherResult:
    return add_file(context, file.name, file.getvalue(), about, AboutRecord())


def _gather_preview(
    preview: Preview, name: str, about: AboutRecord, context: VisionContext
) -> GatherResult:
    if preview.record is None:
        raise NothingGathered
    kept_as = about.kept_as or name[:MOST_LETTERS_IN_A_LINE]
    return add_record(
        context, preview.record, about._replace(kept_as=kept_as, mapping=preview.mapping)
    )


_TEXT_ROUND = "paste round"
_DRAFT = "paste draft"


def paste(context: VisionContext) -> None:
    """Show the field for a pasted record, and the questions about it."""
    # A new widget key after each import: the imported text is not there any more.
    name = f"paste {state.recall(_TEXT_ROUND, 0)}"
    text = _text(state.key(f"{name} text"))
    preview = (
        preview_text(context.document, text, f"{name} look") if text.strip() else Preview(None)
    )
    about = about_record(context.document, name)
    ready = preview.record is not None and about.agreed
    pressed = st.button(
        _("Add this conversation"),
        key=state.key("add conversation"),
        type="primary",
        icon=":material/add:",
        disabled=not ready,
        help=None if ready else _("Write what was said, and tick to say people agreed."),
    )
    if pressed:
        tally = run_imports(
            [ImportTask(_("This conversation"), partial(_gather_preview, preview, "", about))]
        )
        tally.remember(PASTED)
        if not tally.troubles:
            state.remember(_TEXT_ROUND, state.recall(_TEXT_ROUND, 0) + 1)
            state.remember(_DRAFT, "")
        st.rerun()


def _text(key: str) -> str:
    if not state.has_widget(key):
        # Streamlit forgets a widget that is not shown: somebody may have looked at another step.
        state.set_widget_value(key, state.recall(_DRAFT, ""))
    return st.text_area(
        _("What was said, one voice on each line"),
        key=key,
        height=180,
        on_change=autosave.saving(key, partial(_remember, key)),
    )


def _remember(key: str) -> None:
    # A save that the next run finishes may find that its widget is gone.
    if state.has_widget(key):
        state.remember(_DRAFT, state.widget_value(key, ""))


def about_record(vision: Vision, name: str, kind: SourceKind = SourceKind.CAFE) -> AboutRecord:
    """Show the questions about a conversation; `name` is unique on the page."""
    left, right = st.columns(2)
    with left:
        facts = _when_and_where(name, kind)
    with right:
        facts |= _who(vision, name)
    share, agreed, how = _agreed(name)
    return AboutRecord(
        **facts,
        share=share,
        agreed=agreed,
        given_on=facts["held_on"],
        how=how,
    )


def _when_and_where(name: str, kind: SourceKind) -> dict[str, Any]:
    return {
        "what": st.selectbox(
            _("What was it?"),
            KINDS,
            index=KINDS.index(kind),
            key=state.key(f"{name} kind {kind}"),
            format_func=lambda kind: _(SOURCE_WORDS[kind]),
        ),
        "place": st.text_input(
            _("Where was it?"),
            key=state.key(f"{name} where"),
            max_chars=MOST_LETTERS_IN_A_LINE,
            autocomplete="off",
        ),
        "held_on": st.date_input(
            _("When was it?"),
            value=None,
            min_value=autosave.EARLIEST,
            key=state.key(f"{name} when"),
            format="DD/MM/YYYY",
        ),
    }


def _who(vision: Vision, name: str) -> dict[str, Any]:
    return {
        "role": st.selectbox(
            _("What was their role, if the record does not say?"),
            ROLES,
            key=state.key(f"{name} role"),
            format_func=_role,
        ),
        "group": st.text_input(
            _("Who was there, in words they would use themselves?"),
            key=state.key(f"{name} group"),
            max_chars=MOST_LETTERS_IN_A_LINE,
            autocomplete="off",
        ),
        "people": int(
            st.number_input(
                _("How many people were there? (0 if you do not know)"),
                0,
                MOST_PEOPLE,
                key=state.key(f"{name} people"),
            )
        ),
        "language": st.selectbox(
            _("Language"),
            list(dict.fromkeys((vision.about.language, *language_choices()))),
            key=state.key(f"{name} language"),
            format_func=language_name,
        ),
    }


def _role(role: Role) -> str:
    return _("Not recorded") if role is Role.OTHER else _(ROLE_WORDS[role])


def _agreed(name: str) -> tuple[Share, bool, str]:
    share = st.radio(
        _("How can these voices be shared?"),
        [Share.THEME, Share.QUOTE],
        key=state.key(f"{name} share"),
        format_func=lambda share: _(SHARE_WORDS[share]),
    )
    agreed = st.checkbox(
        _("The people who said it agreed to this"), key=state.key(f"{name} agreed")
    )
    how = st.text_input(
        _("How were they asked?"),
        key=state.key(f"{name} how"),
        max_chars=MOST_LETTERS,
        autocomplete="off",
    )
    return share, agreed, how
