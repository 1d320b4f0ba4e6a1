"""Click's commands, options and arguments with translated help, usage errors, and `--store`."""

import os
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any, TypeVar

import click

from path_planner.cli.option_types import PathName
from path_planner.i18n import N_, _

STORE_VARIABLE = "PATH_PLANNER_STORE"
DEFAULT_FOLDER = "sessions"
FAILED = 1
"""The exit status when something could not be done; click's own is 2, for wrong usage."""
HELP_NAMES = ("-h", "--help")
# A dash alone is standard output, a number can be negative, and a text may begin with a dash.
_LOOKS_LIKE_AN_OPTION = re.compile(r"-(?!\d+$|\d*\.\d+$)\S+")

F = TypeVar("F", bound=Callable[..., Any])


class Message:
    """An attribute that is set to a message id and read as its translation."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_{name}_message"

    def __get__(self, instance: object, owner: type | None = None) -> str | None:
        message: str | None = getattr(instance, self._name, None)
        return message and _(message)

    def __set__(self, instance: object, message: str | None) -> None:
        setattr(instance, self._name, message)


class Option(click.Option):
    """An option with translated help, in a section of the help."""

    help = Message()
    metavar = Message()
    section = Message()

    def __init__(self, *args: Any, section: str | None = None, **attributes: Any) -> None:
        """Declare an option; `section` is the heading of its part of the help."""
        super().__init__(*args, **attributes)
        self.section = section


class Argument(click.Argument):
    """A positional argument with translated help."""

    help = Message()
    metavar = Message()

    def make_metavar(self, ctx: click.Context) -> str:
        """Return its name in the help, with dots if it takes several values."""
        name = super().make_metavar(ctx)
        return name if self.nargs == 1 else f"{name}..."


class _Translated(click.Command):
    """Base of commands and groups: translated help and epilog."""

    help = Message()
    epilog = Message()

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.context_settings = {"help_option_names": HELP_NAMES}

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return click's option `--help` with our translated text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("show this help and exit")
        return option

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - click's own form
        """Return the help, untruncated, as the line in a list of commands."""
        return self.help or ""


class Command(_Translated):
    """A command with translated usage errors."""

    allow_extra_args = True
    """Accepted here, and refused by `parse_args` with our own message."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments; an option is never taken as the value of the option before."""
        if not ctx.resilient_parsing:
            self._check_values(ctx, args)
        extra = super().parse_args(ctx, args)
        if extra and not ctx.resilient_parsing:
            ctx.fail(_("“{word}” was not expected here.", word=extra[0]))
        return extra

    def _check_values(self, ctx: click.Context, args: list[str]) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        flags = {name for option in options if option.is_flag for name in option.opts}
        with_value = {name for option in options for name in option.opts} - flags
        for word, following in pairwise([*args, "--"]):
            if word == "--":
                return
            if word in with_value and _LOOKS_LIKE_AN_OPTION.fullmatch(following):
                ctx.fail(_("{name} needs a value.", name=word))
            name = word.partition("=")[0]
            if name != word and name in flags:
                ctx.fail(_("{name} takes no value.", name=name))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, each under the heading of its section."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if isinstance(param, click.Option) and record is not None:
                section = param.section if isinstance(param, Option) else None
                sections.setdefault(section or _("Options"), []).append(record)
        for heading, records in sections.items():
            with formatter.section(heading):
                formatter.write_dl(records)


class Group(_Translated, click.Group):
    """A group of commands."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments up to the command."""
        if not args and not ctx.resilient_parsing:
            ctx.fail(_("Please give a command. You can use: {known}.", known=self.known()))
        return super().parse_args(ctx, args)

    def known(self) -> str:
        """Return the names of the commands, separated by commas."""
        return ", ".join(self.commands)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own form
        """Return the names of the commands, in the order in which they were added."""
        return list(self.commands)


def command(name: str, **attributes: Any) -> Callable[[Callable[..., None]], Command]:
    """Return a decorator that makes a function a command; `help` is a message id."""
    return click.command(name, cls=Command, **attributes)


def option(*names: str, **attributes: Any) -> Callable[[F], F]:
    """Return a decorator that adds an option; `help` and `metavar` are message ids."""
    return click.option(*names, cls=Option, **attributes)


def argument(name: str, **attributes: Any) -> Callable[[F], F]:
    """Return a decorator that adds an argument; `help` and `metavar` are message ids."""
    return click.argument(name, cls=Argument, **attributes)


def store_option(function: F) -> F:
    """Add the option `--store` to a command."""
    return option(
        "--store",
        type=PathName("dir"),
        metavar=N_("DIR"),
        help=N_(
            "folder where PATHs are kept (normally "
            "PATH_PLANNER_STORE, else “sessions” in this folder)"
        ),
    )(function)


def store_location(given: str | None) -> str:
    """Return the location of the store: the option, else the variable, else `sessions`."""
    return given or os.environ.get(STORE_VARIABLE) or DEFAULT_FOLDER


def usage_line(error: click.UsageError, program: str) -> str:
    """Return what is wrong with the arguments, with a pointer to the help."""
    command = error.ctx.command_path if error.ctx else program
    line = _("{trouble} See “{command} --help”.", trouble=_trouble(error), command=command)
    return " ".join(line.split())


def _trouble(error: click.UsageError) -> str:
    match error:
        case click.NoSuchCommand(ctx=click.Context(command=Group() as group)):
            return _(
                "There is no command “{name}”. You can use: {known}.",
                name=error.command_name,
                known=group.known(),
            )
        case click.NoSuchOption(possibilities=[nearest, *_]):
            return _(
                "There is no option “{name}”. Did you mean {nearest}?",
                name=error.option_name,
                nearest=nearest,
            )
        case click.NoSuchOption():
            return _("There is no option “{name}”.", name=error.option_name)
        case click.MissingParameter(param=click.Parameter() as param):
            return _("{name} is missing.", name=_name(param))
        case click.BadParameter(param=click.Parameter() as param):
            return _("{name}: {trouble}.", name=_name(param), trouble=error.message)
        case _:
            return error.format_message()


def _name(param: click.Parameter) -> str:
    """Return the name of an option as it is typed, or of an argument as in the help."""
    if isinstance(param, click.Argument):
        return param.human_readable_name
    return max(param.opts, key=len)
