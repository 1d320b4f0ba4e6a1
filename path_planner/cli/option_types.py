"""Types of option values; the error for a wrong value says what to write instead."""

from datetime import date
from typing import Any, Literal

import click
from click.shell_completion import CompletionItem

from path_planner.i18n import _


class PathName(click.ParamType[str]):
    """A path, which the shell completes; the command itself checks it."""

    name = "path"

    def __init__(self, completion: Literal["file", "dir"] = "file") -> None:
        """Set what the shell completes: files and folders, or folders only."""
        self.completion = completion

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem[Any]]:
        """Let the shell complete paths."""
        del ctx, param
        return [CompletionItem(incomplete, type=self.completion)]


class OneOf(click.Choice[str]):
    """A choice of a few words."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Return the error message with all choices."""
        del value, ctx
        return _("choose one of these: {known}", known=", ".join(self.choices))


class WholeNumber(click.ParamType[int]):
    """A whole number within inclusive bounds, each optional."""

    name = "number"

    def __init__(self, least: int | None = None, most: int | None = None) -> None:
        """Set the bounds."""
        self.least = least
        self.most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Parse a number."""
        try:
            number = int(value)
        except ValueError:
            self.fail(self._wanted(), param, ctx)
        too_small = self.least is not None and number < self.least
        too_large = self.most is not None and number > self.most
        if too_small or too_large:
            self.fail(self._wanted(), param, ctx)
        return number

    def _wanted(self) -> str:
        if self.least is None:
            return _("write a whole number")
        if self.most is None:
            return _("write a whole number, {least} or more", least=self.least)
        return _("write a whole number from {least} to {most}", least=self.least, most=self.most)


class PrivateAddress(click.ParamType[str]):
    """A private IPv4 address."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address; fail for one that is public or of all networks."""
        from path_planner.errors import NotAPrivateAddress
        from path_planner.server.phones.addresses import private_address

        try:
            return str(private_address(value))
        except NotAPrivateAddress as refused:
            self.fail(str(refused), param, ctx)


class Line(click.ParamType[str]):
    """One line of text, cleaned for storing."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the cleaned line; fail if it is too long for a plan."""
        from path_planner.domain.base import MOST_LETTERS_IN_A_LINE, clean_line

        line = str(clean_line(value))
        if len(line) > MOST_LETTERS_IN_A_LINE:
            self.fail(_("use at most {count} letters", count=MOST_LETTERS_IN_A_LINE), param, ctx)
        return line


class Day(click.ParamType[date]):
    """A date."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Parse a date in ISO 8601."""
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(_("write a date like 2026-11-22"), param, ctx)
