"""The parking space: what waits there keeps whose it is, and goes nowhere by itself."""

from dataclasses import replace

from path_planner.domain.base import put
from path_planner.domain.voice import Share
from path_planner.exports.base import Options
from path_planner.exports.session import markdown
from path_planner.scene.model import Audience
from path_planner.services.history.restoring import preview
from path_planner.services.records import delete
from path_planner.services.session import people
from path_planner.services.session.voices import (
    change_voice,
    move_to_stage,
    park,
    park_line,
    write_voice,
)
from path_planner.ui.wall.outline_items import parked_items
from tests.domain.builders import a_session
from tests.services.session.rooms import Group, a_group


def a_group_with(*, share: Share = Share.CIRCLE) -> Group:
    """Return a group with one voice of Robin’s, which Asha supported, on a wall."""
    group = a_group(a_session(voices={}, marks={}, commitments={}))
    facts = {"said_by": "robin", "supported_by": "asha", "share": share}
    group.does(write_voice(group.room, "dream", "Who has the keys?", **facts))
    return group


def test_a_voice_is_parked_with_all_that_is_known_of_it_and_comes_back_as_the_last() -> None:
    group = a_group_with()
    (voice,) = group.session.voices.values()
    group.does(park(group.room, voice.id))
    assert (dict(group.session.voices), list(group.session.parked)) == ({}, [voice.id])
    group.does(write_voice(group.room, "now", "Later"))
    group.does(move_to_stage(group.room, voice.id, "now"))
    moved = group.session.voices[voice.id]
    assert group.session.parked == {}
    assert (moved.text, moved.said_by, moved.supported_by) == (voice.text, "robin", "asha")
    assert (moved.stage, moved.order > voice.order) == ("now", True)


def test_a_line_is_parked_at_once_and_an_empty_one_is_none() -> None:
    group = a_group_with()
    group.does(park_line(group.room, "dream", "Lunch is at one.", said_by="asha"))
    assert [one.text for one in group.session.parked.values()] == ["Lunch is at one."]
    assert park_line(group.room, "dream", "  ").changes == ()


def test_what_is_parked_is_in_the_summary_and_the_outline_but_private_words_are_not() -> None:
    group = a_group_with()
    group.does(park_line(group.room, "dream", "Lunch *is* at one."))
    group.does(park_line(group.room, "dream", "My secret", share=Share.PRIVATE))
    circle = markdown.render(group.session, Options(audience=Audience.CIRCLE)).decode()
    assert "## Parking space\n\n- Lunch \\*is\\* at one.\n" in circle
    assert "My secret" not in circle
    own = markdown.render(group.session, Options(audience=Audience.PATHFINDER)).decode()
    assert "My secret" in own
    assert [one["text"] for one in parked_items(group.session)] == ["Lunch *is* at one."]


def test_who_is_taken_out_is_taken_out_of_what_is_parked() -> None:
    group = a_group_with()
    group.does(park(group.room, next(iter(group.session.voices))))
    group.does(people.remove_person(group.room, "robin"))
    (parked,) = group.session.parked.values()
    assert (parked.said_by, parked.supported_by) == (None, "asha")


def test_a_level_that_was_narrowed_while_parked_stays_narrow_in_an_earlier_state() -> None:
    """Going back to when it stood in its stage does not widen it."""
    group = a_group_with(share=Share.NAMED)
    (voice,) = group.session.voices.values()
    before = group.session.revision
    group.does(park(group.room, voice.id))
    narrow = group.session.parked[voice.id].model_copy(update={"share": Share.PRIVATE})
    group.does(group.room.keep(put(group.session, "parked", narrow)))
    assert preview(group.room, before).document.voices[voice.id].share is Share.PRIVATE
    group.does(delete(group.room, "parked", voice.id))
    assert preview(group.room, before).document.voices[voice.id].share is Share.PRIVATE


def test_moving_it_back_and_changing_it_are_as_for_any_voice() -> None:
    group = a_group_with()
    (voice,) = group.session.voices.values()
    group.does(park(group.room, voice.id))
    group.does(move_to_stage(group.room, voice.id, "goal"))
    group.does(change_voice(replace(group.room), voice.id, text="Who keeps the keys?"))
    assert group.session.voices[voice.id].text == "Who keeps the keys?"
