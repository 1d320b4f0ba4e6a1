"""Present page: the current stage in large type, for the shared screen."""

from path_planner.ui.live_updates import remember_revision
from path_planner.ui.page_frame import open_page
from path_planner.ui.present.stage_view import stage_view

context = open_page("present", titled=False, bare=True)
stage_view(remember_revision(context.document))
