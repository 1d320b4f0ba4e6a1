"""How far long work is, for somebody who watches; a file or a pipe gets nothing of it."""

import sys
from types import TracebackType
from typing import Self

from path_planner.i18n import _

_WHOLE = 100


class Progress:
    """One line that says how much is done, and goes when the work is over."""

    def __init__(self) -> None:
        """Show nothing yet."""
        self._watched = sys.stderr.isatty()
        self._shown = -1

    def __call__(self, done: float) -> None:
        """Show how much is done, from 0 to 1."""
        percent = round(min(max(done, 0.0), 1.0) * _WHOLE)
        if self._watched and percent > self._shown:
            self._shown = percent
            sys.stderr.write(f"\r{_('{percent} % done', percent=percent)}")
            sys.stderr.flush()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the line away."""
        if self._shown >= 0:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
