"""The labels of the agenda wall, translated: the JavaScript has no sentences of its own."""

from path_planner.i18n import _, plural_forms


def agenda_labels() -> dict[str, str]:
    """Return the labels by their keys, in the current language."""
    return {**_wall(), **_hand(), **_menu()}


def counted_agenda_labels() -> dict[str, dict[str, str]]:
    """Return the labels with a count, by key: one for each plural form."""
    return {
        "agenda.interest": plural_forms("{count} interested", "{count} interested"),
        "agenda.unsaved": plural_forms(
            "{count} change waiting to save", "{count} changes waiting to save"
        ),
    }


def _wall() -> dict[str, str]:
    return {
        "agenda.wall": _("Agenda wall"),
        "agenda.grid": _("Times and rooms"),
        "agenda.how": _(
            "Drag a topic to a time and a room. By keyboard: Enter takes it, arrows go, "
            "Enter puts it down, Esc leaves it. “More” has everything without dragging."
        ),
        "agenda.waiting": _("Waiting for a place"),
        "agenda.waiting_none": _("No topic is waiting."),
        "agenda.parked": _("Parking space"),
        "agenda.parked_none": _("Nothing is parked."),
        "agenda.no_rooms": _("There are no rooms yet. Add them under Prepare."),
        "agenda.free": _("free"),
        "agenda.free_bring": _("Free. Bring a topic."),
        "agenda.two_here": _("Two topics are here. Please move one."),
        "agenda.needs": _("Needs: {words}"),
        "agenda.lacks": _("Needs: {words}. This room does not have it all."),
        "agenda.with": _("Together with: {titles}"),
        "agenda.count_of": _("One more is interested in “{title}”"),
        "agenda.more": _("More"),
        "agenda.more_of": _("More for “{title}”"),
        "agenda.close": _("Close"),
    }


def _hand() -> dict[str, str]:
    return {
        "agenda.taken": _("Picked up: {title}. Arrows go, Enter puts it down, Esc leaves it."),
        "agenda.left": _("Left where it was."),
        "agenda.put": _("{title} is now at {place}."),
        "agenda.put_here": _("Put here"),
        "agenda.swap": _("Swap"),
        "agenda.merge_here": _("Join with this one"),
        "agenda.merged": _("Joined with “{title}”."),
        "agenda.back": _("{title} is back."),
        "agenda.saved": _("Saved."),
        "agenda.was_split": _("New topic: {title}"),
        "agenda.unmerged": _("{title} stands by itself again."),
        "agenda.uncounted": _("The last count was taken back."),
    }


def _menu() -> dict[str, str]:
    return {
        "agenda.time": _("Time"),
        "agenda.room": _("Room"),
        "agenda.put_there": _("Put it there"),
        "agenda.off_the_wall": _("Take it off the wall"),
        "agenda.park": _("Park it"),
        "agenda.bring_back": _("Bring it back"),
        "agenda.merge": _("Join them"),
        "agenda.merge_with": _("Join with"),
        "agenda.unmerge": _("Take “{title}” out again"),
        "agenda.split": _("Make it a topic"),
        "agenda.split_as": _("A part of it, as a topic of its own"),
        "agenda.title": _("Title"),
        "agenda.convenor": _("Who brings it?"),
        "agenda.save": _("Save"),
        "agenda.how_many": _("How many more are interested?"),
        "agenda.add_count": _("Count them"),
        "agenda.uncount": _("Take the last count back"),
    }
