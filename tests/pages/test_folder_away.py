"""The folder of the plans is away for a while: a stick was pulled out."""

from pathlib import Path

from path_planner.domain.session import Session
from path_planner.storage.protocol import SessionStore
from tests.pages.visiting import field, labels, visit, words_of


def test_the_page_stays_keeps_what_is_typed_and_goes_on(
    store: SessionStore, asha: Session, tmp_path: Path
) -> None:
    window = visit("prepare", asha.id)
    folder, pocket = tmp_path / "store", tmp_path / "pocket"
    folder.rename(pocket)
    field(window.text_input, "Place").set_value("Little Hopeford").run()
    window.run()
    assert not window.exception
    assert "The folder with the plans is not there." in words_of(window)
    assert "connect it again" in words_of(window)
    assert "Save a copy (file)" in labels(window.get("download_button"))
    assert field(window.text_input, "Place").value == "Little Hopeford"
    assert not folder.exists()
    pocket.rename(folder)
    window.run()
    window.run()
    assert store.open(asha.id).document.about.place == "Little Hopeford"
    assert "connect it again" not in words_of(window)
