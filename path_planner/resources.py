"""Paths of the files that are installed with the package."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def package_file(relative: str) -> Path:
    """Return the path of a file inside the package, such as `wall_component/stamps.json`."""
    return _PACKAGE / relative


def asset(relative: str) -> Path:
    """Return the path of an asset: inside the package in a wheel, beside it in a source tree."""
    packed = _PACKAGE / "assets" / relative
    return packed if packed.exists() else _PACKAGE.parent / "assets" / relative
