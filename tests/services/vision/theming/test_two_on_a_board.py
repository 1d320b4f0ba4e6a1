"""Two windows edit the same theme on a board: each says from which revision it came."""

import pytest

from path_planner.domain.base import put
from path_planner.domain.other_versions import other_versions
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.services.context import VisionContext
from path_planner.services.other_versions import Choice, choose
from path_planner.services.vision.theme_board_commands import apply_command, read_command
from path_planner.services.vision.undo import undo
from path_planner.storage.memory_store import MemoryStore
from path_planner.storage.protocol import VisionStore
from path_planner.storage.vision_type import VISIONS
from tests.storage.cases import a_vision


def begun() -> tuple[VisionStore, Vision]:
    """Begin a vision with a theme."""
    store: VisionStore = MemoryStore(VISIONS)
    vision = put(a_vision(), "themes", Theme(id="t1", name="Home"))
    return store, store.create(vision)


def tell(store: VisionStore, vision: Vision, window: str, number: int, **facts: object) -> Vision:
    """Let a window tell one change; it has the newest state, but its words may be older."""
    context = VisionContext(store, store.open(vision.id).document, by=window)
    command = read_command({"id": f"{number:020}", "theme": "t1", **facts})
    return apply_command(context, command).document


def kept(vision: Vision) -> list[tuple[str, object]]:
    """Return what has two versions."""
    return [(version.field, version.value) for version in other_versions(vision).values()]


def test_a_theme_that_two_people_rename_has_two_names() -> None:
    store, vision = begun()
    tell(store, vision, "one", 1, do="rename", name="A home", base=0)
    after = tell(store, vision, "two", 2, do="rename", name="Homes", base=0)
    assert after.themes["t1"].name == "Homes"
    assert kept(after) == [("name", "A home")]


def test_a_name_and_a_statement_do_not_clash() -> None:
    store, vision = begun()
    tell(store, vision, "one", 1, do="rename", name="A home", base=0)
    after = tell(store, vision, "two", 2, do="state", statement="We live here.", base=0)
    theme = after.themes["t1"]
    assert (theme.name, theme.statement, kept(after)) == ("A home", "We live here.", [])


def test_who_agreed_to_one_statement_has_not_agreed_to_the_other() -> None:
    store, vision = begun()
    tell(store, vision, "one", 1, do="state", statement="I live here.", base=0)
    after = tell(store, vision, "two", 2, do="state", statement="We live here.", base=0)
    assert kept(after) == [("statement", "I live here.")]
    agreed = after.themes["t1"].model_copy(update={"agreed_by": ("m1",)})
    context = VisionContext(store, after)
    after = context.keep(put(after, "themes", agreed)).document
    (version,) = other_versions(after)
    taken = choose(VisionContext(store, after), version, Choice.OTHER).document.themes["t1"]
    assert (taken.statement, taken.agreed_by) == ("I live here.", ())


def test_what_a_window_made_before_the_server_answered_is_edited_with_the_older_revision() -> None:
    store, vision = begun()
    new = {"theme": "t2", "base": 0}
    tell(store, vision, "one", 1, do="make", name="Friends", voices=[], take=[], **new)
    tell(store, vision, "one", 2, do="state", statement="I see my friends.", **new)
    after = tell(store, vision, "one", 3, do="rename", name="Friendship", **new)
    theme = after.themes["t2"]
    assert (theme.name, theme.statement) == ("Friendship", "I see my friends.")
    again = tell(store, vision, "one", 4, do="rename", name="Good friends", **new)
    assert (again.themes["t2"].name, kept(again)) == ("Good friends", [])


def test_what_a_window_made_after_others_had_saved_is_edited_too() -> None:
    store, vision = begun()
    tell(store, vision, "two", 1, do="rename", name="Homes", base=0)
    tell(store, vision, "one", 2, do="make", theme="t2", name="Friends", voices=[], take=[])
    after = tell(store, vision, "one", 3, do="state", theme="t2", statement="I see them.", base=0)
    assert after.themes["t2"].statement == "I see them."


def test_what_was_deleted_since_does_not_come_back_by_an_edit() -> None:
    store, vision = begun()
    tell(store, vision, "two", 1, do="apart")
    with pytest.raises(UnknownRecord):
        tell(store, vision, "one", 2, do="state", statement="We live here.", base=0)


def test_undo_of_the_later_words_leaves_the_earlier_ones_and_no_second_version() -> None:
    store, vision = begun()
    tell(store, vision, "one", 1, do="rename", name="A home", base=0)
    after = tell(store, vision, "two", 2, do="rename", name="Homes", base=0)
    back = undo(VisionContext(store, after, by="two")).document
    assert (back.themes["t1"].name, kept(back)) == ("A home", [])
