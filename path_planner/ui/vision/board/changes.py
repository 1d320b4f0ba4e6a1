"""What the theming board tells: each change read as from a stranger, and kept by its use case."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, TypeAdapter, ValidationError

from path_planner.domain.record import RecordId
from path_planner.domain.text import Line, Words
from path_planner.errors import NotAChange, PlannerError
from path_planner.visioning.drafting import Step, in_one
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.theming import themes
from path_planner.visioning.theming.disagreeing import disagree, side
from path_planner.visioning.theming.merging import drop_theme, merge, split
from path_planner.visioning.undoing import undo

_MANY = 10_000
Ids = Annotated[tuple[RecordId, ...], Field(max_length=_MANY)]
Placed = Annotated[tuple[tuple[RecordId, RecordId], ...], Field(max_length=_MANY)]


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str


class Place(_Told):
    """Voices go into themes, come out of them, or stand alone."""

    do: Literal["place"]
    put: Placed = ()
    take: Placed = ()
    alone: Annotated[tuple[tuple[RecordId, StrictBool], ...], Field(max_length=_MANY)] = ()


class Make(_Told):
    """A new theme with its first voices, which may come out of others."""

    do: Literal["make"]
    theme: RecordId
    name: Line
    voices: Ids = ()
    take: Placed = ()


class Rename(_Told):
    """Another name."""

    do: Literal["rename"]
    theme: RecordId
    name: Line


class State(_Told):
    """A statement, and who of the steering group agreed to it."""

    do: Literal["state"]
    theme: RecordId
    statement: Words
    agreed: Ids = ()


class Merge(_Told):
    """One theme goes into another."""

    do: Literal["merge"]
    theme: RecordId
    into: RecordId


class Split(_Told):
    """Some voices of a theme become one of their own."""

    do: Literal["split"]
    theme: RecordId
    as_: RecordId = Field(alias="as")
    name: Line
    voices: Ids = ()


class Order(_Told):
    """A theme goes up or down."""

    do: Literal["order"]
    theme: RecordId
    steps: int = Field(ge=-_MANY, le=_MANY)


class Apart(_Told):
    """A theme is taken apart."""

    do: Literal["apart"]
    theme: RecordId


class _Side(BaseModel):
    words: Words = ""
    voices: Ids = ()


class Disagree(_Told):
    """Two sides that see it differently."""

    do: Literal["disagree"]
    about: Words
    theme: RecordId | None = None
    one: _Side = _Side()
    other: _Side = _Side()
    what_next: Words = ""


class Undo(_Told):
    """The last step of this window is taken back."""

    do: Literal["undo"]


_Any = Place | Make | Rename | State | Merge | Split | Order | Apart | Disagree | Undo
_READER: TypeAdapter[_Any] = TypeAdapter(Annotated[_Any, Field(discriminator="do")])


def take(meeting: Meeting, change: Mapping[str, Any]) -> Kept:
    """Keep one change of a board by its own id; told twice it is kept once."""
    try:
        told = _READER.validate_python(change)
        return _DEEDS[type(told)](replace(meeting, op_id=told.id), told)
    except (ValidationError, RecursionError, OverflowError):
        raise NotAChange from None
    except PlannerError:
        # A theme that was merged the first time cannot be merged again.
        if _is_kept(meeting, str(change.get("id"))):
            return Kept(meeting.vision)
        raise


def _is_kept(meeting: Meeting, op_id: str) -> bool:
    return any(step.op_id == op_id for step in meeting.store.history(meeting.vision.id))


def _place(meeting: Meeting, told: Place) -> Kept:
    return in_one(
        meeting,
        *_taken(told.take),
        *(partial(themes.place, voice_id=voice, theme_id=theme) for voice, theme in told.put),
        *(partial(themes.stand_alone, voice_id=voice, yes=yes) for voice, yes in told.alone),
    )


def _taken(placed: Iterable[tuple[str, str]]) -> list[Step]:
    return [partial(themes.take_from, voice_id=voice, theme_id=theme) for voice, theme in placed]


def _make(meeting: Meeting, told: Make) -> Kept:
    # The board has shown the theme under this id already.
    named = replace(meeting, fresh_id=lambda: told.theme)
    _must_be_new(meeting, told.theme)
    make = partial(themes.make_theme, name=told.name, voices=told.voices)
    return in_one(named, *_taken(told.take), make)


def _must_be_new(meeting: Meeting, theme_id: str) -> None:
    if theme_id in meeting.vision.themes:
        raise NotAChange


def _rename(meeting: Meeting, told: Rename) -> Kept:
    return themes.rename(meeting, told.theme, told.name)


def _state(meeting: Meeting, told: State) -> Kept:
    def agreeing(draft: Meeting) -> Kept:
        before = draft.vision.themes[told.theme].agreed_by
        no = [one for one in before if one not in told.agreed]
        return in_one(
            draft,
            *(partial(themes.agree, theme_id=told.theme, person=one, yes=False) for one in no),
            *(partial(themes.agree, theme_id=told.theme, person=one) for one in told.agreed),
        )

    statement = partial(themes.state, theme_id=told.theme, statement=told.statement)
    return in_one(meeting, statement, agreeing)


def _merge(meeting: Meeting, told: Merge) -> Kept:
    return merge(meeting, told.theme, told.into)


def _split(meeting: Meeting, told: Split) -> Kept:
    _must_be_new(meeting, told.as_)
    named = replace(meeting, fresh_id=lambda: told.as_)
    return split(named, told.theme, told.voices, told.name)


def _order(meeting: Meeting, told: Order) -> Kept:
    return themes.move_theme(meeting, told.theme, told.steps)


def _apart(meeting: Meeting, told: Apart) -> Kept:
    return drop_theme(meeting, told.theme)


def _disagree(meeting: Meeting, told: Disagree) -> Kept:
    one, other = (side(each.words, each.voices) for each in (told.one, told.other))
    return disagree(meeting, told.about, one, other, told.theme, what_next=told.what_next)


def _undo(meeting: Meeting, _told: Undo) -> Kept:
    return undo(meeting)


_DEEDS: Mapping[type[_Told], Callable[[Meeting, Any], Kept]] = {
    Place: _place,
    Make: _make,
    Rename: _rename,
    State: _state,
    Merge: _merge,
    Split: _split,
    Order: _order,
    Apart: _apart,
    Disagree: _disagree,
    Undo: _undo,
}
