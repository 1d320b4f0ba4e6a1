"""The `path-planner` command: starts the app, and runs the commands that need no pages."""

from collections.abc import Sequence
from typing import Any

import click

from path_planner import __version__
from path_planner.cli import backup, check, event, export, import_, run, sample, schema, vision
from path_planner.cli.command import FAILED, Group, Option, usage_line
from path_planner.cli.console import PROGRAM, print_error, print_note
from path_planner.errors import PlannerError
from path_planner.i18n import N_

INTERRUPTED = 130
"""The exit status after Ctrl+C: 128 plus the number of SIGINT."""


class CommandLine(Group):
    """The group of all commands; an error is printed as one line."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments; options without a command are those of `run`."""
        completes_first_word = ctx.resilient_parsing and not args
        if not completes_first_word and not self._names_command(ctx, args):
            args = [run.NAME, *args]
        return super().parse_args(ctx, args)

    def _names_command(self, ctx: click.Context, args: list[str]) -> bool:
        own = {name for param in self.get_params(ctx) for name in param.opts}
        return bool(args) and (args[0] in own or not args[0].startswith("-"))

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **settings: Any,
    ) -> Any:
        """Run the command; exit or, outside of standalone mode, return the exit status."""
        try:
            status = super().main(args, prog_name, complete_var, standalone_mode=False, **settings)
        except click.UsageError as error:
            print_note(usage_line(error, PROGRAM))
            status = error.exit_code
        except (PlannerError, OSError) as error:
            print_error(error)
            status = FAILED
        except click.Abort:
            status = INTERRUPTED
        if standalone_mode:
            raise SystemExit(status)
        return status or 0


COMMAND_LINE = CommandLine(
    PROGRAM,
    help=N_("Run PATH workshops on a shared screen and take home a poster."),
    epilog=N_("With no command, the app starts (the same as “run”)."),
    commands=[
        run.run,
        export.export,
        export.blank,
        import_.import_,
        backup.backup,
        backup.restore,
        check.check,
        sample.sample,
        schema.schema,
        vision.vision,
        event.event,
    ],
)
click.version_option(
    __version__,
    prog_name=PROGRAM,
    message="%(prog)s %(version)s",
    cls=Option,
    help=N_("show the version and exit"),
)(COMMAND_LINE)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    # Arguments may be people's words: on Windows click would expand a “*” to file names.
    return int(
        COMMAND_LINE.main(argv, prog_name=PROGRAM, standalone_mode=False, windows_expand_args=False)
    )
