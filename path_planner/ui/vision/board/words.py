"""The sentences of the theming board: the browser's side has none of its own."""

from path_planner.words import say, say_by_number


def board_words() -> dict[str, str]:
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


def counted_words() -> dict[str, dict[str, str]]:
    """Return what the board says of a number of things: a sentence for each kind of number."""
    return {
        "board.waiting": say_by_number("{count} change waiting", "{count} changes waiting"),
        "board.found_of": say_by_number(
            "{found} of {count} voice fits the search.", "{found} of {count} voices fit the search."
        ),
        "board.voices": say_by_number("{count} voice", "{count} voices"),
        "board.show_more": say_by_number(
            "Show {count} more of {left}", "Show {count} more of {left}"
        ),
        "card.in": say_by_number("in {count} theme", "in {count} themes"),
        "hand.voices": say_by_number("{count} voice in hand", "{count} voices in hand"),
        "hand.put_into": say_by_number(
            "Put here: {count} voice into “{name}”", "Put here: {count} voices into “{name}”"
        ),
        "told.up": say_by_number(
            "Taken up: {words}. {count} voice in hand.",
            "Taken up: {words}. {count} voices in hand.",
        ),
        "told.put": say_by_number(
            "{count} voice is in “{name}” now.", "{count} voices are in “{name}” now."
        ),
        "told.also": say_by_number(
            "{count} voice is in “{name}” as well now.",
            "{count} voices are in “{name}” as well now.",
        ),
        "told.out": say_by_number("{count} voice was taken out.", "{count} voices were taken out."),
        "told.alone": say_by_number(
            "{count} voice stands alone now.", "{count} voices stand alone now."
        ),
        "told.made": say_by_number(
            "New theme “{name}” with {count} voice.", "New theme “{name}” with {count} voices."
        ),
        "disagree.one_has": say_by_number(
            "One side of a disagreement is kept: {count} voice.",
            "One side of a disagreement is kept: {count} voices.",
        ),
    }


def _board() -> dict[str, str]:
    return {
        "board.board": say("Theming board"),
        "board.how": say(
            "Space takes the voice up. The arrow keys lead from voice to voice and from theme to "
            "theme. Enter puts it down. A number puts it into that theme. M shows all themes. "
            "Escape lets go."
        ),
        "board.pile": say("Not in a theme yet"),
        "board.pile_empty": say("Every voice has found its place."),
        "board.alone": say("Voices that stand alone"),
        "board.alone_empty": say(
            "A voice that fits nowhere may stand for itself. It is kept and printed as it is."
        ),
        "board.new_theme": say("New theme"),
        "board.new_how": say("Put voices here, or begin with a name."),
        "board.new_with_hand": say("Press to begin a theme with the voices in hand."),
        "board.themes": say("Themes"),
        "board.tools": say("Search, undo and views"),
        "board.undo": say("Undo"),
        "board.seeds": say("Suggest small groups"),
        "board.sides": say("Side by side"),
        "board.whole": say("Fill the window"),
        "board.close": say("Close"),
    }


def _finding() -> dict[str, str]:
    return {
        "board.search": say("Search the voices"),
        "board.standing": say("Who speaks"),
        "board.source": say("From where"),
        "board.everyone": say("All"),
        "board.show_all": say("Show all again"),
        "board.none_found": say("No voice here fits the search."),
    }


def _hand() -> dict[str, str]:
    return {
        "card.into": say("Put into …"),
        "card.into_of": say("Put into … : {words}"),
        "card.alone": say("stands alone"),
        "card.in_hand": say("in hand"),
        "card.also": say("Keep it where it is as well"),
        "card.there": say("is in it already"),
        "hand.hand": say("In hand"),
        "hand.put_here": say("Put here"),
        "hand.take_out": say("Take out of the theme"),
        "hand.alone": say("Stands alone"),
        "hand.split": say("Split off as a theme"),
        "hand.let_go": say("Let go"),
        "hand.one_side": say("People disagree: keep as one side"),
        "hand.other_side": say("This is the other side"),
    }


def _told() -> dict[str, str]:
    return {
        "told.down": say("Let go: {words}"),
        "told.let_go": say("Nothing in hand."),
        "told.there_already": say("It is in “{name}” already."),
        "told.no_such_theme": say("There is no theme {number}."),
        "told.renamed": say("The theme is called “{name}” now."),
        "told.stated": say("The statement of “{name}” is kept."),
        "told.moved": say("“{name}” was moved."),
        "told.merged": say("All voices are in “{name}” now."),
        "told.apart": say("“{name}” was taken apart."),
        "told.disagreed": say("The disagreement is kept, with both sides."),
        "told.undo": say("Your last step is taken back."),
    }


def _themes() -> dict[str, str]:
    return {
        "theme.more": say("More for “{name}”"),
        "theme.empty": say("No voice in it yet."),
        "theme.nobody": say("Nobody from this side yet."),
        "theme.name": say("What do people call it?"),
        "theme.name_hint": say("In the words people use themselves."),
        "theme.needs_name": say("Please give it a name."),
        "theme.make": say("Make the theme"),
        "theme.rename": say("Another name"),
        "theme.keep_name": say("Keep the name"),
        "theme.merge": say("Put together with another theme"),
        "theme.merge_of": say("Put “{name}” together with …"),
        "theme.merge_how": say("All its voices go there. No voice is lost."),
        "theme.split": say("Split off the voices in hand"),
        "theme.split_from": say("Split off from “{name}”"),
        "theme.split_how": say("Take up voices of this theme first."),
        "theme.up": say("Move up"),
        "theme.down": say("Move down"),
        "theme.apart": say("Take apart"),
        "theme.apart_of": say("Take “{name}” apart?"),
        "theme.apart_how": say(
            "Its voices go back. Those that are in no other theme wait for a new place."
        ),
        "theme.apart_yes": say("Yes, take it apart"),
        "theme.apart_no": say("No, keep it"),
    }


def _statements() -> dict[str, str]:
    return {
        "theme.state": say("Statement"),
        "theme.state_of": say("Statement of “{name}”"),
        "theme.statement": say("As one person would say it"),
        "theme.state_how": say(
            "One sentence that those who said it would agree with, with “I” or “we”."
        ),
        "theme.begin_with": say("Begin with “{words}”"),
        "theme.i": say("I"),
        "theme.we": say("We"),
        "theme.agreed": say("Who of the steering group agreed to these words?"),
        "theme.ask_again": say("The words are new. Please ask again who agrees."),
        "theme.no_steering": say("Nobody is in the steering group yet."),
        "theme.keep": say("Keep the statement"),
    }


def _suggestions() -> dict[str, str]:
    return {
        "suggest.ask": say("Suggest …"),
        "suggest.yours": say("The machine suggests. You decide."),
        "suggest.suggestions": say("Suggestions"),
        "suggest.waits": say("Comparing the voices. The first time this takes a while."),
        "suggest.machine": say("Made on this computer by comparing words. It is often wrong."),
        "suggest.themes": say("Likeliest of your themes"),
        "suggest.no_themes": say("None of your themes is like it."),
        "suggest.alike": say("Voices like this one"),
        "suggest.none_alike": say("No voice is much like this one."),
        "suggest.is_in": say("It is in: {names}"),
        "suggest.seeds_how": say(
            "A few voices each that may belong together, to begin with. Give a group a name if it "
            "makes sense to you. Put the others away."
        ),
        "suggest.no_seeds": say("No small group stands out. People see more than a machine."),
        "suggest.make": say("Make it a theme"),
        "suggest.dismiss": say("Not these"),
    }


def _disagreeing() -> dict[str, str]:
    return {
        "disagree.title": say("People see it differently"),
        "disagree.kept": say("One side is kept. Now take up the voices of the other side."),
        "disagree.forget": say("Forget this side"),
        "disagree.about": say("What is it about?"),
        "disagree.needs_about": say("Please say what it is about."),
        "disagree.one": say("One side"),
        "disagree.other": say("The other side"),
        "disagree.one_words": say("In words this side agrees with"),
        "disagree.other_words": say("In words that side agrees with"),
        "disagree.theme": say("It belongs to the theme"),
        "disagree.no_theme": say("None in particular"),
        "disagree.next": say("How do we go on with it?"),
        "disagree.keep": say("Keep both sides"),
    }
