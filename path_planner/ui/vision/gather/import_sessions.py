"""Import of PATHs from the store: which of their voices would be imported, and why not."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from path_planner.domain.base import MOST_LETTERS_IN_A_LINE
from path_planner.domain.session import Session
from path_planner.domain.vision.sources import MAY_TRAVEL
from path_planner.domain.vision.vision import Vision
from path_planner.errors import PlannerError
from path_planner.i18n import _, format_date, ngettext
from path_planner.services.context import VisionContext
from path_planner.services.vision.anonymised_copy import SourceDetails, source_of
from path_planner.services.vision.sources import GatherResult, add_session
from path_planner.storage.protocol import FileState, SessionSummary
from path_planner.ui import state
from path_planner.ui.components.basics import escaped, paragraph, placeholder, title_of
from path_planner.ui.stores import session_store
from path_planner.ui.vision.gather.import_result import PATHS, ImportTask, import_and_rerun

_SHOWN = 12
_ROUND = "gather paths round"


def choose_paths(context: VisionContext) -> None:
    """Show the PATHs of the store, and import the chosen ones."""
    entries = {
        summary.id: summary
        for summary in session_store().summaries()
        if summary.state is FileState.OK
    }
    if not entries:
        placeholder(_("There are no PATHs here yet. You can add files or a conversation."))
        return
    chosen = _chosen(context.document, entries)
    about = about_path("paths")
    if chosen:
        _preview(context.document, chosen, entries)
    pressed = st.button(
        ngettext("Gather {count} PATH", "Gather {count} PATHs", len(chosen)),
        key=state.key("gather these paths"),
        type="primary",
        icon=":material/input:",
        disabled=not chosen,
    )
    if pressed:
        state.remember(_ROUND, state.recall(_ROUND, 0) + 1)
        import_and_rerun(
            PATHS,
            [
                ImportTask(title_of(entries[session_id]), partial(gather_stored, session_id, about))
                for session_id in chosen
            ],
        )


def _chosen(vision: Vision, entries: dict[str, SessionSummary]) -> list[str]:
    # A new widget key after each import: imported PATHs are not selected any more.
    field = state.key(f"gather paths {state.recall(_ROUND, 0)}")
    # PATHs that were deleted meanwhile cannot stay selected.
    state.set_widget_value(
        field, [session_id for session_id in state.widget_value(field, []) if session_id in entries]
    )
    new = [entry for entry in entries if _has_news(vision, entries[entry])]
    with st.container(horizontal=True, vertical_alignment="bottom", key="choose-paths"):
        chosen: list[str] = st.multiselect(
            _("Choose PATHs"),
            list(entries),
            format_func=lambda entry: _name(vision, entries[entry]),
            key=field,
            placeholder=_("Title or name"),
        )
        st.button(
            ngettext("Choose {count} new one", "Choose all {count} new ones", len(new)),
            key=state.key("choose all new"),
            on_click=state.set_widget_value,
            args=(field, new),
            disabled=not new,
        )
    return chosen


def _has_news(vision: Vision, entry: SessionSummary) -> bool:
    source = source_of(vision, entry.id)
    if source is None:
        return all(withdrawal.session != entry.id for withdrawal in vision.withdrawals.values())
    return entry.revision > source.revision


def _name(vision: Vision, entry: SessionSummary) -> str:
    title = title_of(entry)
    source = source_of(vision, entry.id)
    if source is None:
        return title
    if entry.revision > source.revision:
        return _("{title} (gathered, changed since)", title=title)
    return _("{title} (gathered)", title=title)


def about_path(name: str) -> SourceDetails:
    """Show the fields for details that the imported PATHs share."""
    left, right = st.columns(2)
    with left:
        place = st.text_input(
            _("Where they live, if they agree to say"),
            key=state.key(f"{name} place"),
            placeholder=_("Town or area only, no address"),
            max_chars=MOST_LETTERS_IN_A_LINE,
            autocomplete="off",
        )
    with right:
        group = st.text_input(
            _("How they describe themselves, for example “older people”"),
            key=state.key(f"{name} group"),
            max_chars=MOST_LETTERS_IN_A_LINE,
            autocomplete="off",
        )
    drawings = st.checkbox(
        _("They agreed to show their drawings, and someone has checked them"),
        key=state.key(f"{name} drawings"),
    )
    return SourceDetails(place=place, group=group, drawings=drawings)


def _preview(vision: Vision, chosen: list[str], entries: dict[str, SessionSummary]) -> None:
    lines = "".join(_line(vision, entries[session_id]) for session_id in chosen[:_SHOWN])
    st.html(f'<ul class="comes-in">{lines}</ul>')
    more = len(chosen) - _SHOWN
    if more > 0:
        paragraph(ngettext("And {count} more.", "And {count} more.", more))


def _line(vision: Vision, entry: SessionSummary) -> str:
    comes, why = _what_comes(vision, entry)
    kind = "" if comes else ' class="no"'
    title = escaped(title_of(entry))
    return f'<li dir="auto"{kind}>{title}<span>{escaped(" ".join(why))}</span></li>'


def _what_comes(vision: Vision, entry: SessionSummary) -> tuple[bool, Iterable[str]]:
    try:
        session = session_store().open(entry.id).document
    except PlannerError as error:
        return False, [str(error)]
    source = source_of(vision, entry.id)
    if session.consent.share is not True:
        if source:
            return False, [_("Its people no longer agree to share it, so it will be removed.")]
        return False, [
            _(
                "Nothing will be added: its people have not "
                "agreed to share it (see the “Prepare” page)."
            )
        ]
    back = [
        withdrawal.at
        for withdrawal in vision.withdrawals.values()
        if withdrawal.session == entry.id
    ]
    if back and source is None:
        day = format_date(max(back).date())
        return False, [_("It was withdrawn on {day}, so it stays out.", day=day)]
    return True, _numbers(session)


def _numbers(session: Session) -> list[str]:
    comes = sum(voice.share in MAY_TRAVEL for voice in session.voices.values())
    stays = len(session.voices) - comes
    told_so = [ngettext("{count} voice will be added.", "{count} voices will be added.", comes)]
    if stays:
        told_so.append(
            ngettext(
                "{count} will stay out because it is private or for the circle.",
                "{count} will stay out because they are private or for the circle.",
                stays,
            )
        )
    return told_so


def gather_stored(session_id: str, about: SourceDetails, context: VisionContext) -> GatherResult:
    """Add a PATH that is in the store to a vision."""
    return add_session(context, session_store().open(session_id).document, about)
