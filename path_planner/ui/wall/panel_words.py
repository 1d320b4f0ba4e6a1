"""The sentences of the panels beside the wall, by the keys that the panels ask for."""

from path_planner.ui.pens import INKS
from path_planner.words import say


def panel_words() -> dict[str, str]:
    """Return every sentence of the panels in the language spoken now; the wall fills the blanks."""
    return {
        "panel.close": say("Close"),
        **_cards(),
        **_removing(),
        **_stamps(),
        **_photos(),
        **_signing(),
        **_outline(),
        **_lines(),
        **_kinds(),
    }


def _cards() -> dict[str, str]:
    return {
        "card.new": say("New card"),
        "card.change": say("Change this card"),
        "card.change_words": say("Change these words"),
        "card.words": say("The words"),
        "card.hint_new": say("Enter: on the wall. Escape: end. Shift and Enter: a new line."),
        "card.hint_old": say("Enter keeps it. Escape leaves it as it was."),
        "card.who": say("Who said it?"),
        "card.nobody": say("Nobody in particular"),
        "card.keys": say("Alt and the number chooses while you write. 0 is nobody in particular."),
        "card.stage": say("Stage"),
        "card.share": say("How far may it travel?"),
        "card.private": say("Private words are not shown on the wall or in the outline."),
        "card.approved": say("Read back, and it is right"),
        "card.put": say("Put it on the wall"),
        "card.finish": say("Finish"),
        "card.keep": say("Keep it"),
        "card.leave": say("Leave it as it was"),
        "card.kept": say("Changed."),
        "card.told": say("On the wall: “{words}” — {name}"),
        "stages.title": say("Go to a stage"),
        "stages.whole": say("The whole wall"),
        "speaker.title": say("Who is speaking?"),
        "speaker.hint": say("What you write and draw next is theirs."),
        "speaker.told": say("Now speaking: {name}"),
    }


def _removing() -> dict[str, str]:
    return {
        "remove.title": say("Take this card away?"),
        "remove.title_many": say("Take these cards away?"),
        "remove.keep": say("Keep it as it is"),
        "remove.hide": say("Only off the wall. Keep the words"),
        "remove.out": say("Take the words out of the plan"),
        "remove.history": say("What is taken out can be brought back from the history."),
        "remove.told_hidden": say("Off the wall. The words are kept."),
        "remove.told_out": say("Taken out of the plan."),
    }


def _stamps() -> dict[str, str]:
    colours = {f"colour:{ink.colour.lower()}": say(ink.name) for ink in INKS}
    return {
        **colours,
        "stamps.title": say("Stamps"),
        "stamps.find": say("Find a stamp: write a word"),
        "stamps.colour": say("Colour"),
        "stamps.recolour": say("Colour, also of the stamp you selected"),
        "stamps.recoloured": say("The stamp has its new colour."),
        "stamps.recent": say("Used lately"),
        "stamps.found": say("Found"),
        "stamps.count": say("Stamps found: {count}"),
        "stamps.none": say("No stamp has this word. Try another word."),
        "stamps.told": say("On the wall: {name}"),
        "stamps.waiting": say("The stamps are coming."),
        "stamps.missing": say("The stamps did not come. Close this and open it again."),
    }


def _photos() -> dict[str, str]:
    return {
        "photo.title": say("Photo"),
        "photo.choose": say("Choose a photo"),
        "photo.take": say("Take a photo"),
        "photo.place_data": say(
            "The photo is made smaller. Where it was taken is not kept. "
            "Ask the people you can see on it first."
        ),
        "photo.opening": say("The photo is being opened."),
        "photo.preview": say("The photo you chose"),
        "photo.words": say("What does it show?"),
        "photo.why_words": say("Your words stand for the photo where somebody cannot see it."),
        "photo.no_words": say("Please write a few words. They are for those who cannot see it."),
        "photo.under": say("It is a paper PATH: lay it under the regions"),
        "photo.put": say("Put it on the wall"),
        "photo.put_without": say("Put it on the wall without words"),
        "photo.told": say("The photo is on the wall."),
        "photo.no_picture": say(
            "This file is no picture that can be opened here. Save it as JPEG or PNG and try again."
        ),
        "photo.too_large": say("This picture is too large. Choose a smaller one."),
        "photo.empty": say("This file is empty. Choose another one."),
        "photo.failed": say("The photo could not be put on the wall. Please try again."),
    }


def _signing() -> dict[str, str]:
    return {
        "sign.title": say("Enrol and sign"),
        "sign.who": say("Who enrols?"),
        "sign.another": say("Somebody else"),
        "sign.name": say("Their name"),
        "sign.what": say("For what?"),
        "sign.here": say("Sign here with pen, finger or mouse"),
        "sign.pad_empty": say("The place to sign. It is empty."),
        "sign.pad_signed": say("The place to sign. It is signed."),
        "sign.again": say("Clear and sign again"),
        "sign.write_for_me": say("Write my name for me"),
        "sign.sign": say("This is my signature"),
        "sign.no_name": say("Please choose who enrols, or write a name."),
        "sign.no_ink": say("Please sign first, or choose “Write my name for me”."),
        "sign.may_say_no": say("People sign for themselves, and may say no."),
        "sign.told": say("{name} has enrolled."),
    }


def _outline() -> dict[str, str]:
    return {
        "outline.title": say("Outline"),
        "outline.count": say("({count})"),
        "outline.words": say("Words"),
        "outline.commitments": say("Who does what"),
        "outline.pictures": say("Pictures"),
        "outline.drawings": say("Drawings"),
        "outline.add": say("Add to {stage}"),
        "outline.add_button": say("Add"),
        "outline.enrol": say("Enrol somebody"),
        "outline.taken_out": say("Taken out: “{words}”"),
        "outline.put_back": say("Put it back"),
        "outline.is_back": say("It is back."),
        "outline.read_all": say("Read all aloud"),
        "outline.read_stage": say("Read this stage aloud"),
        "outline.stop": say("Stop reading"),
        "outline.no_words": say("No words yet"),
    }


def _lines() -> dict[str, str]:
    return {
        "outline.change": say("Change"),
        "outline.up": say("Up"),
        "outline.down": say("Down"),
        "outline.moved_up": say("Moved up."),
        "outline.moved_down": say("Moved down."),
        "outline.show": say("Show on the wall"),
        "outline.read": say("Read aloud"),
        "outline.sign": say("Sign"),
        "outline.take_out": say("Take out"),
        "outline.hidden": say("not on the wall"),
        "outline.unhide": say("Put it on the wall again"),
        "outline.shown_again": say("It is on the wall again."),
        "outline.approved": say("That is right"),
        "outline.describe": say("What does it show?"),
        "outline.who": say("Who?"),
        "outline.made_by": say("Made by"),
        "outline.by_when": say("By when?"),
        "outline.step": say("Add a step"),
        "outline.what": say("What?"),
        "outline.step_told": say("Added: “{words}” — {name}"),
    }


def _kinds() -> dict[str, str]:
    return {
        "kind.voice": say("Voice"),
        "kind.commitment": say("Commitment"),
        "kind.sketch": say("Sketch"),
        "kind.stroke": say("Pen strokes"),
        "kind.shape": say("Shape"),
        "kind.label": say("Words on the wall"),
        "kind.stamp": say("Stamp"),
        "kind.photo": say("Photo"),
    }
