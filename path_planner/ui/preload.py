"""Imports what pages need while the server starts: the first page's modules first, then the rest.

No page may import meanwhile: two threads that import at once can each wait for a module that the
other has begun, and Python then hands one of them a module that is not complete. So the first page
waits for its own modules, and every other page for all of them.
"""

import ast
import gc
import inspect
import pkgutil
from importlib import import_module
from threading import Event, Thread

import path_planner
from path_planner import i18n, processes
from path_planner.resources import package_file
from path_planner.ui.components.choices import language_choices

FIRST_PAGE = "sessions"
_SECONDS_TO_SHOW_IT = 10.0
"""How long the rest waits for the first page, so that it does not slow it down."""
_IMPORTED_IN_USE = ("numpy", "PIL.ImageFile", "babel.numbers")
"""What Streamlit and Babel import when the first page is shown."""
_IMPORTED_BY_EXPORTS = ("icalendar", "pypdfium2")
"""What some exports import when they are made, so that commands need not wait for it."""
# Pages are scripts, which run when they are shown; the layers above are loaded already.
_NOT_PRELOADED = {"pages", "server", "cli", "__main__"}


class Preload:
    """The imports of one server; without a server nothing is imported ahead, and nobody waits."""

    def __init__(self) -> None:
        self._begun, self._hurry, self._done = Event(), Event(), Event()

    def import_first_page(self) -> None:
        """Import the modules of the first page, and load what it reads; the rest follows."""
        self._begun.set()
        for script in ("app", FIRST_PAGE):
            for name in imports_of(package_file(f"pages/{script}.py").read_text("utf-8")):
                import_module(name)
        for name in _IMPORTED_IN_USE:
            import_module(name)
        for code in language_choices():
            i18n.language_name(code)
        processes.known()
        # Streamlit looks at the stack once, for which Python finds the file of each module.
        inspect.stack()
        Thread(target=self._import_rest, daemon=True).start()

    def _import_rest(self) -> None:
        self._hurry.wait(_SECONDS_TO_SHOW_IT)
        try:
            preload_modules()
        finally:
            self._done.set()

    def first_page_is_shown(self) -> None:
        """Let the rest be imported now."""
        self._hurry.set()

    def wait(self) -> None:
        """Wait until everything is imported, if a server does so."""
        if self._begun.is_set():
            self._hurry.set()
            self._done.wait()


PRELOAD = Preload()


def imports_of(script: str) -> list[str]:
    """Return the modules that a script imports at its top, also those imported by `from`."""
    names: list[str] = []
    for statement in ast.parse(script).body:
        if isinstance(statement, ast.Import):
            names += [alias.name for alias in statement.names]
        elif isinstance(statement, ast.ImportFrom) and statement.module:
            names.append(statement.module)
    return names


def preload_modules() -> None:
    """Import every layer below the pages, then freeze it all for the garbage collector."""
    for module in pkgutil.walk_packages(path_planner.__path__, "path_planner."):
        if module.name.split(".")[1] not in _NOT_PRELOADED:
            import_module(module.name)
    for name in _IMPORTED_BY_EXPORTS:
        import_module(name)
    gc.collect()
    gc.freeze()
