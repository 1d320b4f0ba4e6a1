"""Suggestions are the same to the last digit: with other company, from a file, on other processors.

`KNOWN` was written down once, by one machine. Each machine that runs this test is held against it,
and so are kernels for other processors, as far as this one can run them. Where the sample voices,
the encoder or the suggestions are meant to change, write down anew what the program `fingerprint`
prints.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping

import numpy as np
import pytest

from path_planner.similarity.embeddings import Vectors
from tests.similarity import fingerprint
from tests.similarity.fingerprint import fingerprints, sample

pytestmark = pytest.mark.slow

KNOWN = {
    "vectors": "acf584c424a21aea",
    "rows": "4ab22e39016f8c5d",
    "likenesses": "10841213b6e0e625",
    "nearest": "b2231c742ee06848",
    "themes": "bd0c4015d6807d29",
    "seeds": "4994fb038ab39713",
    "offers": "f33053c763070923",
}
CORES = {
    "Prescott": "two numbers at a time",
    "Sandybridge": "four at a time, rounded after each product",
    "Haswell": "four at a time, not rounded after a product",
    "SkylakeX": "eight at a time",
}
"""Processors for which OpenBLAS has kernels of their own, and how these compute."""
ILLEGAL_INSTRUCTION = {-signal.SIGILL, 0xC000001D}


def test_suggestions_are_the_known_ones_whatever_was_embedded_before() -> None:
    texts = [voice.text for voice in sample()]
    before = Vectors()
    before.of(["Something else.", *texts[::-7], "And that."])
    assert fingerprints(before) == KNOWN


def test_suggestions_are_the_known_ones_from_a_file() -> None:
    texts = [voice.text for voice in sample()]
    read = Vectors()
    assert read.compute(Vectors().written(texts[::-1]), texts)
    assert fingerprints(read) == KNOWN


@pytest.mark.parametrize("core", CORES)
def test_suggestions_are_the_known_ones_with_kernels_for_other_processors(core: str) -> None:
    assert said_by({"OPENBLAS_CORETYPE": core}) == KNOWN


def test_suggestions_are_the_known_ones_without_the_instructions_numpy_found() -> None:
    config = np.show_config(mode="dicts")
    found = config.get("SIMD Extensions", {}).get("found", [])
    assert said_by({"NPY_DISABLE_CPU_FEATURES": " ".join(found)}) == KNOWN


def said_by(variables: Mapping[str, str]) -> object:
    """Return what another program says that begins with these variables."""
    done = subprocess.run(
        [sys.executable, "-m", fingerprint.__name__],
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode in ILLEGAL_INSTRUCTION:
        pytest.skip("this processor has not the instructions")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
