"""What was measured on real data: each part on sets in the repository, and on public ones by path.

The public sets may not be shipped: clone them into one folder, and give its path in OPEN_DATA. The
docstring of each part says which ones it reads.
"""

from collections.abc import Callable, Mapping

from benchmarks import bench_names, bench_themes

PARTS: Mapping[str, Callable[[], list[str]]] = {
    "names": bench_names.run,
    "themes": bench_themes.run,
}


def run() -> list[str]:
    """Measure every part; return lines to print."""
    return [f"{part}: {line}" for part, measure in PARTS.items() for line in measure()]
