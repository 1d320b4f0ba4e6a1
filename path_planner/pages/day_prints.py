"""Prints of a day together, and what happens with what was said after it."""

from datetime import date

from path_planner.i18n import N_, _
from path_planner.ui.components.basics import heading
from path_planner.ui.event.after import answers, into_a_path, into_a_plan
from path_planner.ui.event.frame import open_event_page
from path_planner.ui.event.prints import prints
from path_planner.ui.vision.components import apply_component_css, part_tabs

PARTS = {"prints": N_("Prints"), "after": N_("Answers, plans and PATHs")}

context = open_event_page("day_prints")
apply_component_css()
if part_tabs("prints", PARTS) == "prints":
    prints(context.document, date.today())  # noqa: DTZ011  (the day where the people are)
else:
    heading(_("Answers"), 2)
    answers(context.document)
    heading(_("Into a community plan"), 2)
    into_a_plan()
    heading(_("Into a PATH"), 2)
    into_a_path(context)
