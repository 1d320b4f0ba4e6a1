"""One folder of rendered documents for a whole run."""

import os
from pathlib import Path

import pytest

from tests.exports.rendered import DOCUMENTS

QUICK = {
    *("test_blocks.py", "test_calendar.py", "test_fixed_words.py", "test_outline.py"),
    *("test_readability.py", "test_rendered.py", "test_safe_csv.py", "test_sentences.py"),
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all but what is about words: the others render whole documents."""
    for item in items:
        if Path(__file__).parent in item.path.parents and item.path.name not in QUICK:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session", autouse=True)
def _rendered_documents(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let all processes of this run share what they have rendered."""
    own = tmp_path_factory.getbasetemp()
    # Where several processes run the tests, each has a folder of its own inside that of the run.
    run = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    DOCUMENTS.folder = run / "rendered"
    DOCUMENTS.folder.mkdir(exist_ok=True)
