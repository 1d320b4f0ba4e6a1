"""The facts about a day, what is promised, and what the people who came agreed to."""

from functools import partial

import streamlit as st

from path_planner.domain.base import MOST_LETTERS, MOST_LETTERS_IN_A_LINE
from path_planner.domain.event.event import Event
from path_planner.i18n import N_, _, language_name
from path_planner.methods.registry import methods
from path_planner.services.context import EventContext, EventResult
from path_planner.services.event.documents import agree, close, describe, promise, reopen
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import confirm_button, heading, paragraph
from path_planner.ui.components.choices import language_choices
from path_planner.ui.context import on_click_run

PROMISES = {
    "can_change": N_("What can change because of this day?"),
    "cannot_change": N_("What cannot change?"),
    "who_decides": N_("Who decides?"),
    "promise": N_("What do we promise to do with what is said?"),
}


def details(event: Event) -> None:
    """Show the facts about a day; each field saves itself."""
    about = event.about
    left, right = st.columns(2)
    with left:
        _line(_("Title"), "title", about.title)
        autosave.text_area(
            _("Question of the day"),
            about.question,
            partial(_describe, "question"),
            "question",
            max_chars=MOST_LETTERS,
            height="content",
        )
        _method(event)
    with right:
        autosave.date_input(_("Date"), about.held_on, partial(_describe, "held_on"), "held on")
        _line(_("Place"), "place", about.place)
        _line(_("Who invites, and will answer?"), "sponsor", about.sponsor)
        autosave.select(
            _("Language"),
            list(dict.fromkeys((*language_choices(), about.language))),
            about.language,
            partial(_describe, "language"),
            "language",
            format_func=language_name,
        )


def _method(event: Event) -> None:
    known = methods()
    choices = list(dict.fromkeys((*known, event.about.method)))
    autosave.radio(
        _("How do you meet?"),
        choices,
        event.about.method,
        partial(_describe, "method"),
        "method",
        format_func=lambda name: _(known[name].title) if name in known else name,
        horizontal=False,
    )


def promises(event: Event) -> None:
    """Show what is promised up front, and until when people get an answer."""
    paragraph(_("Say it before anybody speaks. It stands on the wall and in the letter."))
    left, right = st.columns(2)
    for place, (field, question) in enumerate(PROMISES.items()):
        with left if place % 2 == 0 else right:
            autosave.text_area(
                _(question),
                getattr(event.limits, field),
                partial(_promise, field),
                f"promise {field}",
                max_chars=MOST_LETTERS,
                height="content",
            )
    with left:
        autosave.date_input(
            _("People get an answer by"),
            event.about.answer_by,
            partial(_describe, "answer_by"),
            "answer by",
        )


def consent(event: Event) -> None:
    """Show what the people who came agreed to as a group; each line has its own level too."""
    paragraph(
        _(
            "Each line says for itself how far it may be shared, and starts with “only for people "
            "here”. Nothing at all leaves this day before the people who came said yes."
        )
    )
    left, right = st.columns(2)
    with left:
        for field, words in (
            ("share", _("They agreed that lines may go into a plan, as each line says")),
            ("drawings", _("They agreed that drawings and pictures may be shown too")),
        ):
            autosave.checkbox(
                words, getattr(event.agreed, field), partial(_agree, field), f"agreed {field}"
            )
    with right:
        autosave.text_input(
            _("How were they asked, and by whom?"),
            event.agreed.how,
            partial(_agree, "how"),
            "agreed how",
            max_chars=MOST_LETTERS,
        )
        autosave.date_input(
            _("Agreed on"), event.agreed.given_on, partial(_agree, "given_on"), "agreed on"
        )


def closing(context: EventContext) -> None:
    """Show the button that closes the day, or that opens it again."""
    heading(_("When the day is over"), 2)
    if context.document.about.closed_at is not None:
        st.button(
            _("Open the day again"),
            key=state.key("reopen the day"),
            icon=":material/lock_open:",
            on_click=on_click_run,
            args=(reopen,),
        )
        return
    paragraph(
        _(
            "Closing the day erases who sat with whom, for good. What was said stays. "
            "Print route cards before, if you still need them."
        )
    )
    confirm_button(
        "close the day",
        _("Close the day"),
        _("Close the day now? Who sat with whom is erased for good."),
        partial(on_click_run, close),
        yes=_("Yes, close it"),
    )


def _line(label: str, field: str, value: str) -> None:
    autosave.text_input(
        label, value, partial(_describe, field), field, max_chars=MOST_LETTERS_IN_A_LINE
    )


def _describe(field: str, context: EventContext, value: object) -> EventResult:
    return describe(context, **{field: value})


def _promise(field: str, context: EventContext, value: object) -> EventResult:
    return promise(context, **{field: value})


def _agree(field: str, context: EventContext, value: object) -> EventResult:
    return agree(context, **{field: value})
