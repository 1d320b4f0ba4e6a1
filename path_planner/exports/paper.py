"""Papers a poster can be printed on, landscape."""

from enum import StrEnum


class Paper(StrEnum):
    """A size of paper; the wall is a piece of a paper roll."""

    A4 = "A4"
    A3 = "A3"
    A2 = "A2"
    A1 = "A1"
    A0 = "A0"
    WALL = "wall"

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height in millimetres, in landscape."""
        return _SIZES[self]

    @property
    def aspect(self) -> float:
        """Return the ratio of width to height."""
        width, height = self.size
        return width / height


_SIZES = {
    Paper.A4: (297.0, 210.0),
    Paper.A3: (420.0, 297.0),
    Paper.A2: (594.0, 420.0),
    Paper.A1: (841.0, 594.0),
    Paper.A0: (1189.0, 841.0),
    Paper.WALL: (1829.0, 914.0),
}
SHEETS = (Paper.A4, Paper.A3)
"""Paper sizes of ordinary printers, from which a poster can be tiled."""
