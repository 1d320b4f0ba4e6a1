"""Columns as people and programs write them: what they can hold, usual headings, known exports."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from path_planner.i18n import N_


class Use(StrEnum):
    """What a column is used for."""

    WORDS = "words"
    TITLE = "title"
    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    QUESTION = "question"
    ROLE = "role"
    AGREES = "agrees"
    DISAGREES = "disagrees"
    THEME = "theme"
    MARKED = "marked"
    ROW = "row"
    STATUS = "status"
    LEAVE_OUT = "leave out"


USE_WORDS = {
    Use.WORDS: N_("The words"),
    Use.TITLE: N_("A title, put before the words"),
    Use.WHO: N_("Who said it (names are removed)"),
    Use.WHEN: N_("When"),
    Use.WHERE: N_("Where"),
    Use.QUESTION: N_("The question"),
    Use.ROLE: N_("Role"),
    Use.AGREES: N_("Likes or agreements"),
    Use.DISAGREES: N_("Dislikes or disagreements"),
    Use.THEME: N_("Theme"),
    Use.MARKED: N_("A theme with this name, where it is marked"),
    Use.ROW: N_("Number of the row or answer"),
    Use.STATUS: N_("Whether it was moderated out"),
    Use.LEAVE_OUT: N_("Leave it out"),
}
ONLY_ONE = (Use.WHO, Use.WHEN, Use.WHERE, Use.ROLE, Use.AGREES, Use.DISAGREES, Use.ROW, Use.STATUS)
"""Uses that one column has at most."""

# Headings as people and programs write them, by use: English, Welsh, German, French, Spanish,
# Italian, Polish and Dutch; normalised (no accents, lower case).
HEADINGS: Mapping[Use, Sequence[str]] = {
    Use.WORDS: (
        "text", "voice", "voices", "words", "what was said", "said", "quote", "comment",
        "comments", "comment text", "what", "statement", "answer", "response", "note", "notes",
        "message", "idea", "ideas", "feedback", "description", "body", "content", "comment-body",
        "your comment", "fft answer", "suggestion", "suggestions", "opinion", "sylw", "sylwadau",
        "ateb", "kommentar", "kommentare", "antwort", "beschreibung", "vorschlag", "wortlaut",
        "inhalt", "commentaire", "commentaires", "reponse", "texte", "description du projet",
        "avis", "comentario", "comentarios", "respuesta", "texto", "commento", "risposta", "testo",
        "komentarz", "opis", "odpowiedz", "tresc", "uwagi", "opmerking", "antwoord", "tekst",
        "coded text", "selected text", "segment",
    ),
    Use.TITLE: (
        "title", "titel", "titre", "titulo", "titolo", "tytul", "teitl", "subject",
    ),
    Use.WHO: (
        "who", "name", "speaker", "person", "said by", "by", "from", "participant", "author",
        "author-id", "author id", "author name", "your name", "first name", "full name",
        "username", "user", "user id", "respondent", "respondent id", "respondent-id",
        "created by", "enw", "vorname", "autor", "verfasser", "nutzer", "nom", "prenom", "auteur",
        "nombre", "autora", "nome", "autore", "imie", "nazwisko", "osoba", "naam", "case",
        "case name",
    ),
    Use.WHEN: (
        "when", "date", "day", "held on", "on", "time", "timestamp", "datetime", "created at",
        "created_at", "published at", "published_at", "start time", "completion time", "submitted",
        "submission date", "last updated", "dyddiad", "datum", "zeitstempel", "erstellt am",
        "horodateur", "fecha", "marca temporal", "data", "sygnatura czasowa", "tijdstempel",
    ),
    Use.WHERE: (
        "where", "place", "location", "venue", "site", "town", "city", "area", "ward", "district",
        "postcode", "event", "lle", "ardal", "ort", "stadt", "stadtteil", "lieu", "ville",
        "quartier", "lugar", "ciudad", "barrio", "luogo", "miejsce", "dzielnica", "plaats", "wijk",
        "trust", "organization", "organisation",
    ),
    Use.QUESTION: (
        "question", "prompt", "cwestiwn", "frage", "pregunta", "domanda", "pytanie", "vraag",
        "fft question", "proposed for project", "frame",
    ),
    Use.ROLE: (
        "role", "as", "kind of person", "group", "rol", "rolle", "gruppe", "groupe", "grupo",
    ),
    Use.AGREES: (
        "agrees", "likes", "votes", "upvotes", "supports", "supporters", "up votes", "votes up",
        "cached_votes_up", "endorsements", "endorsements total_count", "total_votes",
        "gefallt mir", "unterstutzer", "stimmen", "soutiens", "apoyos", "votos", "glosy",
        "total votes",
    ),
    Use.DISAGREES: (
        "disagrees", "dislikes", "downvotes", "down votes", "cached_votes_down",
    ),
    Use.THEME: (
        "theme", "themes", "tag", "tags", "code", "codes", "codename", "code name", "category",
        "category name", "categories", "label", "labels", "thema", "kategorie", "kategoria",
        "categorie", "theme name", "coded",
    ),
    Use.ROW: (
        "id", "comment-id", "comment id", "response id", "nr", "no", "number", "row", "reference",
        "row_index",
    ),
    Use.STATUS: (
        "moderated", "moderation", "hidden", "hidden at", "hidden_at",
    ),
}  # fmt: skip
PERSONAL = (
    "email", "e-mail", "mail", "phone", "telephone", "mobile", "ip", "ip address", "address",
    "last name", "surname", "date of birth", "dob", "url", "link", "nhs number",
)  # fmt: skip
NAMING = frozenset(
    ("name", "names", "surname", "enw", "heissen", "heisst", "vorname", "nachname", "namen", "nom",
     "prenom", "appelez", "appelles", "nombre", "apellido", "apellidos", "llamas", "llama", "nome",
     "cognome", "chiami", "chiama", "imie", "nazwisko", "nazywasz", "naam", "voornaam",
     "achternaam", "heet")
)  # fmt: skip
"""Words of a question for the name of a person, in the languages of `HEADINGS`; normalised."""
YOURS = frozenset(
    ("your", "you", "eich", "dy", "ihr", "ihren", "sie", "dein", "du", "votre", "vous", "ton", "tu",
     "su", "usted", "te", "suo", "ti", "twoje", "pana", "pani", "uw", "u", "je", "jouw")
)  # fmt: skip
"""“Your” and “you” in a question for the name of a person; normalised."""
REACHING = frozenset(
    ("address", "postcode", "zip", "phone", "telephone", "mobile", "email", "mail", "contact",
     "cyfeiriad", "post", "ffon", "adresse", "anschrift", "plz", "postleitzahl", "telefon",
     "telefonnummer", "handynummer", "wohnen", "courriel", "telephoner", "postal", "correo",
     "telefono", "direccion", "domicilio", "indirizzo", "cap", "adres", "pocztowy", "numer",
     "telefoonnummer")
)  # fmt: skip
"""Words of a question for an address or a number at which people are reached."""
USE_OF = {heading: use for use, headings in HEADINGS.items() for heading in headings}


class Known(NamedTuple):
    """The export of a program, known by some of its headings, and the use of its columns."""

    name: str
    headings: frozenset[str]
    """Those that it must have."""
    uses: Mapping[str, Use]
    passages: bool = False
    """Rows with the same words are one coded passage, each row with another code."""


def _known(name: str, must: str, *, passages: bool = False, **uses: str) -> Known:
    chosen = {
        heading: Use(use.replace("_", " "))
        for use, names in uses.items()
        for heading in names.split("|")
    }
    return Known(name, frozenset(must.split("|")), chosen, passages)


SHAPES = (
    _known(
        N_("Polis, comments"), "comment-id|author-id|comment-body", words="comment-body",
        who="author-id", agrees="agrees", disagrees="disagrees", row="comment-id",
        status="moderated", when="timestamp",
    ),
    _known(
        N_("Consul, comments"), "commentable_type|body", words="body", row="id",
        agrees="cached_votes_up", disagrees="cached_votes_down", when="created_at",
        who="author|username", status="hidden_at",
    ),
    _known(
        N_("Consul, proposals"), "title|description|cached_votes_up", title="title",
        words="description", row="id", agrees="cached_votes_up", when="created_at", who="author",
        status="hidden_at",
    ),
    _known(
        N_("Consul, comments"), "text|username|likes|dislikes", words="text", who="username",
        when="date", agrees="likes", disagrees="dislikes", where="city", question="project",
    ),
    _known(
        N_("Consul, proposals"), "title|description|author|comments|supporters", title="title",
        words="description", who="author", agrees="supporters", where="city",
        question="proposed for project",
    ),
    _known(
        N_("Decidim, comments"), "id|body|author id|depth|commentable_id", words="body",
        who="author id", row="id", when="created_at",
    ),
    _known(
        N_("Taguette"), "document|tag|content", words="content", theme="tag", row="id",
        passages=True,
    ),
    _known(
        N_("QualCoder"), "codename|coded|file", words="coded", theme="codename", passages=True,
    ),
    _known(
        N_("Mural"), "text|bg color", words="text", row="id", question="area", when="last updated",
        theme="tags",
    ),
    _known(
        N_("Friends and Family Test"), "fft answer|fft question", words="fft answer",
        question="fft question", row="comment id", when="date", who="respondent id", where="trust",
    ),
)  # fmt: skip
FORM = N_("a form, each question in a column of its own")
