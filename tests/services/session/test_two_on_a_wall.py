"""Two windows edit the same words on a wall: each says from which revision it came."""

from dataclasses import replace

from path_planner.domain.base import put
from path_planner.domain.marks import Label
from path_planner.domain.other_versions import other_versions
from path_planner.domain.session import Session
from path_planner.formats.excalidraw import elements_of
from path_planner.services.session.wall import apply_command
from path_planner.services.session.wall.commands import read_command
from tests.services.session.rooms import Group, a_group
from tests.services.session.walls import fresh


def from_another_window(group: Group, do: str, **facts: object) -> Session:
    """Apply a change of a window that has the newest state, but whose words may be older."""
    store = group.room.store
    newest = store.open(group.session.id).document
    room = replace(group.room, document=newest, by=fresh())
    return apply_command(room, read_command({"id": fresh(), "do": do, **facts})).document


def kept(session: Session) -> list[tuple[str, str, object]]:
    """Return what has two versions."""
    return [(one.record, one.field, one.value) for one in other_versions(session).values()]


def test_the_words_of_a_card_have_two_versions() -> None:
    group = a_group()
    base = group.session.revision
    from_another_window(group, "write", record="v1", text="Roses", base=base)
    after = from_another_window(group, "write", record="v1", text="Poppies", base=base)
    assert after.voices["v1"].text == "Poppies"
    assert kept(after) == [("v1", "text", "Roses")]


def test_one_who_opened_the_card_later_has_seen_the_other_words() -> None:
    group = a_group()
    newer = from_another_window(group, "write", record="v1", text="Roses", base=0)
    after = from_another_window(group, "write", record="v1", text="Poppies", base=newer.revision)
    assert (after.voices["v1"].text, kept(after)) == ("Poppies", [])


def test_facts_of_a_card_merge_by_field() -> None:
    group = a_group()
    base = group.session.revision
    amend = {"collection": "voices", "record": "v1", "base": base}
    from_another_window(group, "amend", fields={"share": "private"}, **amend)
    after = from_another_window(group, "amend", fields={"share": "named"}, **amend)
    assert str(after.voices["v1"].share) == "private"
    assert kept(after) == [("v1", "share", "named")]
    after = from_another_window(group, "amend", fields={"by": "asha"}, **amend)
    assert (str(after.voices["v1"].share), after.voices["v1"].said_by) == ("private", "asha")


def test_words_written_onto_the_wall_have_two_versions() -> None:
    group = a_group()
    label = Label(id="l1", stage="dream", x=0, y=0, width=100, height=40, size=20, text="Hope")
    group.does(group.room.keep(put(group.session, "marks", label)))
    base = group.session.revision
    for text in ("Hope!", "Hopes"):
        (element,) = elements_of(label.model_copy(update={"text": text}), group.session)
        after = from_another_window(group, "put", element=element, base=base)
    mark = after.marks["l1"]
    assert isinstance(mark, Label)
    assert mark.text == "Hopes"
    assert kept(after) == [("l1", "text", "Hope!")]
