"""Pictures as PNG, written row by row so that a large one is never held twice."""

import zlib
from collections.abc import Iterator
from struct import pack

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_INCHES_TO_THE_METRE = 39.3701
_QUICKLY = 1
_RED_GREEN_BLUE = 2


def png(rows: memoryview, wide: int, tall: int, stride: int, dots: float) -> bytes:
    """Write dots of red, green and blue, `stride` bytes from one row to the next."""
    along = round(dots * _INCHES_TO_THE_METRE)
    head = pack(">IIBBBBB", wide, tall, 8, _RED_GREEN_BLUE, 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", head),
            _chunk(b"pHYs", pack(">IIB", along, along, 1)),
            _chunk(b"IDAT", b"".join(_packed(rows, wide, tall, stride))),
            _chunk(b"IEND", b""),
        )
    )


def _packed(rows: memoryview, wide: int, tall: int, stride: int) -> Iterator[bytes]:
    squeeze = zlib.compressobj(_QUICKLY)
    for row in range(tall):
        # Every row says first that its dots are kept as they are.
        yield squeeze.compress(b"\0")
        yield squeeze.compress(rows[row * stride : row * stride + 3 * wide])
    yield squeeze.flush()


def _chunk(name: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + name + content + pack(">I", zlib.crc32(name + content))
