"""The data dictionary: what each table and each of its columns means, in a sentence."""

from collections.abc import Mapping

from path_planner.exports.giving.kinds import About
from path_planner.words import mark

REFERENCE = mark("Short name of the row, as the plan and the other tables use it.")
RECORD_ID = mark("Id of the record in the file of the whole vision.")
EASY = mark("The same in easy words, as people worded it.")
PRINTED_PRIORITIES = mark("Priorities it comes from.")

ABOUT = {
    "title": mark("Title of the vision."),
    "community": mark("Whose vision it is."),
    "made_by": mark("Who made it, in their own words."),
    "contact": mark("How to reach those who made it."),
    "thanks": mark("Who is thanked."),
    "language": mark("Code of the language it is written in."),
    "summary": mark("The vision and plan in short."),
    "vision": mark("How it is when the vision has come true, in the present tense."),
    "easy": EASY,
    "how": mark("How people were asked and how the themes were made."),
    "next_look": mark("Day on which people look at the plan again."),
    "signed_off": mark("Whether people with learning disabilities signed off the easy read."),
}
LIMITS = {
    "can_change": mark("What people were told can change."),
    "cannot_change": mark("What people were told cannot change."),
    "who_decides": mark("Who decides."),
    "budget": mark("How much money there is."),
    "promise": mark("What was promised to those who took part."),
}
HEARD = {
    "steering": About(
        mark("The group that steers the vision."),
        {
            "name": mark("Name, where its owner agreed to have it printed; else “…”."),
            "role": mark("What brings this person to the group."),
            "leads": mark("Whether this person leads or helps to lead."),
            "printed": mark("Whether this person agreed to have the name printed."),
        },
    ),
    "sources": About(
        mark("The PATHs and conversations that the vision draws on."),
        {
            "what": mark("What kind of PATH or conversation it was."),
            "held_on": mark("Day on which it was held."),
            "place": mark("Where it was held."),
            "group": mark("Which people they were."),
            "people": mark("How many people were there; 0 where nobody noted it."),
            "agreed.share": mark("Whether its people agreed to share what they said."),
            "agreed.drawings": mark("Whether its people agreed to show drawings."),
            "agreed.given_on": mark("Day on which they agreed."),
        },
    ),
    "voices": About(
        mark("What people said and agreed to share."),
        {
            "source": mark("The PATH or conversation it was said in."),
            "stage": mark("Step of the PATH it was said in."),
            "text": mark("The words; “…” where they are counted and never quoted."),
            "share": mark("How far its owner agreed to let it travel."),
            "speaker": mark("Number of a speaker inside one source; empty where nobody noted it."),
            "named": mark("Name to print, where its owner agreed to it."),
            "role": mark("What brought the speaker there."),
            "supported": mark("Whether somebody helped to say it."),
            "expressed": mark("How it was said: spoken, signed, written, drawn or noticed."),
            "language": mark("Code of the language it was said in."),
            "checked": mark("Whether a person looked for names and places left in it."),
            "reworded": mark("Whether a person changed the words before printing."),
            "alone": mark("Whether it is kept as a voice of its own."),
        },
        {"source": "sources"},
    ),
    "drawings": About(
        mark("Drawings that people agreed to show; each is an SVG file."),
        {
            "source": mark("The PATH it was drawn in."),
            "theme": mark("The theme it is shown with."),
            "words": mark("What it shows, in words."),
            "width": mark("Width of the sheet it was drawn on."),
            "height": mark("Height of the sheet it was drawn on."),
        },
        {"source": "sources", "theme": "themes"},
    ),
    "unheard": About(
        mark("People who were not heard."),
        {
            "who": mark("Who was not heard."),
            "why": mark("Why they were not heard."),
            "what_next": mark("What will be done about it."),
        },
    ),
}
THEMED = {
    "themes": About(
        mark("What people put together."),
        {
            "name": mark("Name that people gave the theme."),
            "statement": mark("What people say in it, as “I” or “we”."),
            "easy": EASY,
            "agreed_by": mark("Members of the group who agreed to the statement."),
            "picture": mark("Name of the picture that stands for it."),
        },
        {"agreed_by": "steering"},
    ),
    "placings": About(
        mark("Which voice is in which theme; a voice may be in several."),
        {"voice": mark("The voice."), "theme": mark("The theme it is in.")},
        {"voice": "voices", "theme": "themes"},
    ),
    "causes": About(
        mark("Why things are as they are."),
        {"theme": mark("The theme it explains."), "text": mark("Why it is like this.")},
        {"theme": "themes"},
    ),
    "disagreements": About(
        mark("What people see differently; both sides stand."),
        {
            "about": mark("What it is about."),
            "theme": mark("The theme it belongs to."),
            "one.words": mark("What one side says."),
            "one.voices": mark("Voices of the one side."),
            "other.words": mark("What the other side says."),
            "other.voices": mark("Voices of the other side."),
            "what_next": mark("What will be done about it."),
        },
        {"theme": "themes", "one.voices": "voices", "other.voices": "voices"},
    ),
}
CHOSEN = {
    "priorities": About(
        mark("What should be worked on."),
        {
            "title": mark("What it is."),
            "easy": EASY,
            "themes": mark("Themes it comes from."),
            "why": mark("Why it matters."),
            "chosen": mark("Whether the group decided that the plan works on it."),
        },
        {"themes": "themes"},
    ),
    "votes": About(
        mark("Each time the group was asked to choose."),
        {
            "method": mark("How people chose."),
            "question": mark("What was asked."),
            "dots": mark("How many dots each person had, where dots were used."),
            "options": mark("Priorities that were asked about."),
            "held_on": mark("Day of the vote."),
            "open": mark("Whether the vote is still open."),
        },
        {"options": "priorities"},
    ),
    "ballots": About(
        mark("What each person gave, in an order that tells nothing; no ballot has a name."),
        {
            "round": mark("The vote it was given in."),
            "standing": mark("From where this person speaks."),
            "by_proxy": mark("Whether somebody else put it in, as they were told to."),
            "people": mark("How many people gave the same in the open; 1 for a secret ballot."),
            "given": mark("Dots, a raised hand or fingers for each priority."),
            "not_lost": mark("Priorities that must not be lost, however few dots they get."),
        },
        {"round": "votes", "given": "priorities", "not_lost": "priorities"},
    ),
}
PLANNED = {
    "actions": About(
        mark("Who does what, by when."),
        {
            "priorities": PRINTED_PRIORITIES,
            "doer": mark("Whether the community does it itself, with partners, or services do."),
            "what": mark("What is to be done."),
            "easy": EASY,
            "who": mark("Who does it."),
            "by_when": mark("Day by which it is to be done."),
            "resources": mark("What it needs."),
            "how_we_know": mark("How people will know that it is done."),
        },
        {"priorities": "priorities"},
    ),
    "outcomes": About(
        mark("How life is when it has worked."),
        {
            "priorities": PRINTED_PRIORITIES,
            "statement": mark("How life is then."),
            "easy": EASY,
            "measure": mark("How it is measured."),
            "chosen_by": mark("Who chose the measure."),
            "now": mark("What the measure shows now."),
            "hoped": mark("What people hope that it will show."),
        },
        {"priorities": "priorities"},
    ),
    "rounds": About(
        mark("Each time the group looked back."),
        {
            "on": mark("Day on which people looked back."),
            "words": mark("What was said about the whole."),
            "next_on": mark("Day on which people look again."),
        },
    ),
    "replies": About(
        mark("What became of each action: you said, we did."),
        {
            "round": mark("The look back it was told in."),
            "action": mark("The action it tells of."),
            "progress": mark("How the action stands."),
            "we_did": mark("What was done."),
            "why": mark("Why it cannot be done, where it cannot."),
            "who_decided": mark("Who decided that it cannot be done."),
        },
        {"round": "rounds", "action": "actions"},
    ),
    "answers": About(
        mark("Whether those who said it agree with what they are told was done."),
        {
            "reply": mark("What they were told."),
            "confirms": mark("Whether they say that it is so."),
            "words": mark("What they say to it."),
            "standing": mark("From where they speak."),
        },
        {"reply": "replies"},
    ),
    "readings": About(
        mark("What a measure showed when people looked back."),
        {
            "round": mark("The look back it was read in."),
            "outcome": mark("The outcome it measures."),
            "words": mark("What it showed."),
        },
        {"round": "rounds", "outcome": "outcomes"},
    ),
}
SINGLES = {
    "about": About(mark("What the vision is."), ABOUT),
    "limits": About(mark("What was promised from the start."), LIMITS),
}
COLLECTIONS: Mapping[str, About] = {**HEARD, **THEMED, **CHOSEN, **PLANNED}
WITHOUT_A_COLUMN = {"drawings": frozenset({"strokes"})}
"""Fields that no table has: the ink stands in the SVG files."""
