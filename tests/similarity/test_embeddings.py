"""What was worked out is kept, in a file that may be lost, damaged or of another time."""

import json
import subprocess
import sys
from random import Random

import numpy as np
import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from benchmarks.themed_voices import held_out
from path_planner.similarity import embeddings
from path_planner.similarity.embeddings import Vectors

TEXTS = ["I want a bus.", "A garden with bees in it.", "ਮੈਂ ਬਹੁਤ ਥੱਕ ਗਈ ਹਾਂ", ""]


@pytest.fixture
def no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(texts: object) -> None:
        raise AssertionError(texts)

    monkeypatch.setattr(embeddings, "encode", refuse)


@pytest.mark.slow
def test_what_is_written_is_read_again_to_the_last_digit(
    request: pytest.FixtureRequest,
) -> None:
    made = Vectors()
    rows = made.of(TEXTS)
    again = Vectors()
    assert again.compute(made.written(TEXTS), TEXTS)
    request.getfixturevalue("no_encoder")
    assert (again.of(TEXTS) == rows).all()


def test_the_file_holds_the_texts_of_today_and_none_of_their_words() -> None:
    made = Vectors()
    made.of([*TEXTS, "I was taken back."])
    written = made.written(TEXTS)
    again = Vectors()
    assert again.compute(written, TEXTS)
    assert not again.compute(written, [*TEXTS, "I was taken back."])
    assert not again.compute(written, TEXTS[:2])
    for word in (b"bus", b"garden", b"bees", "ਬਹੁਤ".encode()):
        assert word not in written


def test_a_damaged_file_teaches_nothing() -> None:
    written = Vectors().written(TEXTS)
    chance = Random(7)  # noqa: S311 # a test, not a secret
    hostile = [None, b"", b"{}", written + b"\0", written * 2]
    hostile += [written[: chance.randrange(len(written))] for _ in range(40)]
    for _ in range(40):
        place = chance.randrange(len(written))
        hostile.append(written[:place] + bytes([written[place] ^ 1]) + written[place + 1 :])
    for damaged in hostile:
        assert not Vectors().compute(damaged, TEXTS)


def test_only_so_many_are_kept_in_the_program() -> None:
    small = Vectors(most=3)
    rows = small.of([f"Text {n}" for n in range(8)])
    assert (small.of([f"Text {n}" for n in range(8)]) == rows).all()
    assert small.count == 3


def test_what_is_kept_can_be_forgotten() -> None:
    made = Vectors()
    rows = made.of(TEXTS)
    made.clear()
    assert made.count == 0
    assert (made.of(TEXTS) == rows).all()


def test_company_makes_no_difference() -> None:
    texts = [f"I want {what} on Sundays." for what in ("a bus", "cake", "friends", "to sing", "it")]
    together = Vectors().of(texts)
    assert (np.vstack([Vectors().of([text]) for text in texts]) == together).all()


@seed(6)
@given(st.lists(st.sampled_from(range(200)) | st.text(max_size=80), min_size=1, max_size=150))
@settings(max_examples=10, deadline=None)
def test_no_company_in_any_order_or_number_makes_a_difference(chosen: list[int | str]) -> None:
    voices = held_out().voices
    texts = [one if isinstance(one, str) else voices[one % len(voices)].text for one in chosen]
    found = Vectors().of(texts)
    assert (Vectors().of(texts[::-1])[::-1] == found).all()
    some = Vectors()
    some.of(texts[::3])
    assert (some.of(texts) == found).all()
    assert (Vectors().of(texts[:1]) == found[:1]).all()


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    Vectors().of([f"Text {n}" for n in range(40)], lambda *done: told.append(done))
    assert told[0] == (0, 40)
    assert told[-1] == (40, 40)
    assert told == sorted(told)


@pytest.mark.slow
def test_two_programs_say_the_same_and_need_no_network() -> None:
    line = (
        "import json, socket; socket.socket = None;"
        "from path_planner.similarity.embeddings import Vectors;"
        "print(json.dumps(Vectors().of(['I want a bus.', 'Ich will einen Bus.']).tolist()))"
    )
    said = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True)
    here = Vectors().of(["I want a bus.", "Ich will einen Bus."])
    assert json.loads(said.stdout) == here.tolist()
