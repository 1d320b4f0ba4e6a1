"""What the plan still lacks, said gently: nothing is held back because of it."""

import streamlit as st

from path_planner.domain.vision.vision import Vision
from path_planner.evidence.gaps import Gaps, gaps
from path_planner.evidence.weighing import chosen
from path_planner.ui.parts import lines
from path_planner.ui.vision.at_first import not_yet
from path_planner.words import say, say_many


def hints(vision: Vision) -> None:
    """Show how many things are still missing, and which when it is opened."""
    if not chosen(vision) and not vision.actions:
        sentence = say("No priority is chosen yet. That is decided in the step “Prioritise”.")
        not_yet(vision, sentence, "prioritise", say("Go to “Prioritise”"))
        return
    missing = gaps(vision)
    if not missing.missing:
        return
    title = say_many(
        "{count} thing is still missing", "{count} things are still missing", missing.missing
    )
    with st.expander(title, icon=":material/lightbulb:"):
        lines(hints_of(missing))


def hints_of(missing: Gaps) -> list[str]:
    """Say each thing that is missing, in one sentence."""
    return [
        *(say("“{title}” has no action yet.", title=one.title) for one in missing.no_action),
        *(say("Who does this? “{what}”", what=one.what) for one in missing.nobody),
        *(say("By when? “{what}”", what=one.what) for one in missing.no_day),
        *(say("How will you know? “{outcome}”", outcome=one.statement)
          for one in missing.no_measure),
        *(say("Which priority does this come from? “{what}”", what=one.what)
          for one in missing.from_nothing),
    ]  # fmt: skip
