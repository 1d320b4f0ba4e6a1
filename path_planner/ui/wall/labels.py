"""The labels of the wall, translated, by the keys that the JavaScript uses."""

from typing import Any

from path_planner import i18n
from path_planner.domain.people import ROLE_WORDS
from path_planner.domain.session import Session
from path_planner.domain.voice import SHARE_WORDS, Share
from path_planner.i18n import _, plural_forms
from path_planner.processes.model import Stage
from path_planner.processes.prompts import fill_placeholders, process_of, stage_title
from path_planner.scene.geometry import Box
from path_planner.scene.template import WIDTH
from path_planner.scene.wall import WALL_ASPECT, stage_boxes
from path_planner.services.session.people import people_in_order
from path_planner.stamps import translated
from path_planner.ui.components import choices
from path_planner.ui.components.basics import session_title
from path_planner.ui.components.choices import INKS, WIDTH_NAMES
from path_planner.ui.wall.outline_items import parked_items


def board_labels() -> dict[str, str]:
    """Return the labels of the tools and the board, in the current language."""
    return {
        "wall.board": _("The wall"),
        "wall.tools": _("Tools"),
        "wall.first": _("Main tools"),
        "wall.view": _("View and undo"),
        "wall.more": _("More"),
        "wall.show_tools": _("Show the tools"),
        "wall.bring_in": _("Bring them in"),
        "wall.saved": _("There is no need to save: everything is saved as you go."),
        "wall.save_aside": _("Save as a file"),
        "wall.discard": _("Discard"),
        "wall.discard_now": _("Discard without saving?"),
        **{f"tool.{name}": words for name, words in (_hand() | _putting() | _around()).items()},
    }


def counted_labels() -> dict[str, dict[str, str]]:
    """Return the labels with a count, by key: one for each plural form."""
    return {
        "wall.waiting": plural_forms(
            "{count} change waiting to save", "{count} changes waiting to save"
        ),
        "wall.set_aside": plural_forms(
            "It is kept in this browser. Please save it as a file, or discard it.",
            "{count} changes are kept in this browser. "
            "Please save them as a file, or discard them.",
        ),
        "lines.title": plural_forms("{count} line", "{count} lines"),
        "lines.each": plural_forms("Add {count} card", "Add {count} cards"),
        "lines.told": plural_forms(
            "{count} card is on the wall.", "{count} cards are on the wall."
        ),
        "wall.off_paper": plural_forms(
            "{count} thing lies off the paper.", "{count} things lie off the paper."
        ),
    }


def _hand() -> dict[str, str]:
    pens = {f"pen-{at}": _(ink.name) for at, ink in enumerate(INKS[:6], 1)}
    widths = {f"thickness-{at}": _(name) for at, name in enumerate(WIDTH_NAMES.values(), 1)}
    return {
        "select": _("Select"),
        "hand": _("Move view"),
        "laser": _("Pointer"),
        **pens,
        "marker": _("Highlighter"),
        **widths,
        "eraser": _("Eraser"),
        "fingers": _("Draw with fingers"),
    }


def _putting() -> dict[str, str]:
    return {
        "card": _("Card"),
        "text": _("Text"),
        "stamps": _("Stamp"),
        "photo": _("Photo"),
        "sign": _("Sign"),
        "line": _("Line"),
        "arrow": _("Arrow"),
        "box": _("Box"),
        "ellipse": _("Oval"),
    }


def _around() -> dict[str, str]:
    return {
        "undo": _("Undo"),
        "redo": _("Redo"),
        "farther": _("Zoom out"),
        "nearer": _("Zoom in"),
        "whole": _("Whole wall"),
        "stages": _("Go to stage"),
        "outline": _("Outline"),
        "speaker": _("Speaker"),
        "lead": _("Lead view"),
        "follow": _("Follow view"),
        "hide": _("Hide tools"),
    }


def panel_labels() -> dict[str, str]:
    """Return the labels of the panels in the current language, with placeholders."""
    return {
        "panel.close": _("Close"),
        **_cards(),
        **_removing(),
        **_stamps(),
        **_photos(),
        **_arrivals(),
        **_signing(),
        **_outline(),
        **_lines(),
        **_kinds(),
    }


def _cards() -> dict[str, str]:
    return {
        "card.new": _("New card"),
        "card.change": _("Edit this card"),
        "card.change_words": _("Edit these words"),
        "card.words": _("The words"),
        "card.hint_new": _(
            "Enter puts it on the wall. Shift and Enter starts a new line. Escape closes."
        ),
        "card.hint_old": _("Press Enter to save, or Escape to leave it as it was."),
        "card.who": _("Who said it?"),
        "card.nobody": _("Nobody in particular"),
        "card.keys": _(
            "Press Alt and a number while you type to choose "
            "who is speaking. 0 means nobody in particular."
        ),
        "card.stage": _("Stage"),
        "card.share": _("How can it be shared?"),
        "card.private": _("Private words are not shown on the wall or in the outline."),
        "card.approved": _("Read back and checked"),
        "card.put": _("Put it on the wall"),
        "card.finish": _("Finish"),
        "card.keep": _("Save"),
        "card.leave": _("Leave it as it was"),
        "card.kept": _("Changed."),
        "card.told": _("On the wall: “{words}” — {name}"),
        "stages.title": _("Go to a stage"),
        "stages.whole": _("The whole wall"),
        "speaker.title": _("Who is speaking?"),
        "speaker.hint": _("What you write and draw next will be theirs."),
        "speaker.told": _("Speaking: {name}"),
    }


def _removing() -> dict[str, str]:
    return {
        "remove.title": _("Delete this card?"),
        "remove.title_many": _("Delete these cards?"),
        "remove.keep": _("Keep it as it is"),
        "remove.hide": _("Remove from the wall only. Keep the words"),
        "remove.out": _("Delete the words from the plan"),
        "remove.history": _("You can restore deleted words from the history."),
        "remove.told_hidden": _("Removed from the wall. The words are kept."),
        "remove.told_out": _("Deleted from the plan."),
    }


def _stamps() -> dict[str, str]:
    colours = {f"colour:{ink.colour.lower()}": _(ink.name) for ink in INKS}
    return {
        **colours,
        "stamps.title": _("Stamps"),
        "stamps.find": _("Find a stamp: type a word"),
        "stamps.colour": _("Colour"),
        "stamps.recolour": _("Colour (also changes the stamp you selected)"),
        "stamps.recoloured": _("The stamp has changed colour."),
        "stamps.recent": _("Recently used"),
        "stamps.found": _("Found"),
        "stamps.count": _("Stamps found: {count}"),
        "stamps.none": _("No stamp matches this word. Try another."),
        "stamps.told": _("On the wall: {name}"),
        "stamps.waiting": _("Loading the stamps …"),
        "stamps.missing": _("The stamps did not load. Close this and open it again."),
    }


def _photos() -> dict[str, str]:
    return {
        "photo.title": _("Photo"),
        "photo.choose": _("Choose a photo"),
        "photo.take": _("Take a photo"),
        "photo.place_data": _(
            "The photo is made smaller. The place where it was "
            "taken is not kept. Ask the people in the photo first."
        ),
        "photo.opening": _("Opening the photo."),
        "photo.preview": _("The photo you chose"),
        "photo.words": _("What is in the picture?"),
        "photo.why_words": _("Your words describe the photo for people who cannot see it."),
        "photo.no_words": _("Please write a few words, for people who cannot see it."),
        "photo.under": _("This is a photo of a paper PATH: use it as the background"),
        "photo.put": _("Put it on the wall"),
        "photo.put_without": _("Put it on the wall without words"),
        "photo.told": _("The photo is on the wall."),
        "photo.no_picture": _(
            "This file is not a picture that can be opened "
            "here. Save it as JPEG or PNG and try again."
        ),
        "photo.too_large": _("This picture is too large. Choose a smaller one."),
        "photo.empty": _("This file is empty. Choose another one."),
        "photo.failed": _("The photo could not be put on the wall. Please try again."),
    }


def _arrivals() -> dict[str, str]:
    return {
        "wall.unknown_file": _(
            "This cannot go on the wall. Pictures, Excalidraw drawings and text can."
        ),
        "wall.empty_file": _("This file is empty. Choose another one."),
        "wall.unreadable": _("This file could not be read. Please try again."),
        "wall.too_large": _(
            "This drawing is too large to add here. You can add it on the Poster page."
        ),
        "wall.too_long": _("This is too much text at once. Please paste it in smaller parts."),
        "wall.only_first": _("One file at a time, please. This one was opened: {name}"),
        "drawing.title": _("Add the drawing to the wall?"),
        "drawing.hint": _(
            "Nothing on the wall is replaced. The drawing goes where there is room, "
            "and Undo takes it back."
        ),
        "drawing.as_drawn": _("The same place as in the drawing"),
        "drawing.add": _("Add the drawing"),
        "drawing.as_picture": _("Add it as a picture"),
        "drawing.leave": _("Do not add it"),
        "lines.one": _("One card with all the lines"),
        "lines.leave": _("Do not add them"),
    }


def _signing() -> dict[str, str]:
    return {
        "sign.title": _("Enrol and sign"),
        "sign.who": _("Who is enrolling?"),
        "sign.another": _("Someone else"),
        "sign.name": _("Their name"),
        "sign.what": _("To do what?"),
        "sign.here": _("Sign here with pen, finger or mouse"),
        "sign.pad_empty": _("Place to sign. Empty."),
        "sign.pad_signed": _("Place to sign. Signed."),
        "sign.again": _("Clear and sign again"),
        "sign.write_for_me": _("Write my name for me"),
        "sign.sign": _("This is my signature"),
        "sign.no_name": _("Please choose who is enrolling, or type a name."),
        "sign.no_ink": _("Please sign first, or choose “Write my name for me”."),
        "sign.may_say_no": _("People sign for themselves, and can say no."),
        "sign.open": _("They have already enrolled for this. The signature will be added to it."),
        "sign.told": _("{name} has enrolled."),
    }


def _outline() -> dict[str, str]:
    return {
        "outline.title": _("Outline"),
        "outline.parked": _("Parking space"),
        "outline.count": _("({count})"),
        "outline.words": _("Words"),
        "outline.commitments": _("Who does what"),
        "outline.pictures": _("Pictures"),
        "outline.drawings": _("Drawings"),
        "outline.add": _("Add to {stage}"),
        "outline.add_button": _("Add"),
        "outline.enrol": _("Enrol someone"),
        "outline.taken_out": _("Deleted: “{words}”"),
        "outline.put_back": _("Undo"),
        "outline.is_back": _("It is back."),
        "outline.read_all": _("Read all aloud"),
        "outline.read_stage": _("Read this stage aloud"),
        "outline.stop": _("Stop reading"),
        "outline.no_words": _("No words yet"),
    }


def _lines() -> dict[str, str]:
    return {
        "outline.change": _("Edit"),
        "outline.up": _("Up"),
        "outline.down": _("Down"),
        "outline.moved_up": _("Moved up."),
        "outline.moved_down": _("Moved down."),
        "outline.show": _("Show on the wall"),
        "outline.read": _("Read aloud"),
        "outline.sign": _("Sign"),
        "outline.take_out": _("Delete"),
        "outline.hidden": _("not on the wall"),
        "outline.unhide": _("Put it on the wall again"),
        "outline.shown_again": _("It is back on the wall."),
        "outline.approved": _("Checked"),
        "outline.describe": _("What is in the picture?"),
        "outline.who": _("Who?"),
        "outline.made_by": _("Made by"),
        "outline.by_when": _("By when?"),
        "outline.step": _("Add a step"),
        "outline.what": _("What?"),
        "outline.step_told": _("Added: “{words}” — {name}"),
    }


def _kinds() -> dict[str, str]:
    return {
        "kind.voice": _("Voice"),
        "kind.commitment": _("Commitment"),
        "kind.sketch": _("Sketch"),
        "kind.stroke": _("Pen strokes"),
        "kind.shape": _("Shape"),
        "kind.label": _("Words on the wall"),
        "kind.stamp": _("Stamp"),
        "kind.photo": _("Photo"),
    }


def wall_labels() -> dict[str, str]:
    """Return all labels by key, with placeholders that the JavaScript fills in."""
    return {**board_labels(), **panel_labels(), **translated()}


def board_config(session: Session) -> dict[str, Any]:
    """Return the configuration of a session's wall, in the current language."""
    process = process_of(session)
    boxes = stage_boxes(session, process)
    return {
        "title": session_title(session),
        "words": wall_labels(),
        "counted": counted_labels(),
        "language": i18n.bcp47_tag(),
        "stages": [
            {**_stage(session, stage), "box": [round(side, 1) for side in _sides(boxes[stage.id])]}
            for stage in process.stages
        ],
        "people": [
            {
                "id": person.id,
                "name": person.name,
                "role": _(ROLE_WORDS[person.role]),
                "present": person.present,
            }
            for person in people_in_order(session)
        ],
        "parked": parked_items(session),
        "shares": [[str(share), _(SHARE_WORDS[share])] for share in Share],
        "width": WIDTH,
        "height": WIDTH / WALL_ASPECT,
        "right_to_left": i18n.is_rtl(i18n.language()),
        "pens": [ink.colour for ink in choices.INKS],
    }


def _stage(session: Session, stage: Stage) -> dict[str, Any]:
    return {
        "id": stage.id,
        "title": stage_title(session, stage),
        "question": fill_placeholders(stage.question, session),
        "prompts": [fill_placeholders(prompt, session) for prompt in stage.prompts],
        "ink": stage.colours.ink,
        "gathers": str(stage.gathers),
    }


def _sides(box: Box) -> tuple[float, float, float, float]:
    return box.x, box.y, box.width, box.height
