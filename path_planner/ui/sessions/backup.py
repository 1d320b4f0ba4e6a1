"""Save everything in one zip, and open such a backup: nothing that is here is replaced."""

from datetime import date

import streamlit as st

from path_planner.domain.base import Document
from path_planner.i18n import _, ngettext
from path_planner.services import backup
from path_planner.storage.protocol import FileState
from path_planner.ui import state
from path_planner.ui.components.basics import paragraph
from path_planner.ui.components.downloads import Offer, download_button
from path_planner.ui.components.messages import attempt_action, notice
from path_planner.ui.stores import all_stores

_ROUND, _OPENED, _RESULT = "backup round", "backup opened", "backup result"


def backup_section(today: date) -> None:
    """Show the download of everything, and the field that opens such a file."""
    with st.expander(_("Save everything, open a backup"), icon=":material/inventory_2:"):
        _save(today)
        _open_field()
    _ask()
    for sentence in state.recall(_RESULT, ()):
        notice(sentence)


def _save(today: date) -> None:
    entries = [summary for store in all_stores() for summary in store.summaries()]
    if not entries:
        return
    paragraph(
        _(
            "One zip with the newest state of every PATH and every vision, as readable files. "
            "What was deleted is not in it. It is not encrypted: keep it where you would keep "
            "the paper."
        )
    )
    unreadable = sum(summary.state is not FileState.OK for summary in entries)
    if unreadable:
        paragraph(
            ngettext(
                "{count} file cannot be read and will not be in it.",
                "{count} files cannot be read and will not be in it.",
                unreadable,
            ),
            "needed",
        )
    offer = Offer(
        file_name=f"{today.isoformat()}_path-planner-backup{backup.SUFFIX}",
        mime="application/zip",
        content=lambda: backup.save_backup(all_stores()).content,
    )
    download_button(_("Save everything"), offer, "save-everything")


def _open_field() -> None:
    field_key = f"open-backup-{state.recall(_ROUND, 0)}"
    st.file_uploader(
        _("Open a backup: a zip from “Save everything”"),
        type=[backup.SUFFIX.removeprefix(".")],
        max_upload_size=backup.MOST_PACKED // 2**20,
        key=field_key,
        on_change=_read,
        args=(field_key,),
    )


def _read(field_key: str) -> None:
    chosen = state.widget_value(field_key)
    if chosen is None:
        return
    state.remember(_RESULT, ())
    state.remember(_OPENED, None)
    attempt_action(lambda: _open(chosen.getvalue()))
    # A new field for the next file.
    state.remember(_ROUND, state.recall(_ROUND, 0) + 1)


def _open(content: bytes) -> None:
    contents = backup.read_backup(content)
    if different := backup.compare(all_stores(), contents).different:
        state.remember(_OPENED, (content, len(different)))
    else:
        _add(contents, copies=False)


def _ask() -> None:
    """Ask what to do with documents that are here with other content."""
    opened: tuple[bytes, int] | None = state.recall(_OPENED)
    if opened is None:
        return
    content, different = opened
    with st.container(border=True, key="backup-question"):
        notice(
            ngettext(
                "{count} of these is already here, with other content. "
                "Nothing that is here will be replaced. What do you want?",
                "{count} of these are already here, with other content. "
                "Nothing that is here will be replaced. What do you want?",
                different,
            )
        )
        with st.container(horizontal=True):
            _answer(_("Add them as copies"), "backup-copies", content, copies=True)
            _answer(_("Add only what is new"), "backup-new", content, copies=False)


def _answer(label: str, key: str, content: bytes, *, copies: bool) -> None:
    st.button(label, key=key, on_click=_chosen, args=(content,), kwargs={"copies": copies})


def _chosen(content: bytes, *, copies: bool) -> None:
    if state.recall(_OPENED) is None:
        # The second press of a double click.
        return
    state.remember(_OPENED, None)
    attempt_action(lambda: _add(backup.read_backup(content), copies=copies))


def _add(contents: backup.Contents, *, copies: bool) -> None:
    found = backup.compare(all_stores(), contents)
    added = backup.add_documents(all_stores(), (*found.new, *(found.different if copies else ())))
    state.remember(_RESULT, _sentences(added, found, contents.unreadable))


def _sentences(
    added: tuple[Document, ...], found: backup.Comparison, unreadable: tuple[str, ...]
) -> tuple[str, ...]:
    """Return what came of a backup, in sentences."""
    count = len(added)
    sentences = [
        ngettext("{count} was added from the backup.", "{count} were added from the backup.", count)
    ]
    if found.same:
        sentences.append(
            ngettext(
                "{count} was here already, just as it is in the backup.",
                "{count} were here already, just as they are in the backup.",
                len(found.same),
            )
        )
    sentences.extend(
        _("{file}: this file in the backup is damaged, so it was left out.", file=name)
        for name in unreadable
    )
    return tuple(sentences)
