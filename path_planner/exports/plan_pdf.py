"""The community plan as PDF: what many said, what was chosen, and what will be done."""

from path_planner.exports.plan.whole import whole
from path_planner.exports.vision_export import VisionExport
from path_planner.words import mark

VISION_EXPORT = VisionExport(
    name=mark("The community plan (PDF)"),
    key="plan",
    suffix=".pdf",
    mime="application/pdf",
    render=whole,
)
