"""Convert marks to elements of Excalidraw, the drawing program on the wall, and back."""

from path_planner.formats.excalidraw.images import files_of, files_of_piece
from path_planner.formats.excalidraw.marks import elements_of, mark_of
from path_planner.formats.excalidraw.wall_elements import elements_of_piece

__all__ = ["elements_of", "elements_of_piece", "files_of", "files_of_piece", "mark_of"]
