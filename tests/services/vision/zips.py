"""Give-away zips, as they should be and as somebody may have made them."""

import io
import zipfile
from hashlib import sha256
from typing import Any

import orjson
import pytest

from path_planner.analysis.publishable import publishable
from path_planner.exports.vision.open_dataset.package import MANIFEST, VISION
from path_planner.storage.serializer import write
from tests.analysis.visions import small

GOOD = {VISION: write(publishable(small())), "README.txt": b"Read me.\n"}


def manifest(held_in: dict[str, bytes], /, **changes: Any) -> bytes:
    """Return a list of files, right or changed."""
    listed = {
        name: {"bytes": len(held), "sha256": sha256(held).hexdigest()}
        for name, held in held_in.items()
    }
    told = {"format": "path-planner/give-away", "version": 1, "files": listed, **changes}
    return orjson.dumps(told)


def zipped(
    files: dict[str, bytes],
    *,
    way: int = zipfile.ZIP_DEFLATED,
    mode: int = 0,
    twice: str = "",
    comment: bytes = b"",
) -> bytes:
    """Pack files as another program would."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", way) as archive:
        for name, held in files.items():
            member = zipfile.ZipInfo(name)
            member.compress_type = way
            member.external_attr = mode << 16
            archive.writestr(member, held)
        if twice:
            with pytest.warns(UserWarning, match="Duplicate name"):
                archive.writestr(twice, files[twice])
        archive.comment = comment
    return written.getvalue()


def good(**facts: Any) -> bytes:
    """Pack a good give-away in another way."""
    return zipped({**GOOD, MANIFEST: manifest(GOOD)}, **facts)


def with_file(name: str, held: bytes = b"x") -> bytes:
    """Pack a give-away with one more file that its list knows."""
    files = {**GOOD, name: held}
    return zipped({**files, MANIFEST: manifest(files)})


def listing(**changes: Any) -> bytes:
    """Pack a give-away with another list of files."""
    return zipped({**GOOD, MANIFEST: manifest(GOOD, **changes)})


def locked() -> bytes:
    """Say of every file that it is locked."""
    content = bytearray(good())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(sign)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(sign, at + 4)
    return bytes(content)


def broken_inside() -> bytes:
    """Change a letter of the vision without telling."""
    content = bytearray(good(way=zipfile.ZIP_STORED))
    content[content.index(b"Little Hopeford")] = 0
    return bytes(content)


def lying_sizes() -> bytes:
    """Tell a size of the vision that is not true."""
    content = bytearray(good())
    at = content.index(b"PK\x01\x02")
    content[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(content)


def large_list() -> bytes:
    """Tell of a list of files that fills the memory."""
    content = bytearray(good())
    content[-10:-6] = (0xFFFFFFF0).to_bytes(4, "little")
    return bytes(content)


def sixty_four() -> bytes:
    """Tell that the zip is of the very large kind."""
    content = good()
    return content[:-22] + b"PK\x06\x07" + bytes(16) + content[-22:]
