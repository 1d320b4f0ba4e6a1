"""The commands and questions of the theme board, and their dispatch to use cases."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Annotated, Literal

from pydantic import Field, StrictBool, TypeAdapter

from path_planner.domain.base import Line, RecordId, Words
from path_planner.domain.vision.vision import Vision
from path_planner.errors import NotAChange
from path_planner.services import commands
from path_planner.services.context import VisionContext, VisionResult, as_one_change
from path_planner.services.records import reorder
from path_planner.services.vision import themes
from path_planner.services.vision.themes import delete_theme, disagree, merge, side, split
from path_planner.services.vision.undo import undo

_MANY = 10_000
Ids = Annotated[tuple[RecordId, ...], Field(max_length=_MANY)]
Placed = Annotated[tuple[tuple[RecordId, RecordId], ...], Field(max_length=_MANY)]


class AssignVoices(commands.Command):
    """Voices go into themes, come out of them, or stand alone."""

    do: Literal["place"]
    put: Placed = ()
    take: Placed = ()
    alone: Annotated[tuple[tuple[RecordId, StrictBool], ...], Field(max_length=_MANY)] = ()


class RefuseVoices(commands.Command):
    """Voices that people said are not in a theme."""

    do: Literal["refuse"]
    theme: RecordId
    voices: Ids


class MakeTheme(commands.Command):
    """A new theme with its first voices, which may come out of others."""

    do: Literal["make"]
    theme: RecordId
    name: Line
    voices: Ids = ()
    take: Placed = ()


class RenameTheme(commands.Command):
    """Another name."""

    do: Literal["rename"]
    theme: RecordId
    name: Line


class SetStatement(commands.Command):
    """A statement, and who of the steering group agreed to it."""

    do: Literal["state"]
    theme: RecordId
    statement: Words
    agreed: Ids = ()


class MergeThemes(commands.Command):
    """One theme goes into another."""

    do: Literal["merge"]
    theme: RecordId
    into: RecordId


class SplitTheme(commands.Command):
    """Some voices of a theme become one of their own."""

    do: Literal["split"]
    theme: RecordId
    as_: RecordId = Field(alias="as")
    name: Line
    voices: Ids = ()


class OrderThemes(commands.Command):
    """A theme goes up or down."""

    do: Literal["order"]
    theme: RecordId
    steps: int = Field(ge=-_MANY, le=_MANY)


class DeleteTheme(commands.Command):
    """A theme is taken apart."""

    do: Literal["apart"]
    theme: RecordId


class _Side(commands.MessagePart):
    words: Words = ""
    voices: Ids = ()


class AddDisagreement(commands.Command):
    """Two sides that see it differently."""

    do: Literal["disagree"]
    about: Words
    theme: RecordId | None = None
    one: _Side = _Side()
    other: _Side = _Side()
    what_next: Words = ""


class Undo(commands.Command):
    """The last step of this window is taken back."""

    do: Literal["undo"]


ThemeBoardCommand = (
    AssignVoices
    | RefuseVoices
    | MakeTheme
    | RenameTheme
    | SetStatement
    | MergeThemes
    | SplitTheme
    | OrderThemes
    | DeleteTheme
    | AddDisagreement
    | Undo
)
_READER: TypeAdapter[ThemeBoardCommand] = TypeAdapter(
    Annotated[ThemeBoardCommand, Field(discriminator="do")]
)


def read_command(message: object) -> ThemeBoardCommand:
    """Return the command in a message; raise NotAChange if it is not valid."""
    return commands.read_message(_READER, message)


class AskAboutVoice(commands.MessagePart):
    """A board asks which voices are like one, and which themes may suit it."""

    id: commands.CommandId
    about: Literal["voice"]
    voice: RecordId


class AskAboutTheme(commands.MessagePart):
    """A board asks which voices may belong in a theme, or which are like some voices."""

    id: commands.CommandId
    about: Literal["theme"]
    theme: RecordId
    like: Annotated[tuple[RecordId, ...], Field(max_length=_MANY)] = ()


class AskAboutUnassigned(commands.MessagePart):
    """A board asks which of the voices in no theme may belong together."""

    id: commands.CommandId
    about: Literal["pile"]


Ask = AskAboutVoice | AskAboutTheme | AskAboutUnassigned
_ASK_READER: TypeAdapter[Ask] = TypeAdapter(Annotated[Ask, Field(discriminator="about")])


def read_ask(message: object) -> Ask | None:
    """Return the request for suggestions in a message, or None if it is not valid."""
    try:
        return commands.read_message(_ASK_READER, message)
    except NotAChange:
        return None


def _assign(context: VisionContext, command: AssignVoices) -> VisionResult:
    return as_one_change(
        context,
        *_unassignments(command.take),
        *_assignments(command.put),
        *(partial(themes.keep_single, voice_id=voice, yes=yes) for voice, yes in command.alone),
    )


def _unassignments(
    placed: Iterable[tuple[str, str]],
) -> list[Callable[[VisionContext], VisionResult]]:
    return [partial(themes.unassign, voice_id=voice, theme_id=theme) for voice, theme in placed]


def _assignments(
    placed: Iterable[tuple[str, str]],
) -> list[Callable[[VisionContext], VisionResult]]:
    """Return one use case for each theme, so that hundreds of voices are put there at once."""
    by_theme: dict[str, list[str]] = {}
    for voice, theme in placed:
        by_theme.setdefault(theme, []).append(voice)
    return [
        partial(themes.assign_many, theme_id=theme, voices=voices)
        for theme, voices in by_theme.items()
    ]


def _refuse(context: VisionContext, command: RefuseVoices) -> VisionResult:
    return themes.refuse(context, command.theme, command.voices)


def _make(context: VisionContext, command: MakeTheme) -> VisionResult:
    # The board shows the theme under this id already.
    named = replace(context, fresh_id=lambda: command.theme)
    _must_be_new(context, command.theme)
    make = partial(themes.make_theme, name=command.name, voices=command.voices)
    return as_one_change(named, *_unassignments(command.take), make)


def _must_be_new(context: VisionContext, theme_id: str) -> None:
    if theme_id in context.document.themes:
        raise NotAChange


def _rename(context: VisionContext, command: RenameTheme) -> VisionResult:
    return themes.rename(context, command.theme, command.name)


def _state(context: VisionContext, command: SetStatement) -> VisionResult:
    def agreeing(draft: VisionContext) -> VisionResult:
        set_agreed = partial(themes.set_agreed, theme_id=command.theme)
        before = draft.document.themes[command.theme].agreed_by
        no_longer = [member for member in before if member not in command.agreed]
        return as_one_change(
            draft,
            *(partial(set_agreed, person=member, yes=False) for member in no_longer),
            *(partial(set_agreed, person=member) for member in command.agreed),
        )

    statement = partial(themes.set_statement, theme_id=command.theme, statement=command.statement)
    return as_one_change(context, statement, agreeing)


def _merge(context: VisionContext, command: MergeThemes) -> VisionResult:
    return merge(context, command.theme, command.into)


def _split(context: VisionContext, command: SplitTheme) -> VisionResult:
    _must_be_new(context, command.as_)
    named = replace(context, fresh_id=lambda: command.as_)
    return split(named, command.theme, command.voices, command.name)


def _order(context: VisionContext, command: OrderThemes) -> VisionResult:
    return reorder(context, "themes", command.theme, command.steps)


def _delete(context: VisionContext, command: DeleteTheme) -> VisionResult:
    return delete_theme(context, command.theme)


def _disagree(context: VisionContext, command: AddDisagreement) -> VisionResult:
    one, other = (side(part.words, part.voices) for part in (command.one, command.other))
    return disagree(context, command.about, one, other, command.theme, what_next=command.what_next)


def _undo(context: VisionContext, _command: Undo) -> VisionResult:
    return undo(context)


_USE_CASES: commands.UseCases[Vision] = {
    AssignVoices: _assign,
    RefuseVoices: _refuse,
    MakeTheme: _make,
    RenameTheme: _rename,
    SetStatement: _state,
    MergeThemes: _merge,
    SplitTheme: _split,
    OrderThemes: _order,
    DeleteTheme: _delete,
    AddDisagreement: _disagree,
    Undo: _undo,
}


def apply_command(context: VisionContext, command: ThemeBoardCommand) -> VisionResult:
    """Run one command of a board; it is idempotent by its id."""
    return commands.run_command(context, command, _USE_CASES)
