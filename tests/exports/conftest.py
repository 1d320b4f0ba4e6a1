"""One folder of rendered documents for a whole run."""

import os

import pytest

from tests.exports.rendered import DOCUMENTS


@pytest.fixture(scope="session", autouse=True)
def _rendered_documents(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let all processes of this run share what they have rendered."""
    own = tmp_path_factory.getbasetemp()
    # Where several processes run the tests, each has a folder of its own inside that of the run.
    run = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    DOCUMENTS.folder = run / "rendered"
    DOCUMENTS.folder.mkdir(exist_ok=True)
