"""The community plan as PDF: what many said, what was chosen, and what will be done."""

from path_planner.exports.base import VisionExport, all_quotable
from path_planner.exports.vision.plan.document import whole
from path_planner.i18n import N_

EXPORTS = (
    VisionExport(
        name=N_("The community plan (PDF)"),
        key="plan",
        suffix=".pdf",
        mime="application/pdf",
        render=whole,
        quoted_ids=all_quotable,
    ),
)
