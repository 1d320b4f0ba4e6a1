"""Log lines tell what happened and where, never with whose words."""

import logging

import pytest

from path_planner.server.private_logging import place, private_record

CANARY = "Zebedee Quillfeather-Canary"


def record(name: str, message: str, *args: object, error: Exception | None = None) -> str:
    """Format a record as the log would."""
    info = (type(error), error, error.__traceback__) if error else None
    made = private_record(name, logging.ERROR, "x.py", 1, message, args, info)
    return logging.Formatter().format(made)


def failure() -> Exception:
    """Return an error that quotes a person."""
    with pytest.raises(ValueError, match=CANARY) as caught:
        int(CANARY)
    return caught.value


def test_a_foreign_message_is_kept_without_what_was_put_into_it() -> None:
    assert record("foreign.part", "could not read %s", CANARY) == "could not read %s"


def test_our_own_messages_keep_their_facts() -> None:
    assert record("path_planner.server", "stopped after %s", 3) == "stopped after 3"


def test_an_error_is_named_by_type_and_place_only() -> None:
    for name in ("foreign.part", "path_planner.pages"):
        line = record(name, f"failed with {CANARY}: %s", CANARY, error=failure())
        assert CANARY not in line
        assert line.startswith(f"{name}: ValueError at ")
        assert "test_private_logging.py" in line


def test_an_error_that_was_never_raised_has_no_place() -> None:
    assert place(ValueError(CANARY)) == "ValueError"
