"""The sentences in the list of chosen stamps, for `make words` to gather into the catalogues."""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import IO

Message = tuple[int, str, str, list[str]]


def gather(
    source: IO[bytes],
    _keywords: Collection[str],
    _comments: Collection[str],
    options: Mapping[str, object],  # noqa: ARG001 - Babel's name for it
) -> Iterator[Message]:
    """Yield every name and every list of words to find a stamp by, as Babel wants them."""
    for number, line in enumerate(source.read().decode().splitlines(), start=1):
        held = line.strip().removesuffix(",")
        if held.startswith("{") and held.endswith("}"):
            facts = json.loads(held)
            yield from ((number, "", facts[key], []) for key in ("name", "find") if key in facts)
