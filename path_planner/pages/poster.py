"""Poster: see it, choose the paper, take it home."""

from path_planner.ui.frame import open_page

room = open_page("poster")
