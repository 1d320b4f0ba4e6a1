"""The family that all errors of ours are of."""

from typing import ClassVar

from path_planner.i18n import N_, _


class PlannerError(Exception):
    """Something a person should be told about in a plain sentence."""

    sentence: ClassVar[str] = N_("Something went wrong. Your plan is safe as it was last saved.")

    def __init__(self, **facts: object) -> None:
        super().__init__(type(self).__name__)
        self.facts = facts

    def __str__(self) -> str:
        """Say the sentence of this error in the language spoken now."""
        return _(self.sentence, **self.facts)


class TooManyRecords(PlannerError):
    """A plan holds only so much of one thing."""

    sentence = N_("A plan can hold at most {limit} of these ({what}).")


class UnknownStage(PlannerError):
    """The process of this session has no such stage."""

    sentence = N_("There is no stage “{stage}” in this type of PATH.")


class UnknownRecord(PlannerError):
    """The thing to be changed is no longer there."""

    sentence = N_("That is no longer in the plan. Someone may have deleted it.")


class NothingToUndo(PlannerError):
    """Somebody asks to undo, and did nothing here, or others changed it since."""

    sentence = N_("You have nothing to undo here.")


class NotAChange(PlannerError):
    """A wall told something that is no change of ours."""

    sentence = N_("One change on the wall could not be read, so it was not saved.")


class NotAMark(PlannerError):
    """What a drawing program sent cannot be a mark on the wall."""

    sentence = N_("Something on the wall could not be read. It was left out.")


class UnknownStamp(PlannerError):
    """The box holds no such stamp."""

    sentence = N_("There is no stamp “{icon}”.")


class FileTooNew(PlannerError):
    """The document was written by a newer version than this one understands."""

    sentence = N_(
        "This file was made with a newer version of Path Planner. It was "
        "not opened or changed. Please update Path Planner, then try again."
    )


class FileDamaged(PlannerError):
    """The document could not be read."""

    sentence = N_("This file is damaged or not complete: {why}. Nothing was changed.")


class FileTooLarge(PlannerError):
    """The file is larger than a plan can be."""

    sentence = N_("This file is too large to be a plan. The limit is {limit} MB.")


class NotASession(PlannerError):
    """The file is something else than a plan of ours."""

    sentence = N_("This file is not a plan made with Path Planner.")


class NotAVision(PlannerError):
    """The file is something else than a vision of ours."""

    sentence = N_("This file is not a vision made with Path Planner.")


class IsAVision(NotASession):
    """The file is a vision where the plan of one PATH is wanted."""

    sentence = N_(
        "This file is a vision, made of many PATHs. Please open it in the vision builder."
    )


class IsASession(NotAVision):
    """The file is the plan of one PATH where a vision is wanted."""

    sentence = N_("This file is the plan of one PATH. It can be added to a vision.")


class NotAWall(PlannerError):
    """The file is no drawing of Excalidraw, or a damaged one."""

    sentence = N_("This file is not a drawing made with Excalidraw, or it is damaged.")


class NotAPhoto(PlannerError):
    """The file is no picture that can be read, or not a whole one."""

    sentence = N_(
        "This file is not a picture that Path Planner can open, "
        "or it is damaged. Please choose a JPEG, PNG or WebP file."
    )


class PhotoTooLarge(PlannerError):
    """The picture is larger than any photo that is needed here."""

    sentence = N_("This picture is too large. The limit is {limit} megapixels.")


class NotAnOpenDataPackage(PlannerError):
    """The file is no zip that we packed."""

    sentence = N_("This file is not a give-away zip made with Path Planner.")


class OpenDataPackageDamaged(PlannerError):
    """A give-away zip cannot be read, or its vision was changed after it was packed."""

    sentence = N_("This zip is damaged or was changed: {why}. Nothing was added.")


class OpenDataPackageTooLarge(PlannerError):
    """A give-away zip is larger than one can be, packed or unpacked."""

    sentence = N_("This zip is too large to be a give-away. The limit is {limit} MB.")


class NotAgreedToShare(PlannerError):
    """A PATH is to be added whose people did not agree to share it."""

    sentence = N_(
        "The people in this PATH have not agreed to share it. "
        "Nothing was added. They can say yes on the “Prepare” page."
    )


class OlderPlan(PlannerError):
    """A file is an earlier state of a PATH than the one the vision holds."""

    sentence = N_(
        "This file is older than what the vision already has from this PATH. Nothing was changed."
    )


class WithdrawnBefore(PlannerError):
    """A PATH is to be added that was taken back."""

    sentence = N_(
        "This PATH was withdrawn on {day}. Please add "
        "it again only if its people have agreed again."
    )


class AlreadyGathered(PlannerError):
    """The same conversation record comes in twice."""

    sentence = N_("These voices are already in the vision. Nothing was added.")


class NothingGathered(PlannerError):
    """A conversation record holds no voice."""

    sentence = N_("There are no voices in this record. Nothing was added.")


class NotAgreedToAdd(PlannerError):
    """A conversation record comes in without anybody saying that it was agreed."""

    sentence = N_("Please tick to say people agreed. Nothing was added.")


class NotARecord(PlannerError):
    """A file is neither a PATH nor a record of a conversation that can be read."""

    sentence = N_("This file cannot be used here: {why}. Nothing was added.")


class RecordTooLarge(PlannerError):
    """A record of a conversation is larger than one can be."""

    sentence = N_("This record is too large. The limit is {limit} MB or {voices} voices.")


class WallMissing(PlannerError):
    """The browser's side of the wall that the package should bring is not there."""

    sentence = N_("The wall is missing. Please install Path Planner again.")


class FontMissing(PlannerError):
    """A font that the package should bring is not there."""

    sentence = N_("A font is missing ({file}). Please install Path Planner again.")


class StampsMissing(PlannerError):
    """The box of stamps that the package should bring is not there."""

    sentence = N_("The stamps are missing. Please install Path Planner again.")


class DocumentNotFound(PlannerError):
    """No session has this id."""

    sentence = N_("There is nothing here with the id “{session_id}”.")


class DocumentExists(PlannerError):
    """A session with this id is already in the store."""

    sentence = N_("Something with the id “{session_id}” is already here.")


class RevisionNotFound(PlannerError):
    """An earlier state is asked for that is not kept."""

    sentence = N_("That earlier version was not kept. The newest version is safe.")


class NotSaved(PlannerError):
    """The change could not be written down."""

    sentence = N_(
        "Your last change could not be saved: {why}. Everything saved before "
        "is safe. Please free up space or check the disk, then try again."
    )


class UnknownStore(PlannerError):
    """No store keeps plans in such a place."""

    sentence = N_("Path Planner cannot keep plans in “{location}”. It can use: {known}.")


class StoreLocked(PlannerError):
    """Another program holds the plan for longer than is right."""

    sentence = N_("Another program is using this file. Please close it there, then try again.")


class UnknownExport(PlannerError):
    """No export writes this kind of file."""

    sentence = N_("Path Planner cannot write “{key}” files. It can write: {known}.")


class UnknownVisionExport(PlannerError):
    """No export makes this of a vision."""

    sentence = N_("Path Planner cannot make “{key}” of a vision. It can make: {known}.")


class WrongEnding(PlannerError):
    """A vision's file has a name by which it would not be found again."""

    sentence = N_("The name of a vision’s file must end in “{suffix}”.")


class MisleadingEnding(PlannerError):
    """The name of the file that is to be made ends as if it were another kind of file."""

    sentence = N_("“{form}” is saved as a “{suffix}” file. Please end the name like that.")


class AgreementNotSaid(PlannerError):
    """On the command line nobody said that a record may be shared."""

    sentence = N_(
        "Nobody has said that the people in this record agreed to "
        "share it. Nothing was added. If they did agree, use --agreed."
    )


class FormNotSaid(PlannerError):
    """A vision is to be exported, and nobody said as what."""

    sentence = N_("Please use --as to say what to make from this vision. You can use: {known}.")


class NoFreePort(PlannerError):
    """The server found no port to listen on."""

    sentence = N_(
        "Port {port} and the ports after it are in use. Please choose another with --port."
    )


class VoteClosed(PlannerError):
    """Somebody votes in a round that is closed."""

    sentence = N_("This vote is closed. Nothing was added.")


class VoteStillOpen(PlannerError):
    """A second vote is opened before the first one is closed."""

    sentence = N_("A vote is still open. Please close it first.")


class NothingToVoteOn(PlannerError):
    """A vote is opened about nothing."""

    sentence = N_("There is nothing to vote on yet. Please write down a priority first.")


class NotInThisVote(PlannerError):
    """A ballot names something that the round did not ask about."""

    sentence = N_("This vote does not cover that. Nothing was added.")


class WrongVoteMethod(PlannerError):
    """Dots are given in a show of hands, or hands are counted where dots are secret."""

    sentence = N_("This vote works in another way. Nothing was added.")


class TooManyDots(PlannerError):
    """One person gave more dots than each has."""

    sentence = N_("Each person has this many dots: {most}. Please take some back.")


class TooManyNotLost(PlannerError):
    """One person says of more things than allowed that they must not be lost."""

    sentence = N_("Each person can pick one thing that must not be lost.")


class MoreHandsThanPeople(PlannerError):
    """More hands were counted than people are there."""

    sentence = N_("That is more hands than people. In the room now: {people}. Please count again.")


class VotesAreIn(PlannerError):
    """A round is to be taken out while it holds votes."""

    sentence = N_("There are already votes. Please clear this vote first.")


class ReasonMissing(PlannerError):
    """Something is said to be impossible, and not why, or not by whom."""

    sentence = N_("If it cannot be done, please say why, and who decided it.")


__all__ = [
    "AgreementNotSaid",
    "AlreadyGathered",
    "DocumentExists",
    "DocumentNotFound",
    "FileDamaged",
    "FileTooLarge",
    "FileTooNew",
    "FontMissing",
    "FormNotSaid",
    "IsASession",
    "IsAVision",
    "MisleadingEnding",
    "MoreHandsThanPeople",
    "NoFreePort",
    "NotAChange",
    "NotAMark",
    "NotAPhoto",
    "NotARecord",
    "NotASession",
    "NotAVision",
    "NotAWall",
    "NotAgreedToAdd",
    "NotAgreedToShare",
    "NotAnOpenDataPackage",
    "NotInThisVote",
    "NotSaved",
    "NothingGathered",
    "NothingToUndo",
    "NothingToVoteOn",
    "OlderPlan",
    "OpenDataPackageDamaged",
    "OpenDataPackageTooLarge",
    "PhotoTooLarge",
    "PlannerError",
    "ReasonMissing",
    "RecordTooLarge",
    "RevisionNotFound",
    "StampsMissing",
    "StoreLocked",
    "TooManyDots",
    "TooManyNotLost",
    "TooManyRecords",
    "UnknownExport",
    "UnknownRecord",
    "UnknownStage",
    "UnknownStamp",
    "UnknownStore",
    "UnknownVisionExport",
    "VoteClosed",
    "VoteStillOpen",
    "VotesAreIn",
    "WallMissing",
    "WithdrawnBefore",
    "WrongEnding",
    "WrongVoteMethod",
]
