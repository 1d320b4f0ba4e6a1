"""Run every benchmark, or those named: `python -m benchmarks storage poster`."""

import pkgutil
import sys
from importlib import import_module

import benchmarks

PREFIX = "bench_"


def main() -> None:
    """Print what each benchmark measured."""
    found = [one.name for one in pkgutil.iter_modules(benchmarks.__path__)]
    wanted = [PREFIX + name for name in sys.argv[1:]]
    for name in found:
        if not name.startswith(PREFIX) or (wanted and name not in wanted):
            continue
        print(f"\n{name.removeprefix(PREFIX)}", flush=True)
        for line in import_module(f"benchmarks.{name}").run():
            print(f"  {line}", flush=True)


if __name__ == "__main__":
    main()
