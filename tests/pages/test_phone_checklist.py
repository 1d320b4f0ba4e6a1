"""When it does not work: each row comes from what is seen, and says what to do."""

from dataclasses import replace

import pytest

from path_planner.services.arrivals.tray import MOST_WAITING
from path_planner.ui.phones.checklist import PATIENCE, Seen, is_late, troubles

WELL = Seen(
    address="192.168.8.20",
    addresses=("192.168.8.20", "10.0.0.3"),
    seconds_open=PATIENCE * 10,
    phones=14,
    has_arrived=True,
    rests=False,
    waiting=3,
)


def test_while_all_goes_well_nothing_is_said() -> None:
    assert troubles(WELL) == []
    assert troubles(replace(WELL, phones=0, has_arrived=False, seconds_open=PATIENCE - 1)) == []


@pytest.mark.parametrize(
    ("changed", "cause"),
    [
        ({"address": "127.0.0.1"}, "only this computer"),
        ({"addresses": ("10.0.0.3",)}, "does not have the address 192.168.8.20"),
        ({"address": "169.254.1.2", "addresses": ("169.254.1.2",)}, "No router"),
        ({"rests": True}, "Nothing new is taken"),
        ({"waiting": MOST_WAITING}, "The tray is full"),
        ({"has_arrived": False}, "nothing has come"),
    ],
)
def test_what_is_seen_is_named_and_nothing_else(changed: dict[str, object], cause: str) -> None:
    (trouble,) = troubles(replace(WELL, **changed))  # type: ignore[arg-type]
    assert cause in trouble.cause
    assert trouble.is_seen
    assert trouble.remedy


def test_without_any_phone_after_a_minute_all_that_cannot_be_seen_is_listed() -> None:
    seen = replace(WELL, phones=0, has_arrived=False, seconds_open=PATIENCE)
    assert is_late(seen)
    found = troubles(seen)
    assert not any(trouble.is_seen for trouble in found)
    causes = " ".join(trouble.cause for trouble in found)
    for cause in ("mobile data", "different Wi-Fi", "keeps devices apart", "firewall", "camera"):
        assert cause in causes
    assert all(trouble.remedy for trouble in found)
