"""Empty answers: what people write into a field of a survey that they do not want to fill in."""

import unicodedata

_LONGEST = 40
_EMPTY = frozenset(
    ("na", "nil", "nill", "none", "none at all", "none really", "none thanks", "none thank you",
     "none that i can think of", "none i can think of", "nothing", "nothing at all",
     "nothing really", "nothing to add", "nothing else", "nothing else to add", "nothing more",
     "nothing comes to mind", "nothing to say", "nothing i can think of",
     "nothing that i can think of", "nuffin", "nuffink", "nuthin", "nothin", "nothink", "nowt",
     "no comment", "no comments", "no answer", "no response", "not applicable", "not answered",
     "no further comment", "no further comments", "blank", "left blank", "null", "xx", "xxx",
     # Welsh, German, French, Spanish, Italian, Polish, Dutch, Portuguese
     "dim", "dim byd", "dim sylw", "dim sylwadau", "nichts", "keine", "keine angabe", "ka",
     "kein kommentar", "rien", "aucun", "aucune", "neant", "sans objet", "pas de commentaire",
     "nada", "ninguno", "ninguna", "niente", "nessuno", "nessuna", "nic", "brak", "nie dotyczy",
     "niets", "geen", "nvt", "nenhum", "nenhuma"),
)  # fmt: skip


def is_empty_answer(text: str) -> bool:
    """Whether a text says nothing, such as “n/a”, “none” or “-”, in one of several languages.

    “No” and “don’t know” are answers. Signs without a letter are empty, a picture is not.
    """
    if len(text) > _LONGEST:
        return False
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(
        sign if sign.isalnum() else " " if sign.isspace() else ""
        for sign in folded
        if not unicodedata.combining(sign)
    )
    words = " ".join(letters.split())
    if not words:
        return not any(unicodedata.category(sign) == "So" for sign in folded)
    return words in _EMPTY or words in {"x", "n a"}
