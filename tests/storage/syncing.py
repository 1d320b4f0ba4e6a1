"""A folder that a service keeps the same on several machines, as such services do.

A file that two machines changed keeps the content of the one that was there first; that of the
other is put beside it under a name of its own, and goes to all machines like any other file. What
one machine deletes is deleted everywhere, unless another has changed it meanwhile.
"""

import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

NAMES = (
    "{stem}.sync-conflict-20260102-10111{n}-ABCDEFG{suffix}",
    "{stem} (conflicted copy 2026-01-02 10111{n}){suffix}",
    "{stem}-LAPTOP-{n}{suffix}",
)
"""How Syncthing, Dropbox and Nextcloud, and OneDrive name the other content."""


class Cloud:
    """The contents that the service has, and what each machine knew of them last."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.files: dict[str, bytes] = {}
        self._known: dict[Path, dict[str, bytes]] = {}
        self._conflicts = 0

    def sync(self, machine: Path) -> None:
        """Bring a machine and the service together."""
        known, here = self._known.get(machine, {}), contents(machine)
        for name in sorted({*known, *here, *self.files}):
            before, mine, theirs = known.get(name), here.get(name), self.files.get(name)
            if theirs in (mine, before):
                self._upload(name, mine)
            elif mine in (before, None):
                write(machine / name, theirs)
            else:
                self._upload(self._other_name(name), mine)
                write(machine / name, theirs)
        for name, content in self.files.items():
            write(machine / name, content)
        self._known[machine] = dict(self.files)

    def _upload(self, name: str, content: bytes | None) -> None:
        self.files.pop(name, None)
        if content is not None:
            self.files[name] = content

    def _other_name(self, name: str) -> str:
        self._conflicts += 1
        path = PurePosixPath(name)
        pattern = NAMES[self._conflicts % len(NAMES)]
        other = pattern.format(stem=path.stem, n=self._conflicts, suffix=path.suffix)
        return path.with_name(other).as_posix()


def contents(machine: Path) -> dict[str, bytes]:
    """Read all files of a machine; locks and unfinished files are of no use to others."""
    return {
        path.relative_to(machine).as_posix(): path.read_bytes()
        for path in machine.rglob("*")
        if path.is_file() and path.suffix not in (".lock", ".tmp")
    }


def write(path: Path, content: bytes | None) -> None:
    """Put a file in its place, or take it away, as the service does: in one step."""
    if content is None:
        path.unlink(missing_ok=True)
    elif not path.exists() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f".{path.name}.new.tmp")
        new.write_bytes(content)
        new.replace(path)


def readable(folder: Path) -> Iterator[bytes]:
    """Yield the content of all files of a machine, unpacked."""
    for name, content in contents(folder).items():
        yield zlib.decompress(content) if name.endswith(".z") else content
