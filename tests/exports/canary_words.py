"""Words that are looked for in every document: some must be there, and some must not."""

from itertools import count


class Canaries:
    """Words nobody says by chance, by where they were put."""

    def __init__(self, first: int = 11) -> None:
        """Begin with this number: sets that begin far apart have no word in common."""
        self.told: dict[str, str] = {}
        """Must be found in the documents that hold everything."""
        self.kept: dict[str, str] = {}
        """Must be found nowhere."""
        self._number = count(first)

    def yes(self, place: str) -> str:
        """Return a word that may be told."""
        return self.told.setdefault(place, f"Larkword{next(self._number)}q")

    def no(self, place: str) -> str:
        """Return a word that may not; it is fit for an id too."""
        return self.kept.setdefault(place, f"xjackdaw{next(self._number)}z")
