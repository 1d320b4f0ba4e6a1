"""Words of people inside Markdown: shown as typed, never taken for marks."""

import re

_SIGNS = re.compile(r"([\\`*_\[\]<>|~$&@])")
_ADDRESS = re.compile(r"(?i)(://)|(?<=\bwww)(\.)")
_AT_START = re.compile(r"^(\d*)([#+=:.)-])")


def plain(words: str) -> str:
    """Return words on one line, every sign that Markdown would act on kept as a sign."""
    line = _SIGNS.sub(r"\\\1", " ".join(words.split()))
    return _AT_START.sub(r"\1\\\2", _ADDRESS.sub(r"\\\g<0>", line))
