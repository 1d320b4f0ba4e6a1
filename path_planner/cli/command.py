"""What each command of `path-planner` is made of."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from path_planner.i18n import _

STORE_VARIABLE = "PATH_PLANNER_STORE"


@dataclass(frozen=True)
class Command:
    """One command: its name, what it does, its options, and how it is carried out."""

    name: str
    purpose: str
    options: Callable[[argparse.ArgumentParser], None]
    carry_out: Callable[[argparse.Namespace], int] | None = None
    """None where it has parts of its own, which are carried out in its place."""

    def add_to(self, commands: Any) -> None:
        """Add this command to the parser."""
        purpose = _(self.purpose)
        own = commands.add_parser(self.name, help=purpose, description=purpose)
        self.options(own)
        if self.carry_out is not None:
            own.set_defaults(carry_out=self.carry_out)
