"""One person planning at home: stop and go on another day, and invite somebody to a stage.

Whoever is invited reads what is shown before: the question and the words of one stage, but
nothing private. They add their own words on a page that leads nowhere else.
"""

from functools import partial

import streamlit as st

from path_planner.domain.base import MOST_LETTERS, MOST_LETTERS_IN_A_LINE, sorted_records
from path_planner.domain.people import Person
from path_planner.domain.session import Session, person_named
from path_planner.domain.voice import Share, Voice
from path_planner.exports.session.handouts_pdf import invitation, words_for_guests
from path_planner.i18n import _, ngettext
from path_planner.processes.model import Stage
from path_planner.processes.prompts import (
    pathfinder_name,
    question_for_others,
    stage_title,
)
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.people import add_person, people_in_order
from path_planner.services.session.voices import change_voice, write_voice
from path_planner.ui import state
from path_planner.ui.components.basics import (
    escape_markdown,
    escaped,
    heading,
    link,
    paragraph,
    placeholder,
    session_title,
)
from path_planner.ui.components.downloads import Offer, download_button, made_from
from path_planner.ui.components.line_input import line_field, line_input
from path_planner.ui.components.people_field import share_choice, text_of
from path_planner.ui.components.undo_delete import delete_button, undo_delete_bar
from path_planner.ui.context import on_click_run
from path_planner.ui.stores import session_store
from path_planner.ui.sync.component import Change
from path_planner.ui.walk import people_field
from path_planner.ui.walk.stages import GUEST, View, show_view, stage_heading


def one_person_buttons() -> None:
    """Show the buttons at the foot of a stage: invite somebody, stop for today."""
    st.button(
        _("Invite somebody"),
        key=state.key("invite"),
        icon=":material/person_add:",
        on_click=show_view,
        args=(View.INVITATION,),
    )
    st.button(
        _("Stop for today"),
        key=state.key("stop for today"),
        icon=":material/pause:",
        on_click=show_view,
        args=(View.PAUSE,),
    )


def pause_view(session: Session, stage: Stage) -> None:
    """Say that all is kept, and where one goes on."""
    heading(_("That is enough for today"))
    paragraph(
        _(
            "Everything is saved on this computer. When you open “{title}” again, you go on "
            "with “{stage}”.",
            title=session_title(session),
            stage=stage_title(session, stage),
        ),
        "lead",
    )
    with st.container(horizontal=True, key="answers", gap="small"):
        link("sessions", _("To your PATHs"), icon=":material/home:", key="pause home")
        _back_button(_("Go on now"))


def _back_button(label: str) -> None:
    st.button(
        label,
        key=state.key("back to the stage"),
        icon=":material/arrow_back:",
        on_click=show_view,
        args=(View.STAGE,),
    )


def invitation_view(session: Session, stage: Stage) -> None:
    """Show whom to invite, and just what they will read; each line can be kept private."""
    title = stage_title(session, stage)
    st.html(f'<p class="kicker" dir="auto">{escaped(stage_heading(session, stage))}</p>')
    heading(_("Invite somebody to “{stage}”", stage=title))
    paragraph(_("They read only what is shown here, and add their own words to it."), "lead")
    reads, who = st.columns([3, 2], gap="large")
    with reads, st.container(border=True, key="what-they-read"):
        heading(_("What they will read"), 2)
        _what_they_read(session, stage)
    with who:
        heading(_("Who would you like to invite?"), 2)
        _guests(session)
        line_input(
            _("Somebody else: their name, then Enter"),
            _add_guest,
            "new guest",
            max_chars=MOST_LETTERS_IN_A_LINE,
        )
        _printed(session, stage)
        _back_button(_("Back to your PATH"))


def _what_they_read(session: Session, stage: Stage) -> None:
    st.html(f'<p class="asked" dir="auto">{escaped(question_for_others(session, stage))}</p>')
    voices = words_for_guests(session, stage.id)
    if not voices:
        placeholder(_("Only the question, and none of your words."))
    for voice in voices:
        with st.container(
            horizontal=True, vertical_alignment="center", key=f"they-read-{voice.id}"
        ):
            st.html(f'<p class="parked" dir="auto">{escaped(voice.text)}</p>')
            st.button(
                _("Keep private"),
                key=state.key(f"keep private {voice.id}"),
                type="tertiary",
                icon=":material/lock:",
                on_click=on_click_run,
                args=(partial(change_voice, share=Share.PRIVATE), voice.id),
            )
    private = sum(
        voice.share is Share.PRIVATE for voice in sorted_records(session.voices, stage.id)
    )
    if private:
        paragraph(
            ngettext(
                "{count} private line stays with you.",
                "{count} private lines stay with you.",
                private,
            ),
            "quiet",
        )


def _guests(session: Session) -> None:
    pathfinder = session.about.pathfinder.person
    for person in people_in_order(session):
        if person.id != pathfinder:
            st.button(
                _("Open it for {name}", name=escape_markdown(person.name)),
                key=state.key(f"guest {person.id}"),
                icon=":material/person:",
                on_click=show_view,
                args=(View.STAGE,),
                kwargs={GUEST: person.id},
            )


def _add_guest(context: SessionContext, name: str) -> SessionResult:
    if person_named(context.document, name):
        return SessionResult(context.document)
    return add_person(context, name, present=False)


def _printed(session: Session, stage: Stage) -> None:
    paragraph(_("Or give it to them on paper, with lines to write on."), "quiet")
    offer = Offer(
        file_name=f"{session.id}_{stage.id}_{session.revision}_invitation.pdf",
        mime="application/pdf",
        content=made_from(session_store, session.id, partial(invitation, stage_id=stage.id)),
    )
    download_button(_("Invitation (PDF)"), offer, state.key("invitation"), facts=f"{stage.id}")


def guest_of(session: Session) -> Person | None:
    """Return who is invited, as the address says; the page is nobody's if they are gone."""
    person_id = state.query_param(GUEST)
    if person_id and person_id not in session.people:
        show_view(View.STAGE, **{GUEST: ""})
    return session.people.get(person_id)


def guest_view(session: Session, stage: Stage, guest: Person) -> None:
    """Show somebody who is invited the question and the words of one stage, and a field."""
    owner = pathfinder_name(session)
    st.html(f'<p class="kicker" dir="auto">{escaped(_("The PATH of {name}", name=owner))}</p>')
    heading(question_for_others(session, stage))
    paragraph(
        _("{guest}, {name} invites you to add to this.", guest=guest.name, name=owner), "lead"
    )
    with st.container(key="add-voice"):
        line_field(
            _("What would you like to add?"),
            partial(_write_as, guest.id, stage.id),
            f"guest {stage.id} {guest.id}",
            placeholder=_("Write, then press Enter"),
            max_chars=MOST_LETTERS,
            people=people_field.people_data(
                session,
                _("Who is speaking?"),
                [share_choice()],
                first=guest.id,
                chips=False,
            ),
        )
    undo_delete_bar("voices", said_by=guest.id)
    voices = sorted_records(session.voices, stage.id)
    _list(_("What you added"), [voice for voice in voices if voice.said_by == guest.id], own=True)
    visible = words_for_guests(session, stage.id)
    _list(
        _("What is already there"),
        [voice for voice in visible if voice.said_by != guest.id],
        own=False,
    )
    with st.container(key="way-on", horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            _("I am done"),
            key=state.key("guest is done"),
            icon=":material/check:",
            type="primary",
            on_click=show_view,
            args=(View.STAGE,),
            kwargs={GUEST: ""},
        )
        paragraph(_("Then give the screen back to {name}.", name=owner), "quiet")


def _list(title: str, voices: list[Voice], *, own: bool) -> None:
    if not voices:
        return
    heading(title, 2)
    for voice in voices:
        with st.container(horizontal=True, vertical_alignment="center", key=f"there-{voice.id}"):
            st.html(f'<p class="parked" dir="auto">{escaped(voice.text)}</p>')
            if own:
                delete_button("voices", voice)


def _write_as(guest_id: str, stage_id: str, context: SessionContext, line: Change) -> SessionResult:
    share = text_of(line, "share")
    facts = {"share": share} if share in set(Share) else {}
    guest = guest_id if guest_id in context.document.people else None
    return write_voice(context, stage_id, line["text"], said_by=guest, **facts)
