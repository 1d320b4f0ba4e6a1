"""The sentences of the theming board: the browser's side has none of its own."""

from path_planner.i18n import _, plural_forms


def theme_board_labels() -> dict[str, str]:
    """Return what the board says, by the keys it knows, in the language spoken now."""
    return {
        **_board(),
        **_finding(),
        **_hand(),
        **_told(),
        **_themes(),
        **_statements(),
        **_suggestions(),
        **_disagreeing(),
    }


def counted_theme_labels() -> dict[str, dict[str, str]]:
    """Return what the board says of a number of things: a sentence for each kind of number."""
    return {
        "board.waiting": plural_forms("{count} change waiting", "{count} changes waiting"),
        "board.found_of": plural_forms(
            "{found} of {count} voice fits the search.", "{found} of {count} voices fit the search."
        ),
        "board.voices": plural_forms("{count} voice", "{count} voices"),
        "board.show_more": plural_forms(
            "Show {count} more of {left}", "Show {count} more of {left}"
        ),
        "card.in": plural_forms("in {count} theme", "in {count} themes"),
        "hand.voices": plural_forms("{count} voice in hand", "{count} voices in hand"),
        "hand.put_into": plural_forms(
            "Put here: {count} voice into “{name}”", "Put here: {count} voices into “{name}”"
        ),
        "told.up": plural_forms(
            "Taken up: {words}. {count} voice in hand.",
            "Taken up: {words}. {count} voices in hand.",
        ),
        "told.put": plural_forms(
            "{count} voice is in “{name}” now.", "{count} voices are in “{name}” now."
        ),
        "told.also": plural_forms(
            "{count} voice is in “{name}” as well now.",
            "{count} voices are in “{name}” as well now.",
        ),
        "told.out": plural_forms("{count} voice was taken out.", "{count} voices were taken out."),
        "told.alone": plural_forms(
            "{count} voice stands alone now.", "{count} voices stand alone now."
        ),
        "told.made": plural_forms(
            "New theme “{name}” with {count} voice.", "New theme “{name}” with {count} voices."
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
            "Space takes the voice up. The arrow keys lead from voice to voice and from theme to "
            "theme. Enter puts it down. A number puts it into that theme. M shows all themes. "
            "Escape lets go."
        ),
        "board.pile": _("Not in a theme yet"),
        "board.pile_empty": _("Every voice has found its place."),
        "board.alone": _("Voices that stand alone"),
        "board.alone_empty": _(
            "A voice that fits nowhere may stand for itself. It is kept and printed as it is."
        ),
        "board.new_theme": _("New theme"),
        "board.new_how": _("Put voices here, or begin with a name."),
        "board.new_with_hand": _("Press to begin a theme with the voices in hand."),
        "board.themes": _("Themes"),
        "board.tools": _("Search, undo and views"),
        "board.undo": _("Undo"),
        "board.seeds": _("Suggest small groups"),
        "board.sides": _("Side by side"),
        "board.whole": _("Fill the window"),
        "board.close": _("Close"),
    }


def _finding() -> dict[str, str]:
    return {
        "board.search": _("Search the voices"),
        "board.standing": _("Who speaks"),
        "board.source": _("From where"),
        "board.everyone": _("All"),
        "board.show_all": _("Show all again"),
        "board.none_found": _("No voice here fits the search."),
    }


def _hand() -> dict[str, str]:
    return {
        "card.into": _("Put into …"),
        "card.into_of": _("Put into … : {words}"),
        "card.alone": _("stands alone"),
        "card.in_hand": _("in hand"),
        "card.also": _("Keep it where it is as well"),
        "card.there": _("is in it already"),
        "hand.hand": _("In hand"),
        "hand.put_here": _("Put here"),
        "hand.take_out": _("Take out of the theme"),
        "hand.alone": _("Stands alone"),
        "hand.split": _("Split off as a theme"),
        "hand.let_go": _("Let go"),
        "hand.one_side": _("People disagree: keep as one side"),
        "hand.other_side": _("This is the other side"),
    }


def _told() -> dict[str, str]:
    return {
        "told.down": _("Let go: {words}"),
        "told.let_go": _("Nothing in hand."),
        "told.there_already": _("It is in “{name}” already."),
        "told.no_such_theme": _("There is no theme {number}."),
        "told.renamed": _("The theme is called “{name}” now."),
        "told.stated": _("The statement of “{name}” is kept."),
        "told.moved": _("“{name}” was moved."),
        "told.merged": _("All voices are in “{name}” now."),
        "told.apart": _("“{name}” was taken apart."),
        "told.disagreed": _("The disagreement is kept, with both sides."),
        "told.undo": _("Your last step is taken back."),
    }


def _themes() -> dict[str, str]:
    return {
        "theme.more": _("More for “{name}”"),
        "theme.empty": _("No voice in it yet."),
        "theme.nobody": _("Nobody from this side yet."),
        "theme.name": _("What do people call it?"),
        "theme.name_hint": _("In the words people use themselves."),
        "theme.needs_name": _("Please give it a name."),
        "theme.make": _("Make the theme"),
        "theme.rename": _("Another name"),
        "theme.keep_name": _("Keep the name"),
        "theme.merge": _("Put together with another theme"),
        "theme.merge_of": _("Put “{name}” together with …"),
        "theme.merge_how": _("All its voices go there. No voice is lost."),
        "theme.split": _("Split off the voices in hand"),
        "theme.split_from": _("Split off from “{name}”"),
        "theme.split_how": _("Take up voices of this theme first."),
        "theme.up": _("Move up"),
        "theme.down": _("Move down"),
        "theme.apart": _("Take apart"),
        "theme.apart_of": _("Take “{name}” apart?"),
        "theme.apart_how": _(
            "Its voices go back. Those that are in no other theme wait for a new place."
        ),
        "theme.apart_yes": _("Yes, take it apart"),
        "theme.apart_no": _("No, keep it"),
    }


def _statements() -> dict[str, str]:
    return {
        "theme.state": _("Statement"),
        "theme.state_of": _("Statement of “{name}”"),
        "theme.statement": _("As one person would say it"),
        "theme.state_how": _(
            "One sentence that those who said it would agree with, with “I” or “we”."
        ),
        "theme.begin_with": _("Begin with “{words}”"),
        "theme.i": _("I"),
        "theme.we": _("We"),
        "theme.agreed": _("Who of the steering group agreed to these words?"),
        "theme.ask_again": _("The words are new. Please ask again who agrees."),
        "theme.no_steering": _("Nobody is in the steering group yet."),
        "theme.keep": _("Keep the statement"),
    }


def _suggestions() -> dict[str, str]:
    return {
        "suggest.ask": _("Suggest …"),
        "suggest.yours": _("The machine suggests. You decide."),
        "suggest.suggestions": _("Suggestions"),
        "suggest.waits": _("Comparing the voices. The first time this takes a while."),
        "suggest.machine": _("Made on this computer by comparing words. It is often wrong."),
        "suggest.themes": _("Likeliest of your themes"),
        "suggest.no_themes": _("None of your themes is like it."),
        "suggest.alike": _("Voices like this one"),
        "suggest.none_alike": _("No voice is much like this one."),
        "suggest.is_in": _("It is in: {names}"),
        "suggest.seeds_how": _(
            "A few voices each that may belong together, to begin with. Give a group a name if it "
            "makes sense to you. Put the others away."
        ),
        "suggest.no_seeds": _("No small group stands out. People see more than a machine."),
        "suggest.make": _("Make it a theme"),
        "suggest.dismiss": _("Not these"),
    }


def _disagreeing() -> dict[str, str]:
    return {
        "disagree.title": _("People see it differently"),
        "disagree.kept": _("One side is kept. Now take up the voices of the other side."),
        "disagree.forget": _("Forget this side"),
        "disagree.about": _("What is it about?"),
        "disagree.needs_about": _("Please say what it is about."),
        "disagree.one": _("One side"),
        "disagree.other": _("The other side"),
        "disagree.one_words": _("In words this side agrees with"),
        "disagree.other_words": _("In words that side agrees with"),
        "disagree.theme": _("It belongs to the theme"),
        "disagree.no_theme": _("None in particular"),
        "disagree.next": _("How do we go on with it?"),
        "disagree.keep": _("Keep both sides"),
    }
