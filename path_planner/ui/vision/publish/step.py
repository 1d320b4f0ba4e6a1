"""Publish: checks, documents, and a record of what was downloaded."""

from functools import partial

import streamlit as st

from path_planner.domain.base import MOST_LETTERS, sorted_records
from path_planner.domain.vision.plan import LICENCE_WORDS, Licence
from path_planner.domain.vision.sources import Publication, Withdrawal
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import _, format_datetime, ngettext
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.vision.publication import (
    mark_notified,
    set_licence,
    set_licence_words,
    sign_off,
)
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import heading, lines, paragraph, placeholder
from path_planner.ui.vision.components import apply_component_css, not_yet, step_intro
from path_planner.ui.vision.publish.checks import checks
from path_planner.ui.vision.publish.documents import documents, names_of_documents

_MOST = 20


def downloaded_documents(vision: Vision) -> None:
    """Show the downloaded documents, the last first."""
    heading(_("What has been shared"), 2)
    documents = sorted(
        sorted_records(vision.printed), key=lambda document: document.at, reverse=True
    )
    if not documents:
        placeholder(_("Nothing has been shared yet."))
        return
    lines([_said(document) for document in documents[:_MOST]])
    if (more := len(documents) - _MOST) > 0:
        paragraph(ngettext("… and {count} more", "… and {count} more", more))


def _said(printed: Publication) -> str:
    name = names_of_documents().get(printed.what, printed.what)
    voices = ngettext("{count} quote", "{count} quotes", len(printed.voices))
    return _(
        "{document}, {moment}: {voices}",
        document=name,
        moment=format_datetime(printed.at),
        voices=voices,
    )


def withdrawals(vision: Vision) -> None:
    """Show each withdrawal with the documents downloaded before, and whether people were told."""
    all_withdrawals = sorted(
        sorted_records(vision.withdrawals), key=lambda withdrawal: withdrawal.at, reverse=True
    )
    if not all_withdrawals:
        return
    heading(_("What was withdrawn"), 2)
    for withdrawal in all_withdrawals:
        with st.container(border=True, key=f"withdrawal-{withdrawal.id}", gap="small"):
            _withdrawal(vision, withdrawal)


def _withdrawal(vision: Vision, withdrawal: Withdrawal) -> None:
    what = (
        _("Everything from one source")
        if withdrawal.whole_source
        else ngettext("{count} voice", "{count} voices", withdrawal.voices)
    )
    paragraph(_("{what}, withdrawn on {moment}.", what=what, moment=format_datetime(withdrawal.at)))
    touched = [
        vision.printed[document_id]
        for document_id in withdrawal.printed
        if document_id in vision.printed
    ]
    if not touched:
        paragraph(_("It was not in any document that has been shared."), "facts")
        return
    paragraph(_("It was in documents that have been shared. Tell the people who have them:"))
    lines([_said(document_id) for document_id in touched])
    autosave.checkbox(
        _("They have been told"),
        withdrawal.told,
        partial(_told, withdrawal.id),
        f"told {withdrawal.id}",
    )


def _told(withdrawal_id: str, context: VisionContext, told_now: bool) -> VisionResult:
    return mark_notified(context, withdrawal_id, told_now)


def show(context: VisionContext) -> None:
    """Show this step of the vision."""
    apply_component_css()
    heading(_("Share"))
    paragraph(_("You cannot get paper back. So check first, then make the documents."), "lead")
    vision = context.document
    step_intro("publish", begun=bool(vision.printed))
    if not (vision.voices or vision.priorities or vision.actions or vision.printed):
        sentence = _("There is nothing to print yet. Gather voices first.")
        not_yet(vision, sentence, "gather", _("Go to “Gather”"))
        return
    left, made = st.columns([5, 6], gap="large")
    with left:
        checks(context.document)
        _signing_off(context.document)
        _licence(context.document)
    with made:
        documents(context)
    downloaded_documents(context.document)
    withdrawals(context.document)


def _licence(vision: Vision) -> None:
    """Show what others may do with the documents; nobody has agreed to anything by itself."""
    heading(_("What can others do with it?"), 2)
    paragraph(
        _(
            "The words belong to the people who said them. Choose a licence "
            "only if they agreed to it. Every document says what you choose."
        )
    )
    autosave.select(
        _("Licence"),
        list(Licence),
        vision.about.licence,
        set_licence,
        "licence",
        format_func=lambda licence: _(LICENCE_WORDS[licence]),
    )
    if vision.about.licence is Licence.OTHER:
        autosave.text_area(
            _("What can others do with it, in your words?"),
            vision.about.licence_words,
            set_licence_words,
            "licence words",
            max_chars=MOST_LETTERS,
        )


def _signing_off(vision: Vision) -> None:
    heading(_("Has the easy read version been checked?"), 2)
    paragraph(
        _(
            "People with learning disabilities read it and say if it is clear. "
            "Until they have signed it off, every page says it is a draft."
        )
    )
    autosave.checkbox(
        _("They have signed it off"),
        vision.about.signed_off,
        sign_off,
        "signed off",
    )
