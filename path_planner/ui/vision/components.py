"""Shared parts of the steps: introductions, tabs, names, counts, choices."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import streamlit as st

from path_planner.analysis.counts import count_all, count_of, count_sentence
from path_planner.analysis.queries import voices_in
from path_planner.domain.vision.sources import (
    STAKEHOLDER_GROUP_WORDS,
    SharedVoice,
    StakeholderGroup,
)
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import N_, _, ngettext
from path_planner.resources import package_file
from path_planner.ui import navigation, state
from path_planner.ui.components.basics import (
    escape_markdown,
    escaped,
    hidden,
    link,
    paragraph,
    placeholder,
)

PART = "part"

WHAT_FOR = {
    "gather": N_(
        "Collect what people said in their PATHs and in conversations. One person can "
        "do this in about half an hour. After that, the group sorts it in “Find themes”."
    ),
    "theme": N_(
        "Read the voices aloud and put together what belongs together. A group can do "
        "a hundred voices in about two hours. After that, you choose what to work on."
    ),
    "prioritise": N_(
        "Ask why things are like this, and choose what to work on first. A "
        "group needs one or two hours. After that, you plan who does what."
    ),
    "plan": N_(
        "Agree who does what, by when, and how you will know it worked. Allow about "
        "half an hour for each priority. After that, make the documents in “Share”."
    ),
    "publish": N_(
        "Check the plan, then make the documents. Two people can do it in "
        "about half an hour. A few months later, you review it together."
    ),
    "review": N_(
        "A few months later, say what happened with each action, and hear whether people "
        "agree. A group needs about two hours. After that, you plan what comes next."
    ),
}
"""The introductions by the name of the step."""
_CAME = "step of this window, and whether it had begun"


def apply_component_css() -> None:
    """Apply the style sheet that these steps share."""
    st.html(package_file("ui/vision/components.css"))


def part_tabs(step: str, titles: Mapping[str, str]) -> str:
    """Show the parts of a step as tabs; return the name of the selected one."""
    requested = state.query_param(PART)
    current = requested if requested in titles else next(iter(titles))
    with st.container(horizontal=True, key=f"parts-{step}", gap="small"):
        hidden(_("Showing: {part}", part=_(titles[current])))
        for name, title in titles.items():
            st.button(
                _(title),
                key=state.key(f"part {step} {name}"),
                type="primary" if name == current else "secondary",
                on_click=show_part,
                args=(name,),
            )
    return current


def show_part(part: str) -> None:
    """Show another part of this step."""
    navigation.show(**{PART: part})


def stakeholder_group_name(group: StakeholderGroup) -> str:
    """Return the name of a stakeholder group."""
    return _(STAKEHOLDER_GROUP_WORDS[group])


def reactions_to(voice: SharedVoice) -> Iterator[str]:
    """Yield how many agreed or not where a voice was collected; they are no votes of ours."""
    if voice.agrees:
        yield ngettext("{count} agreed there", "{count} agreed there", voice.agrees)
    if voice.disagrees:
        yield ngettext("{count} disagreed there", "{count} disagreed there", voice.disagrees)


def theme_name(vision: Vision, theme_id: str) -> str:
    """Return the name of a theme as plain text."""
    theme = vision.themes.get(theme_id)
    return theme.name if theme else _("A theme that has been deleted")


def priority_title(vision: Vision, priority_id: str) -> str:
    """Return the title of a priority as plain text."""
    priority = vision.priorities.get(priority_id)
    return priority.title if priority else _("A priority that has been deleted")


def priority_counts(vision: Vision, priority_id: str) -> str:
    """Return in how many PATHs and conversations the themes of a priority were said."""
    priority = vision.priorities[priority_id]
    voices = {voice.id: voice for theme in priority.themes for voice in voices_in(vision, theme)}
    if not voices:
        return _("No voices count towards it yet.")
    return count_sentence(count_of(vision, voices.values()), count_all(vision))


def theme_counts(vision: Vision, theme_id: str) -> str:
    """Return in how many PATHs and conversations a theme was said."""
    return count_sentence(count_of(vision, voices_in(vision, theme_id)), count_all(vision))


def facts(pairs: list[tuple[str, str]]) -> str:
    """Return pairs of a name and words as an HTML list; pairs without words are left out."""
    written = "".join(
        f'<div><dt>{escaped(name)}</dt><dd dir="auto">{escaped(words)}</dd></div>'
        for name, words in pairs
        if words
    )
    return f'<dl class="facts-of">{written}</dl>' if written else ""


def multiple_choice(
    label: str,
    options: Iterable[str],
    named: Callable[[str], str],
    key: str,
    *,
    chosen: Iterable[str] = (),
    changed: Callable[[str], None] | None = None,
) -> tuple[str, ...]:
    """Show toggle buttons of which several can be on; `named` returns the plain text of one."""
    offered = list(options)
    if not offered:
        # A question without choices would confuse people.
        return ()
    picked = st.pills(
        label,
        offered,
        selection_mode="multi",
        default=[option for option in chosen if option in offered],
        format_func=lambda option: escape_markdown(named(option)),
        key=key,
        on_change=changed,
        args=(key,) if changed else None,
        wrap=True,
    )
    return tuple(picked or ())


def line(words: str, kind: str, *, role: str = "") -> None:
    """Show a line with a CSS class of its own."""
    spoken = f' role="{role}"' if role else ""
    st.html(f'<p class="{kind}" dir="auto"{spoken}>{escaped(words)}</p>')


def chips(words: list[str], label: str = "") -> str:
    """Return names in a row, as HTML."""
    items = "".join(f'<li dir="auto">{escaped(word)}</li>' for word in words)
    called = f' aria-label="{escaped(label)}"' if label else ""
    return f'<ul class="chips"{called}>{items}</ul>' if items else ""


def step_intro(step: str, *, begun: bool) -> None:
    """Show the introduction of a step, unless the step had begun when this window opened it.

    It does not disappear while the window stays: the page below would move under the pointer, and
    Streamlit identifies an element by its place, so that a click on it would be lost.
    """
    opened_at = state.recall(_CAME)
    if opened_at is None or opened_at[0] != step:
        opened_at = (step, begun)
        state.remember(_CAME, opened_at)
    if not opened_at[1]:
        paragraph(_(WHAT_FOR[step]), "at-first")


def not_yet(vision: Vision, sentence: str, step: str, label: str) -> None:
    """Show what has to come first, with a link to that step."""
    placeholder(sentence)
    link("vision_builder", label, ":material/arrow_back:", vision=vision.id, step=step)
