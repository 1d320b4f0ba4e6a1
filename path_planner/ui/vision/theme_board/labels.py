"""The labels of the theming board, translated: the JavaScript has no sentences of its own."""

from path_planner.i18n import _, plural_forms


def theme_board_labels() -> dict[str, str]:
    """Return the labels by their keys, in the current language."""
    return {
        **_board(),
        **_finding(),
        **_hand(),
        **_told(),
        **_themes(),
        **_statements(),
        **_suggestions(),
        **_offers(),
        **_disagreeing(),
    }


def counted_theme_labels() -> dict[str, dict[str, str]]:
    """Return the labels with a count, by key: one for each plural form."""
    return {
        "board.waiting": plural_forms(
            "{count} change waiting to save", "{count} changes waiting to save"
        ),
        "board.found_of": plural_forms(
            "{found} of {count} voice matches your search.",
            "{found} of {count} voices match your search.",
        ),
        "board.voices": plural_forms("{count} voice", "{count} voices"),
        "board.show_more": plural_forms(
            "Show {count} more of {left}", "Show {count} more of {left}"
        ),
        "card.in": plural_forms("in {count} theme", "in {count} themes"),
        "hand.voices": plural_forms("{count} voice picked up", "{count} voices picked up"),
        "hand.put_into": plural_forms(
            "Put here: {count} voice into “{name}”", "Put here: {count} voices into “{name}”"
        ),
        "told.up": plural_forms(
            "Picked up: {words}. You are holding {count} voice.",
            "Picked up: {words}. You are holding {count} voices.",
        ),
        "told.put": plural_forms(
            "{count} voice is now in “{name}”.", "{count} voices are now in “{name}”."
        ),
        "told.also": plural_forms(
            "{count} voice is now in “{name}” as well.",
            "{count} voices are now in “{name}” as well.",
        ),
        "told.out": plural_forms("{count} voice was removed.", "{count} voices were removed."),
        "told.alone": plural_forms(
            "{count} voice is now kept on its own.", "{count} voices are now kept on their own."
        ),
        "told.made": plural_forms(
            "New theme “{name}” with {count} voice.", "New theme “{name}” with {count} voices."
        ),
        "offer.loose": plural_forms("{count} not in a theme yet", "{count} not in a theme yet"),
        "offer.offered": plural_forms("{count} line offered", "{count} lines offered"),
        "offer.times": plural_forms("×{count}", "×{count}"),
        "offer.people": plural_forms("{count} person", "{count} people"),
        "offer.add": plural_forms(
            "Add {count} line to “{name}” · {people}", "Add {count} lines to “{name}” · {people}"
        ),
        "offer.none": plural_forms(
            "Nothing like it is left. {count} voice is not in a theme.",
            "Nothing like it is left. {count} voices are not in a theme.",
        ),
        "disagree.one_has": plural_forms(
            "One side of a disagreement is kept: {count} voice.",
            "One side of a disagreement is kept: {count} voices.",
        ),
    }


def _board() -> dict[str, str]:
    return {
        "board.board": _("Theming board"),
        "board.how": _(
            "Space picks up a voice. The arrow keys move between voices and themes. Enter "
            "puts it down. A number puts it in that theme. M shows all themes. Escape cancels."
        ),
        "board.pile": _("Not in a theme yet"),
        "board.pile_empty": _("Every voice has a place."),
        "board.alone": _("Voices kept on their own"),
        "board.alone_empty": _(
            "If a voice does not fit any theme, keep it on its own. It is printed just as it is."
        ),
        "board.new_theme": _("New theme"),
        "board.new_how": _("Put voices here, or start with a name."),
        "board.new_with_hand": _("Press to start a theme with the voices you picked up."),
        "board.themes": _("Themes"),
        "board.tools": _("Search, undo and views"),
        "board.undo": _("Undo"),
        "board.seeds": _("Suggest small groups"),
        "board.sides": _("Side by side"),
        "board.whole": _("Full window"),
        "board.close": _("Close"),
    }


def _finding() -> dict[str, str]:
    return {
        "board.search": _("Search the voices"),
        "board.standing": _("Speaker"),
        "board.source": _("Source"),
        "board.everyone": _("All"),
        "board.show_all": _("Show all again"),
        "board.none_found": _("No voice here matches your search."),
    }


def _hand() -> dict[str, str]:
    return {
        "card.into": _("Move to …"),
        "card.into_of": _("Move to … : {words}"),
        "card.alone": _("kept on its own"),
        "card.in_hand": _("picked up"),
        "card.also": _("Also keep it where it is"),
        "card.there": _("is already in it"),
        "hand.hand": _("Picked up"),
        "hand.put_here": _("Put here"),
        "hand.take_out": _("Remove from this theme"),
        "hand.alone": _("Keep on its own"),
        "hand.split": _("Split off as a new theme"),
        "hand.let_go": _("Put down"),
        "hand.one_side": _("People disagree: keep as one side"),
        "hand.other_side": _("This is the other side"),
    }


def _told() -> dict[str, str]:
    return {
        "told.down": _("Put down: {words}"),
        "told.let_go": _("Nothing picked up."),
        "told.there_already": _("It is already in “{name}”."),
        "told.no_such_theme": _("There is no theme {number}."),
        "told.renamed": _("The theme is now called “{name}”."),
        "told.stated": _("The statement of “{name}” is saved."),
        "told.moved": _("“{name}” was moved."),
        "told.merged": _("All the voices are now in “{name}”."),
        "told.apart": _("“{name}” was ungrouped."),
        "told.disagreed": _("The disagreement is kept, with both sides."),
        "told.undo": _("Your last step was undone."),
    }


def _themes() -> dict[str, str]:
    return {
        "theme.more": _("More for “{name}”"),
        "theme.empty": _("No voices yet."),
        "theme.nobody": _("Nobody on this side yet."),
        "theme.name": _("What do people call it?"),
        "theme.name_hint": _("In the words people use themselves."),
        "theme.needs_name": _("Please give it a name."),
        "theme.make": _("Make the theme"),
        "theme.rename": _("A different name"),
        "theme.keep_name": _("Save the name"),
        "theme.merge": _("Merge with another theme"),
        "theme.merge_of": _("Merge “{name}” with …"),
        "theme.merge_how": _("All its voices move there. No voice is lost."),
        "theme.split": _("Split off the voices you picked up"),
        "theme.split_from": _("Split off from “{name}”"),
        "theme.split_how": _("Pick up voices in this theme first."),
        "theme.up": _("Move up"),
        "theme.down": _("Move down"),
        "theme.apart": _("Ungroup"),
        "theme.apart_of": _("Ungroup “{name}”?"),
        "theme.apart_how": _(
            "Its voices go back to the list. Any that are not in another theme need a new place."
        ),
        "theme.apart_yes": _("Yes, ungroup"),
        "theme.apart_no": _("No, keep it"),
    }


def _statements() -> dict[str, str]:
    return {
        "theme.state": _("Statement"),
        "theme.state_of": _("Statement of “{name}”"),
        "theme.statement": _("The way one person would say it"),
        "theme.state_how": _(
            "One sentence starting “I” or “we” that the people who said it would agree with."
        ),
        "theme.begin_with": _("Start with “{words}”"),
        "theme.i": _("I"),
        "theme.we": _("We"),
        "theme.agreed": _("Who in the steering group agreed to these words?"),
        "theme.ask_again": _("The words have changed. Please ask again who agrees."),
        "theme.no_steering": _("Nobody is in the steering group yet."),
        "theme.keep": _("Save the statement"),
    }


def _suggestions() -> dict[str, str]:
    return {
        "suggest.ask": _("Suggest …"),
        "suggest.yours": _("The computer suggests. You decide."),
        "suggest.suggestions": _("Suggestions"),
        "suggest.waits": _("Comparing the voices. The first time takes a little while."),
        "suggest.machine": _("The computer made this by comparing words. It is often wrong."),
        "suggest.themes": _("Most like these themes"),
        "suggest.no_themes": _("None of your themes is like it."),
        "suggest.alike": _("Voices like this one"),
        "suggest.none_alike": _("No other voice is much like this one."),
        "suggest.is_in": _("It is in: {names}"),
        "suggest.seeds_how": _(
            "A few voices in each group that may belong together, to get you "
            "started. Give a group a name if it makes sense to you. Ignore the rest."
        ),
        "suggest.no_seeds": _(
            "No small group stands out. People may still spot something the computer missed."
        ),
        "suggest.make": _("Make it a theme"),
        "suggest.make_and_find": _("Make it a theme and look at the others"),
        "suggest.stop": _("Stop"),
        "suggest.dismiss": _("Not these"),
    }


def _offers() -> dict[str, str]:
    return {
        "offer.title": _("Voices that may belong here"),
        "offer.find": _("Find more voices"),
        "offer.find_for": _("Find more voices for “{name}”"),
        "offer.back": _("Back to all themes"),
        "offer.middle": _("In the middle of it:"),
        "offer.search": _("Search these voices"),
        "offer.all_groups": _("All groups"),
        "offer.less_sure": _("less sure from here"),
        "offer.all_like": _("All like this one"),
        "offer.not_this": _("Not this theme"),
        "offer.not_this_of": _("Not in “{name}”: {words}"),
        "offer.tick_first": _("Tick the voices to add"),
        "offer.more_like_ticked": _("More like the ticked ones"),
        "offer.key_go": _("go"),
        "offer.key_tick": _("tick or untick"),
        "offer.key_all": _("tick all down to the line"),
        "offer.key_more": _("more like this one"),
        "offer.key_not": _("not this theme: never offer it again"),
        "offer.key_add": _("add all that are ticked"),
        "offer.how": _(
            "Up and down move. Space ticks. A ticks all that are sure. M finds more like "
            "this one. X says it is not this theme. Enter adds all that are ticked."
        ),
        "told.refused": _("It is not offered for “{name}” again."),
    }


def _disagreeing() -> dict[str, str]:
    return {
        "disagree.title": _("People see it differently"),
        "disagree.kept": _("One side is kept. Now pick up the voices of the other side."),
        "disagree.forget": _("Discard this side"),
        "disagree.about": _("What is it about?"),
        "disagree.needs_about": _("Please say what it is about."),
        "disagree.one": _("One side"),
        "disagree.other": _("The other side"),
        "disagree.one_words": _("In words this side would agree with"),
        "disagree.other_words": _("In words that side would agree with"),
        "disagree.theme": _("Theme it belongs to"),
        "disagree.no_theme": _("None in particular"),
        "disagree.next": _("What happens next?"),
        "disagree.keep": _("Keep both sides"),
    }
