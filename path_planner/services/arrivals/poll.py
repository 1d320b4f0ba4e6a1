"""A count by slips: each person has one, and nobody's choice can be found from what is stored.

Slips are printed and handed out, one a person. So somebody without a phone counts as much as
somebody with two, two people can share a phone, and a slip is used once wherever it is typed. A
link that the server gave to each phone would count phones, and a cleared browser twice.

Stored are digests of the slips, which of them were used, and how often each topic was chosen: no
order, no time, and nothing that joins a slip to a choice. Whoever can read the file between two
votes can see what the one between them added; the same holds for a ballot box.
"""

import secrets
from collections.abc import Iterable, Mapping
from hashlib import sha256

from pydantic import Field

from path_planner.domain.base import Line, RecordId, Value
from path_planner.errors import NotOnTheList, SlipUnknown, SlipUsed

SLIP_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without signs that are easily confused: 0, 1, I, L, O."""
SLIP_LENGTH = 8
"""39 bits: by guessing at the speed that is allowed nobody finds one of a few hundred."""
MOST_SLIPS = 1_000
_DIGEST = 32


class Poll(Value):
    """What is counted: the options, the slips by their digests, and the counts."""

    id: RecordId
    salt: Line
    options: tuple[RecordId, ...]
    slips: Mapping[str, str] = Field(default_factory=dict)
    """By the digest of each slip: the digest of the operation that used it, or nothing."""
    counts: Mapping[RecordId, int] = Field(default_factory=dict)

    @property
    def people(self) -> int:
        """How many slips were used."""
        return sum(bool(used) for used in self.slips.values())


def new_poll(poll_id: str, options: Iterable[str], slips: int) -> tuple[Poll, tuple[str, ...]]:
    """Return a poll and its slips, which are stored nowhere: they are printed once."""
    salt = secrets.token_urlsafe(12)
    signs = {_signs() for _ in range(min(slips, MOST_SLIPS))}
    digests = sorted(digest_of(salt, each) for each in signs)
    poll = Poll(id=poll_id, salt=salt, options=tuple(options), slips=dict.fromkeys(digests, ""))
    return poll, tuple(sorted(signs))


def _signs() -> str:
    return "".join(secrets.choice(SLIP_SIGNS) for _ in range(SLIP_LENGTH))


def digest_of(salt: str, text: str) -> str:
    """Return the digest of a slip as somebody typed it, or of an operation."""
    signs = "".join(text.split()).replace("-", "").upper()
    return sha256(f"{salt}\0{signs}".encode("utf-8", "replace")).hexdigest()[:_DIGEST]


def with_vote(poll: Poll, slip: str, op: str, choices: Iterable[str]) -> Poll:
    """Return the poll with one person's choices, each once; the same operation counts once.

    Raises SlipUnknown, SlipUsed or NotOnTheList.
    """
    digest, operation = digest_of(poll.salt, slip), digest_of(poll.salt, f"op {op}")
    if digest not in poll.slips:
        raise SlipUnknown
    if poll.slips[digest]:
        if poll.slips[digest] == operation:
            return poll
        raise SlipUsed
    chosen = set(choices)
    if not chosen <= set(poll.options):
        raise NotOnTheList
    # In the order of the topics, so that the file shows no order of votes.
    counts = {
        each: number
        for each in poll.options
        if (number := poll.counts.get(each, 0) + (each in chosen))
    }
    slips = {**poll.slips, digest: operation}
    return poll.model_copy(update={"slips": slips, "counts": counts})
