"""Reads in what later pages will need while the first one is being looked at."""

import gc
import pkgutil
from importlib import import_module

import path_planner

# Pages are scripts: they run when they are shown. The layers above have begun already.
LEFT_ALONE = {"pages", "app", "server", "cli", "__main__"}


def warm_up() -> None:
    """Import every layer below the pages, then spare it all from being looked at as garbage."""
    for module in pkgutil.walk_packages(path_planner.__path__, "path_planner."):
        if module.name.split(".")[1] not in LEFT_ALONE:
            import_module(module.name)
    gc.collect()
    gc.freeze()
