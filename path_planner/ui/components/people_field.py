"""The field for the next line with people: who speaks, and what is chosen for the line."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from path_planner import i18n
from path_planner.domain.voice import EXPRESSED_WORDS, Expressed, Share
from path_planner.i18n import _, plural_forms
from path_planner.ui.components.person_select import SHARE_IN_SHORT
from path_planner.ui.sync.component import Change

Choice = Mapping[str, Any]


class Named(Protocol):
    """Somebody with an id and a name."""

    @property
    def id(self) -> str:
        """Return the id."""

    @property
    def name(self) -> str:
        """Return the name, as it is shown."""


class Speaker(NamedTuple):
    """Somebody by the name that is shown, which need not be their own."""

    id: str
    name: str


def people_data(
    people: Sequence[Named],
    legend: str,
    choices: Sequence[Choice],
    *,
    first: str | None = None,
    nobody: str = "",
    park: str = "",
    chips: bool = True,
    newcomers: bool = True,
) -> dict[str, Any]:
    """Return what the field is told; `first` is who is chosen at first.

    Without `chips` nobody is shown to be chosen, but a line that begins with somebody’s name is
    still theirs. Only with `newcomers` can somebody be added to the people.
    """
    return {
        "legend": legend,
        "chips": chips,
        "people": [
            {"id": person.id, "name": person.name, "short": short_name(people, person)}
            for person in people
        ],
        "first": first or "",
        "nobody": nobody or _("No name"),
        "add": _("Someone new") if newcomers else "",
        "newName": _("Their name, then Enter"),
        "choices": list(choices),
        "says": _("{name} says this.", name="{name}"),
        "keep": _("Keep as typed"),
        "language": i18n.bcp47_tag(),
        "pasted": plural_forms(
            "You pasted one line.", "You pasted {count} lines. Add each one separately?"
        ),
        "each": _("Add {count}", count="{count}"),
        "one": _("Keep as one"),
        "park": park,
    }


def short_name(people: Sequence[Named], person: Named) -> str:
    """Return the first name of a person, with an initial or whole where others have the same."""
    for shortened in (_first_name, _with_initial):
        short = shortened(person.name)
        if [shortened(other.name) for other in people].count(short) == 1:
            return short
    return person.name


def _first_name(name: str) -> str:
    return name.partition(" ")[0]


def _with_initial(name: str) -> str:
    parts = name.split()
    return f"{parts[0]} {parts[-1][0]}." if len(parts) > 1 else name


def supported_choice(people: Sequence[Named], *more: list[str]) -> Choice:
    """Return the list of who supports the person that speaks, and `more` options before them."""
    options = [
        [person.id, _("Supported by {name}", name=short_name(people, person))] for person in people
    ]
    first = ["", _("Supported by nobody")]
    return list_choice("supported_by", _("Supported by"), [first, *more, *options], "")


def expressed_choice() -> Choice:
    """Return the list of how somebody says it."""
    options = [[each.value, _(EXPRESSED_WORDS[each])] for each in Expressed]
    return list_choice("expressed", _("How was it said?"), options, Expressed.SAID.value)


def share_choice(words: Mapping[Share, str] = SHARE_IN_SHORT) -> Choice:
    """Return the list of share levels, in short; `words` are message ids."""
    options = [[each.value, _(words[each])] for each in Share]
    return list_choice("share", _("How can it be shared?"), options, Share.CIRCLE.value)


def list_choice(
    name: str, label: str, options: Sequence[Sequence[str]], value: str, *, stays: bool = False
) -> Choice:
    """Return a list of options, each a value and its label.

    A choice that `stays` is not about the person who speaks: it is the same for the next one.
    """
    facts = {"name": name, "label": label, "kind": "list", "options": options, "value": value}
    return {**facts, "stays": True} if stays else facts


def person_in(people: Mapping[str, object], line: Change, name: str) -> str | None:
    """Return the id of somebody chosen for a line, if they are (still) one of the people."""
    chosen = text_of(line, name)
    return chosen if chosen in people else None


def text_of(line: Change, name: str) -> str:
    """Return what was chosen for a line, or an empty string."""
    chosen = _chosen(line).get(name)
    return chosen if isinstance(chosen, str) else ""


def manner_of(line: Change) -> dict[str, Any]:
    """Return how a line was said and how far it is shared: what was chosen, if it is valid."""
    how, share = text_of(line, "expressed"), text_of(line, "share")
    facts: dict[str, Any] = {"expressed": how} if how in set(Expressed) else {}
    return {**facts, "share": share} if share in set(Share) else facts


def _chosen(line: Change) -> Mapping[str, object]:
    chosen = line.get("chosen")
    return chosen if isinstance(chosen, Mapping) else {}
