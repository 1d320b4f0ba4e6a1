"""The community plan as PDF: what many said, what was chosen, and what will be done."""

from path_planner.exports.base import VisionExport
from path_planner.exports.vision.plan.document import quoted_ids, whole
from path_planner.i18n import N_

EXPORTS = (
    VisionExport(
        name=N_("The community plan (PDF)"),
        key="plan",
        suffix=".pdf",
        mime="application/pdf",
        render=whole,
        quoted_ids=quoted_ids,
    ),
)
