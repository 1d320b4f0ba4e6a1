"""What each invocation prints and how it ends: one transcript, typed again line by line."""

from pathlib import Path

import pytest

from tests.cli import golden


@pytest.fixture(scope="module")
def written() -> str:
    """Return the transcript."""
    return golden.TRANSCRIPT.read_text("utf-8")


@pytest.mark.slow
def test_every_invocation_does_what_the_transcript_says(written: str, tmp_path: Path) -> None:
    again = golden.transcript(tmp_path).splitlines()
    assert again == written.splitlines(), "if this is meant, run: make commands"


def test_the_transcript_shows_success_failure_and_wrong_usage(written: str) -> None:
    counts = [written.count(f"\n= {status}\n") for status in (0, 1, 2)]
    assert min(counts) > 20
    assert sum(counts) == written.count(golden.PROMPT)


def test_every_error_is_one_line_and_wrong_usage_prints_no_result(written: str) -> None:
    for block in written.split(golden.PROMPT)[1:]:
        _typed, *told, status = block.splitlines()
        if status != "= 0":
            assert sum(line.startswith("! ") for line in told) == 1, block
        if status == "= 2":
            assert len(told) == 1, block
