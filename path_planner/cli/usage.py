"""Usage errors as one line in plain words."""

import click

from path_planner.cli.command import Group
from path_planner.i18n import _


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
