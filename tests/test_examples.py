"""Properties are tried with the same examples, whichever other tests run along with them."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

WRITTEN = 914_727_316_871


@pytest.fixture
def _a_module_with_a_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "numbered.py"
    file.write_text(f"NUMBER = {WRITTEN}\n")
    spec = spec_from_file_location("numbered", file)
    assert spec
    monkeypatch.setitem(sys.modules, "numbered", module_from_spec(spec))


@pytest.mark.usefixtures("_a_module_with_a_number")
def test_no_example_is_taken_from_the_modules_that_are_loaded() -> None:
    tried: list[int] = []

    @settings(max_examples=500)
    @given(st.integers(WRITTEN - 10**9, WRITTEN + 10**9))
    def look(number: int) -> None:
        tried.append(number)

    look()
    assert len(tried) >= 500
    assert WRITTEN not in tried
