"""An invitation ends, a code is not guessed, and nobody floods the tray."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from path_planner.server.phones import limits
from path_planner.server.phones.limits import MOST_CONNECTIONS, Allowance, PostLimits
from path_planner.server.phones.token import CODE_LENGTH, CODE_SIGNS, TRIES, Invitation, invite

NOON = datetime(2026, 6, 6, 12, tzinfo=UTC)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.at = 0.0

    def now(self) -> datetime:
        """Return the time of day."""
        return NOON + timedelta(seconds=self.at)

    def seconds(self) -> float:
        """Return the seconds since it began."""
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def invitation(clock: Clock) -> Invitation:
    return invite(clock.now, clock.seconds)


def test_the_link_has_128_bits_and_is_new_each_time(clock: Clock, invitation: Invitation) -> None:
    assert len(invitation.token) == 22
    assert len({invite(clock.now, clock.seconds).token for _ in range(50)}) == 50
    assert len(invitation.code) == CODE_LENGTH
    assert set(invitation.code) <= set(CODE_SIGNS)


@pytest.mark.parametrize("given", ["", "x", "\udcff", "é" * 22])
def test_another_link_is_refused(invitation: Invitation, given: str) -> None:
    assert not invitation.admits(given)
    assert invitation.admits(invitation.token)


def test_the_code_is_read_as_people_type_it(invitation: Invitation) -> None:
    code = invitation.code.lower()
    assert invitation.admits_code(f" {code[:3]} {code[3:]} ")
    assert invitation.admits_code(f"{code[:3]}-{code[3:]}")


def test_the_code_may_be_tried_ten_times_a_minute_by_all(
    clock: Clock, invitation: Invitation
) -> None:
    assert not any(invitation.admits_code("222222") for _ in range(TRIES))
    assert not invitation.admits_code(invitation.code)
    clock.at = 7
    assert invitation.admits_code(invitation.code)


def test_all_ends_after_eight_hours_at_most(clock: Clock) -> None:
    long = invite(clock.now, clock.seconds, timedelta(days=3))
    clock.at = 8 * 3600 - 1
    assert long.admits(long.token)
    assert long.admits_code(long.code)
    clock.at = 8 * 3600
    assert not long.admits(long.token)
    assert not long.admits_code(long.code)


def test_the_token_stands_in_no_description_of_its_tries(invitation: Invitation) -> None:
    assert "tries" not in repr(invitation)


def test_a_phone_may_send_ten_at_once_and_then_one_in_two_seconds(clock: Clock) -> None:
    posts = PostLimits(clock.seconds)
    assert [posts.allow("10.0.0.2") for _ in range(11)] == [True] * 10 + [False]
    clock.at = 1.9
    assert not posts.allow("10.0.0.2")
    clock.at = 2
    assert posts.allow("10.0.0.2")
    assert posts.allow("10.0.0.3")


def test_all_together_may_send_forty_a_second(clock: Clock) -> None:
    posts = PostLimits(clock.seconds)
    sent = [posts.allow(str(phone)) for phone in range(1000)]
    assert sum(sent) == limits.BURST_IN_ALL
    clock.at = 1
    assert sum(posts.allow(str(phone)) for phone in range(1000)) == 40


def test_who_was_refused_for_the_others_loses_nothing(clock: Clock) -> None:
    posts = PostLimits(clock.seconds)
    for phone in range(limits.BURST_IN_ALL):
        posts.allow(str(phone))
    assert [posts.allow("late") for _ in range(20)] == [False] * 20
    clock.at = 10
    assert [posts.allow("late") for _ in range(10)] == [True] * 10


def test_phones_without_end_need_no_memory_without_end(clock: Clock) -> None:
    posts = PostLimits(clock.seconds, most_phones=2)
    for _ in range(10):
        posts.allow("first")
    assert not posts.allow("first")
    for phone in ("second", "third"):
        posts.allow(phone)
    assert posts.allow("first")


def test_a_clock_that_stands_still_gives_nothing(clock: Clock) -> None:
    allowance = Allowance(1, 1, clock.seconds)
    assert allowance.take()
    assert not allowance.take()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_process_may_hold_the_connections_of_a_room() -> None:
    script = """
from resource import RLIMIT_NOFILE, getrlimit, setrlimit
from path_planner.server.phones.limits import raise_file_limit
hard = getrlimit(RLIMIT_NOFILE)[1]
setrlimit(RLIMIT_NOFILE, (64, hard))
raise_file_limit()
print(*getrlimit(RLIMIT_NOFILE), hard)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    soft, after, hard = map(int, done.stdout.split())
    assert after == hard
    assert soft >= (MOST_CONNECTIONS * 2 if hard < 0 else min(hard, MOST_CONNECTIONS * 2))
