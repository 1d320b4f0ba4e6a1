"""One family of errors: each carries facts and names its sentence in the catalogue."""

from typing import ClassVar

from path_planner.words import mark, say


class PlannerError(Exception):
    """Something a person should be told about in a plain sentence."""

    sentence: ClassVar[str] = mark("Something went wrong. Your plan is safe as it was last saved.")

    def __init__(self, **facts: object) -> None:
        super().__init__(type(self).__name__)
        self.facts = facts

    def __str__(self) -> str:
        """Say the sentence of this error in the language spoken now."""
        return say(self.sentence, **self.facts)


class FileTooNew(PlannerError):
    """The document was written by a newer version than this one understands."""

    sentence = mark(
        "This plan was made with a newer version of Path Planner. "
        "It was not opened and not changed. Please update Path Planner, then try again."
    )


class FileDamaged(PlannerError):
    """The document could not be read."""

    sentence = mark("This file is damaged or is not a whole plan: {why}. Nothing was changed.")


class NotAPlan(PlannerError):
    """The file is something else than a plan of ours."""

    sentence = mark("This file is not a plan made with Path Planner.")


class NotAVision(PlannerError):
    """The file is something else than a vision of ours."""

    sentence = mark("This file is not a vision made with Path Planner.")


class IsAVision(NotAPlan):
    """The file is a vision where the plan of one PATH is wanted."""

    sentence = mark(
        "This file is a vision, made of many PATHs. Please open it in the vision builder."
    )


class IsAPlan(NotAVision):
    """The file is the plan of one PATH where a vision is wanted."""

    sentence = mark("This file is the plan of one PATH. It can be added to a vision.")


class FileTooLarge(PlannerError):
    """The file is larger than a plan can be."""

    sentence = mark("This file is too large to be a plan. The most is {limit} MB.")


class SessionNotFound(PlannerError):
    """No session has this id."""

    sentence = mark("There is no plan with the id “{session_id}” here.")


class SessionExists(PlannerError):
    """A session with this id is already in the store."""

    sentence = mark("A plan with the id “{session_id}” is already here.")


class NotSaved(PlannerError):
    """The change could not be written down."""

    sentence = mark(
        "The last change could not be saved: {why}. "
        "All that was saved before is safe. Please make room or check the disk, then try again."
    )


class RevisionNotFound(PlannerError):
    """An earlier state is asked for that is not kept."""

    sentence = mark("That earlier state of the plan is not kept. The plan itself is safe.")


class UnknownStore(PlannerError):
    """No store keeps plans in such a place."""

    sentence = mark("Path Planner cannot keep plans in “{location}”. It knows: {known}.")


class StoreLocked(PlannerError):
    """Another program holds the plan for longer than is right."""

    sentence = mark("Another program is using this plan. Please close it there, then try again.")


class TooMuch(PlannerError):
    """A plan holds only so much of one thing."""

    sentence = mark("A plan can hold at most {limit} of these ({what}).")


class UnknownStage(PlannerError):
    """The process of this session has no such stage."""

    sentence = mark("There is no stage “{stage}” in this form of PATH.")


class UnknownRecord(PlannerError):
    """The thing to be changed is no longer there."""

    sentence = mark("That is no longer in the plan. Somebody may have taken it out.")


class NotAChange(PlannerError):
    """A wall told something that is no change of ours."""

    sentence = mark("One change on the wall could not be understood. It was not saved.")


class WallMissing(PlannerError):
    """The browser's side of the wall that the package should bring is not there."""

    sentence = mark("The wall is missing. Please install Path Planner again.")


class UnknownExport(PlannerError):
    """No export writes this kind of file."""

    sentence = mark("Path Planner cannot write “{suffix}” files. It can write: {known}.")


class UnknownVisionExport(PlannerError):
    """No export makes this of a vision."""

    sentence = mark("Path Planner cannot make “{key}” of a vision. It can make: {known}.")


class WrongEnding(PlannerError):
    """A vision's file has a name by which it would not be found again."""

    sentence = mark("The name of a vision’s file must end in “{suffix}”.")


class AgreementNotSaid(PlannerError):
    """On the command line nobody said that a record may be shared."""

    sentence = mark(
        "Nobody said that the people in this record agreed to share it. Nothing was added. "
        "If they did agree, say so with --agreed."
    )


class FormNotSaid(PlannerError):
    """A vision is to be exported, and nobody said as what."""

    sentence = mark("Please say with --as what to make of this vision. It can be: {known}.")


class FontMissing(PlannerError):
    """A font that the package should bring is not there."""

    sentence = mark("A font is missing ({file}). Please install Path Planner again.")


class NoFreePort(PlannerError):
    """The server found no port to listen on."""

    sentence = mark(
        "Port {port} and the ports after it are in use. Please choose another with --port."
    )


class NotAMark(PlannerError):
    """What a drawing program sent cannot be a mark on the wall."""

    sentence = mark("Something on the wall could not be read. It was left out.")


class NotAWall(PlannerError):
    """The file is no drawing of Excalidraw, or a damaged one."""

    sentence = mark("This file is not a drawing made with Excalidraw, or it is damaged.")


class StampsMissing(PlannerError):
    """The box of stamps that the package should bring is not there."""

    sentence = mark("The stamps are missing. Please install Path Planner again.")


class UnknownStamp(PlannerError):
    """The box holds no such stamp."""

    sentence = mark("There is no stamp “{icon}” in the box.")


class NotAPhoto(PlannerError):
    """The file is no picture that can be read, or not a whole one."""

    sentence = mark(
        "This file is not a picture that can be read here, or it is damaged. "
        "Please choose a JPEG, PNG or WebP file."
    )


class PhotoTooLarge(PlannerError):
    """The picture is larger than any photo that is needed here."""

    sentence = mark("This picture is too large. The most is {limit} megapixels.")


class VoteClosed(PlannerError):
    """Somebody votes in a round that is closed."""

    sentence = mark("This vote is closed. Nothing was added to it.")


class VoteStillOpen(PlannerError):
    """A second vote is opened before the first one is closed."""

    sentence = mark("A vote is still open. Please close it first.")


class NothingToVoteOn(PlannerError):
    """A vote is opened about nothing."""

    sentence = mark("There is nothing to vote on yet. Please write down a priority first.")


class NotInThisVote(PlannerError):
    """A ballot names something that the round did not ask about."""

    sentence = mark("This vote does not ask about that. Nothing was added to it.")


class NotVotedThatWay(PlannerError):
    """Dots are given in a show of hands, or hands are counted where dots are secret."""

    sentence = mark("This vote is held in another way. Nothing was added to it.")


class TooManyDots(PlannerError):
    """One person gave more dots than each has."""

    sentence = mark("This is how many dots each person has: {most}. Please take some back.")


class TooManyKept(PlannerError):
    """One person says of more things than allowed that they must not be lost."""

    sentence = mark("Each person can say of one thing that it must not be lost.")


class MoreHandsThanPeople(PlannerError):
    """More hands were counted than people are there."""

    sentence = mark("These are more hands than people. Here now: {people}. Please count again.")


class VotesAreIn(PlannerError):
    """A round is to be taken out while it holds votes."""

    sentence = mark("Votes are in already. Please clear this vote first.")


class ReasonMissing(PlannerError):
    """Something is said to be impossible, and not why, or not by whom."""

    sentence = mark("If it cannot be done, please say why, and who decided it.")


class NotAgreedToShare(PlannerError):
    """A PATH is to be added whose people did not agree to share it."""

    sentence = mark(
        "The people of this PATH have not agreed to share it. Nothing of it was added. "
        "They can say yes on the page “Prepare”."
    )


class OlderPlan(PlannerError):
    """A file is an earlier state of a PATH than the one the vision holds."""

    sentence = mark(
        "This file is older than what the vision holds of this PATH. Nothing was changed."
    )


class TakenBackBefore(PlannerError):
    """A PATH is to be added that was taken back."""

    sentence = mark(
        "This PATH was taken back on {day}. Please add it only if its people said yes again."
    )


class AlreadyGathered(PlannerError):
    """The same conversation record comes in twice."""

    sentence = mark("These voices are in the vision already. Nothing was added.")


class NothingGathered(PlannerError):
    """A conversation record holds no voice."""

    sentence = mark("There is no voice in this record. Nothing was added.")


class NotAgreedToAdd(PlannerError):
    """A conversation record comes in without anybody saying that it was agreed."""

    sentence = mark("Please tick that people agreed to it. Nothing was added.")


class NotARecord(PlannerError):
    """A file is neither a PATH nor a record of a conversation that can be read."""

    sentence = mark("This file cannot be used here: {why}. Nothing was added.")


class RecordTooLarge(PlannerError):
    """A record of a conversation is larger than one can be."""

    sentence = mark("This record is too large. The most is {limit} MB or {voices} voices.")


class NothingToUndo(PlannerError):
    """Somebody asks to undo, and did nothing here, or others changed it since."""

    sentence = mark("There is nothing of yours to undo here.")


class NotAGiveAway(PlannerError):
    """The file is no zip that we packed."""

    sentence = mark("This file is not a give-away zip made with Path Planner.")


class GiveAwayDamaged(PlannerError):
    """A give-away zip cannot be read, or its vision was changed after it was packed."""

    sentence = mark("This zip is damaged or was changed: {why}. Nothing was brought in.")


class GiveAwayTooLarge(PlannerError):
    """A give-away zip is larger than one can be, packed or unpacked."""

    sentence = mark("This zip is too large to be a give-away. The most is {limit} MB.")
