"""The errors of Path Planner: each class has a sentence for people, raise sites give the facts."""

from typing import ClassVar

from path_planner.i18n import N_, _


class PlannerError(Exception):
    """Base of all errors that are shown to people, each in a plain sentence."""

    sentence: ClassVar[str] = N_("Something went wrong. Your plan is safe as it was last saved.")

    def __init__(self, **facts: object) -> None:
        super().__init__(type(self).__name__)
        self.facts = facts

    def __str__(self) -> str:
        """Return the sentence of this error in the current language."""
        return _(self.sentence, **self.facts)


class TooManyRecords(PlannerError):
    """A collection of a document is full."""

    sentence = N_("A plan can hold at most {limit} of these ({what}).")


class UnknownStage(PlannerError):
    """The process of this session has no such stage."""

    sentence = N_("There is no stage “{stage}” in this type of PATH.")


class NotOnThisScreen(PlannerError):
    """A paired screen asks for a change that its role may not make."""

    sentence = N_("That cannot be changed on this screen. Please use the first one.")


class UnknownRecord(PlannerError):
    """The record to be changed is no longer in the document."""

    sentence = N_("That is no longer in the plan. Someone may have deleted it.")


class NothingToUndo(PlannerError):
    """The undo stack is empty, or others have changed since what it would undo."""

    sentence = N_("You have nothing to undo here.")


class NotAChange(PlannerError):
    """A message of the wall failed validation."""

    sentence = N_("One change on the wall could not be read, so it was not saved.")


class NotAMark(PlannerError):
    """An element of a drawing program cannot become a mark on the wall."""

    sentence = N_("Something on the wall could not be read. It was left out.")


class UnknownStamp(PlannerError):
    """The stamp library has no stamp with this id."""

    sentence = N_("There is no stamp “{icon}”.")


class FileTooNew(PlannerError):
    """The document was written by a newer version than this one understands."""

    sentence = N_(
        "This file was made with a newer version of Path Planner. It was "
        "not opened or changed. Please update Path Planner, then try again."
    )


class FileDamaged(PlannerError):
    """The file is not valid or not complete; `why` says where."""

    sentence = N_("This file is damaged or not complete: {why}. Nothing was changed.")


class FileTooLarge(PlannerError):
    """The file is larger than the limit for documents."""

    sentence = N_("This file is too large to be a plan. The limit is {limit} MB.")


class NotASession(PlannerError):
    """The file is not a session of Path Planner."""

    sentence = N_("This file is not a plan made with Path Planner.")


class NotAVision(PlannerError):
    """The file is not a vision of Path Planner."""

    sentence = N_("This file is not a vision made with Path Planner.")


class NotAnEvent(PlannerError):
    """The file is not an event of Path Planner."""

    sentence = N_("This file is not a day together made with Path Planner.")


class IsAVision(NotASession, NotAnEvent):
    """The file is a vision where a session is needed."""

    sentence = N_(
        "This file is a vision, made of many PATHs. Please open it in the vision builder."
    )


class IsASession(NotAVision, NotAnEvent):
    """The file is a session where a vision is needed."""

    sentence = N_("This file is the plan of one PATH. It can be added to a vision.")


class IsAnEvent(NotASession, NotAVision):
    """The file is an event where a session or a vision is needed."""

    sentence = N_(
        "This file is a day together. Please open it under Days together, or add it to a vision."
    )


class FileGone(PlannerError):
    """The file is no longer what its document would give now, so it is not handed out."""

    sentence = N_("This file is no longer here. Please make it again.")


class NotAWall(PlannerError):
    """The file is not an Excalidraw drawing, or a damaged one."""

    sentence = N_("This file is not a drawing made with Excalidraw, or it is damaged.")


class NoDrawingInside(NotAWall):
    """The file is a picture or a note without an Excalidraw drawing inside."""

    sentence = N_(
        "There is no Excalidraw drawing inside this file. When you save a picture in Excalidraw, "
        "turn on “Embed scene”. Any other picture can be added to the wall as a photo."
    )


class IsADrawing(NotASession):
    """The file is a drawing where a plan is needed."""

    sentence = N_(
        "This file is a drawing made with Excalidraw. It can be added to the wall of a plan."
    )


class NotAPhoto(PlannerError):
    """The file is not an image that can be decoded, or not a complete one."""

    sentence = N_(
        "This file is not a picture that Path Planner can open, "
        "or it is damaged. Please choose a JPEG, PNG or WebP file."
    )


class PhotoTooLarge(PlannerError):
    """The image has more pixels than the limit."""

    sentence = N_("This picture is too large. The limit is {limit} megapixels.")


class NotAnOpenDataPackage(PlannerError):
    """The file is not an open-data zip of Path Planner."""

    sentence = N_("This file is not a give-away zip made with Path Planner.")


class OpenDataPackageDamaged(PlannerError):
    """An open-data zip cannot be read, or its vision was changed after it was packed."""

    sentence = N_("This zip is damaged or was changed: {why}. Nothing was added.")


class OpenDataPackageTooLarge(PlannerError):
    """An open-data zip is larger than the limit, packed or unpacked."""

    sentence = N_("This zip is too large to be a give-away. The limit is {limit} MB.")


class NotABackup(PlannerError):
    """The file is not a backup of Path Planner."""

    sentence = N_("This file is not a backup made with Path Planner.")


class BackupDamaged(PlannerError):
    """A backup cannot be read, or has something in it that no backup has."""

    sentence = N_("This backup is damaged or was changed: {why}. Nothing was added.")


class BackupTooLarge(PlannerError):
    """A backup is larger than the limit, packed or unpacked."""

    sentence = N_("This backup is too large. The limit is {limit} MB.")


class NotAgreedToKeep(PlannerError):
    """Something of a session is to be brought back, and its people said no to keeping it."""

    sentence = N_(
        "The answer to “Can this plan be kept on this computer?” is no. Nothing was brought back."
    )


class NotAgreedToShare(PlannerError):
    """A session cannot be added to a vision: its people did not agree to share it."""

    sentence = N_(
        "The people in this PATH have not agreed to share it. "
        "Nothing was added. They can say yes on the “Prepare” page."
    )


class DayNotAgreedToShare(PlannerError):
    """An event cannot be added to a vision: the people who came did not agree to share it."""

    sentence = N_(
        "The people who came to this day have not agreed to share it. "
        "Nothing was added. You can note their yes on the “Prepare” page of the day."
    )


class LineStays(PlannerError):
    """A line of an event may not go into a PATH: its speaker or the people did not agree to it."""

    sentence = N_(
        "This line may not leave the day: it may go into a PATH only if it may be quoted, "
        "and the people who came agreed to share."
    )


class NothingToShare(PlannerError):
    """No line of an event may travel to a vision."""

    sentence = N_(
        "Nobody who came to this day wanted a line in a plan. Nothing was added. "
        "Each line says how far it may be shared."
    )


class OlderPlan(PlannerError):
    """The file is an older revision of a session than the one in the vision."""

    sentence = N_(
        "This file is older than what the vision already has from it. Nothing was changed."
    )


class WithdrawnBefore(PlannerError):
    """A session cannot be added again: its people withdrew it from the vision."""

    sentence = N_(
        "This was withdrawn on {day}. Please add it again only if its people have agreed again."
    )


class AlreadyGathered(PlannerError):
    """The same conversation record was imported before."""

    sentence = N_("These voices are already in the vision. Nothing was added.")


class NothingGathered(PlannerError):
    """A conversation record holds no voice."""

    sentence = N_("There are no voices in this record. Nothing was added.")


class NotAgreedToAdd(PlannerError):
    """A conversation record is imported without a statement of consent."""

    sentence = N_("Please tick to say people agreed. Nothing was added.")


class NotARecord(PlannerError):
    """The file is neither a session nor a conversation record that can be read."""

    sentence = N_("This file cannot be used here: {why}. Nothing was added.")


class ColumnsUnclear(PlannerError):
    """Nothing tells which column of a table holds the words, and nobody can be asked."""

    sentence = N_(
        "It is not clear which column holds the words, so nothing was added. "
        "Please name it with --words. The columns are: {columns}"
    )


class NoSuchColumn(PlannerError):
    """A column was named that the table does not have."""

    sentence = N_("There is no column “{column}”. The columns are: {columns}")


class DatesUnclear(PlannerError):
    """Dates of a table can be read in two ways, and nobody can be asked."""

    sentence = N_(
        "It is not clear whether the day or the month comes first in {example}, so nothing "
        "was added. Please say which with --dates."
    )


class LettersUnclear(PlannerError):
    """The letters of a file can be read in several ways, and nobody can be asked."""

    sentence = N_(
        "This file can be read in several ways, so nothing was added. Please choose one with "
        "--encoding: {encodings}. With the first one it has words such as: {sample}"
    )


class RecordTooLarge(PlannerError):
    """A conversation record is larger than the limit."""

    sentence = N_("This record is too large. The limit is {limit} MB or {voices} voices.")


class WallMissing(PlannerError):
    """The wall's frontend build is missing from the package."""

    sentence = N_("The wall is missing. Please install Path Planner again.")


class FontMissing(PlannerError):
    """A font file is missing from the package."""

    sentence = N_("A font is missing ({file}). Please install Path Planner again.")


class StampsMissing(PlannerError):
    """The stamp library is missing from the package."""

    sentence = N_("The stamps are missing. Please install Path Planner again.")


class DocumentNotFound(PlannerError):
    """The store has no document with this id."""

    sentence = N_("There is nothing here with the id “{session_id}”.")


class DocumentExists(PlannerError):
    """A document with this id is already in the store."""

    sentence = N_("Something with the id “{session_id}” is already here.")


class RevisionNotFound(PlannerError):
    """The history does not go back to this revision."""

    sentence = N_("That earlier version was not kept. The newest version is safe.")


class NotSaved(PlannerError):
    """The change could not be written to the disk."""

    sentence = N_(
        "Your last change could not be saved: {why}. Everything saved before "
        "is safe. Please free up space or check the disk, then try again."
    )


class FolderAway(NotSaved):
    """The folder of the documents is not there any more, such as on a stick that was pulled out."""

    sentence = N_(
        "Your last change could not be saved: the folder with the plans is not there. If it is on "
        "a stick or a drive, connect it again. Everything saved before is safe."
    )


class NeverSaved(NotSaved):
    """The change cannot be saved as it is, however often it is tried again."""

    sentence = N_(
        "Part of this is too long or cannot be read again, so it was "
        "not kept. Everything saved before is safe."
    )


class DocumentFull(NeverSaved):
    """With the change the document would be larger than what can be read again."""

    sentence = N_(
        "This does not fit into the plan any more, so it was not "
        "kept. Everything saved before is safe."
    )


class UnknownStore(PlannerError):
    """No store handles this kind of location."""

    sentence = N_("Path Planner cannot keep plans in “{location}”. It can use: {known}.")


class UnknownMethod(PlannerError):
    """No method of gathering has this id."""

    sentence = N_("“{method}” is not a way to run a day. Choose one of: {known}.")


class PlaceOccupied(PlannerError):
    """A topic that has no place on the agenda wall would be put over another one."""

    sentence = N_("“{title}” stands there already. Choose a free place, or merge the two topics.")


class NoPlaceForTopics(PlannerError):
    """A topic would be put at a time that is not for topics, such as a break."""

    sentence = N_("No topics are talked about at that time. Choose another time.")


class MergedIntoItself(PlannerError):
    """A topic would be merged into itself, or into one that is merged into it."""

    sentence = N_("These two are one topic already. Choose another one to merge with.")


class NotAReport(PlannerError):
    """A line would be added to the report of a topic that is of another part of the event."""

    sentence = N_("This line does not belong to the report of a topic.")


class StoreLocked(PlannerError):
    """Another process holds the lock of the document for too long."""

    sentence = N_("Another program is using this file. Please close it there, then try again.")


class UnknownExport(PlannerError):
    """No export of a session writes files with this suffix."""

    sentence = N_("Path Planner cannot write “{key}” files. It can write: {known}.")


class UnknownVisionExport(PlannerError):
    """No export of a vision has this key."""

    sentence = N_("Path Planner cannot make “{key}” of a vision. It can make: {known}.")


class UnknownEventExport(PlannerError):
    """No export of an event has this key."""

    sentence = N_("Path Planner cannot make “{key}” of a day together. It can make: {known}.")


class NoSeating(PlannerError):
    """Cards that say where each guest sits were asked for, and nobody has a seat."""

    sentence = N_("Nobody has a seat yet. Please seat the guests first, then print the cards.")


class NoRule(PlannerError):
    """The card with the paper rule was asked for, and the seating does not follow the rule."""

    sentence = N_(
        "Here the seats do not follow the paper rule, so its card would be wrong. "
        "Please print the route cards."
    )


class WordsStay(PlannerError):
    """The words of a contribution, or the place where it was said, would be changed."""

    sentence = N_(
        "Nobody changes what somebody said. Please add an answer, or take back your own line."
    )


class TableWasUsed(PlannerError):
    """A table would be removed at which somebody sat, said or drew something."""

    sentence = N_(
        "People sat here, or said or drew something, so this table stays. You can leave it empty."
    )


class RoundHasBegun(PlannerError):
    """A round that has begun would be removed, or seated in another way."""

    sentence = N_("This round has begun. It stays, and so does who sat where.")


class RoundIsOver(PlannerError):
    """Something would be added to the tablecloth of an earlier round."""

    sentence = N_("This round is over: its cloth stays as it is. Please add to the round of now.")


class InkStays(PlannerError):
    """The ink of somebody else, or of an earlier round, would be taken away."""

    sentence = N_(
        "Nobody moves or rubs out what others drew. You can take back your own strokes, "
        "as long as their round goes on."
    )


class NoPicture(PlannerError):
    """A picture would be added, and none was chosen."""

    sentence = N_("Please choose a picture first.")


class OffTheCloth(PlannerError):
    """A stroke would lie beside the tablecloth."""

    sentence = N_("This lies beside the cloth, so it was not added. Please draw on the cloth.")


class DayIsClosed(PlannerError):
    """People would be seated at a day that was closed, which says that nobody's seat is stored."""

    sentence = N_(
        "This day is closed, so nobody is seated. You can open it again on the “Prepare” page."
    )


class HostStays(PlannerError):
    """The host of a table would be swapped with somebody else."""

    sentence = N_("A host stays at the table. To change that, choose another host for it.")


class WrongEnding(PlannerError):
    """The name of a document's file lacks the suffix by which a store lists it."""

    sentence = N_("The name of this file must end in “{suffix}”.")


class MisleadingEnding(PlannerError):
    """The suffix of the output file belongs to another format than the export's."""

    sentence = N_("“{form}” is saved as a “{suffix}” file. Please end the name like that.")


class AgreementNotSaid(PlannerError):
    """The command line lacks `--agreed`: the statement that a record may be shared."""

    sentence = N_(
        "Nobody has said that the people in this record agreed to "
        "share it. Nothing was added. If they did agree, use --agreed."
    )


class NotChecked(PlannerError):
    """The command line lacks `--anyway`: marked places in a vision have not been read."""

    sentence = N_(
        "Nothing was made: some words could identify someone, and nobody has checked them "
        "(in quotes: {quotes}, in your own texts: {own}). Check them in the app, on “Share”. "
        "To make it anyway, use --anyway. Then it says inside that it was not checked."
    )


class FormNotSaid(PlannerError):
    """The command line lacks `--as`: which export of a vision is wanted."""

    sentence = N_("Please use --as to say what to make from this vision. You can use: {known}.")


class NoFreePort(PlannerError):
    """The server found no port to listen on."""

    sentence = N_(
        "Port {port} and the ports after it are in use. Please choose another with --port."
    )


class VoteClosed(PlannerError):
    """The vote round is closed."""

    sentence = N_("This vote is closed. Nothing was added.")


class VoteStillOpen(PlannerError):
    """A vote round cannot be opened while another is open."""

    sentence = N_("A vote is still open. Please close it first.")


class NothingToVoteOn(PlannerError):
    """A vote round cannot be opened without priorities."""

    sentence = N_("There is nothing to vote on yet. Please write down a priority first.")


class NotInThisVote(PlannerError):
    """A ballot names a priority that is not an option of its round."""

    sentence = N_("This vote does not cover that. Nothing was added.")


class WrongVoteMethod(PlannerError):
    """The round uses another voting method: dots for a show of hands, or the other way round."""

    sentence = N_("This vote works in another way. Nothing was added.")


class TooManyDots(PlannerError):
    """A ballot has more dots than one person may give."""

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


class NotAPrivateAddress(PlannerError):
    """The address for phones is public, of every network at once, or no IPv4 address."""

    sentence = N_(
        "“{address}” is not a private address, so phones are not let in there: it must begin "
        "with 192.168, 10, 172.16 to 172.31 or 169.254, or with 127 to try it out."
    )


class AddressNotOurs(PlannerError):
    """The address for phones is none of this computer, or its port is taken."""

    sentence = N_("Phones cannot be let in at {address}: this computer does not have it now.")


class TrayFull(PlannerError):
    """As many things wait to be read as may wait."""

    sentence = N_("Very much is waiting to be read. Please send it again in a few minutes.")


class AlreadyAdmitted(PlannerError):
    """What somebody wants to take back is in the document, or was refused."""

    sentence = N_("It has been read, so it no longer waits. Please ask the person who is reading.")


class NothingCounted(PlannerError):
    """Interest is to be counted or voted on, and no count is open or there are no topics."""

    sentence = N_("There is nothing to count: it needs topics, and at least one slip.")


class SlipUnknown(PlannerError):
    """Somebody typed a slip that is none of this count."""

    sentence = N_("That number is not on any slip of this count. Please check it.")


class SlipUsed(PlannerError):
    """A slip was used before."""

    sentence = N_("This slip has been used. Each counts once.")


class NotOnTheList(PlannerError):
    """Somebody chose a topic that is not asked about."""

    sentence = N_("One of these topics is no longer on the list. Please choose again.")


class NothingTyped(PlannerError):
    """A sound is to be admitted, and nobody has typed what it says."""

    sentence = N_("Please listen to it and type what it says. The sound itself is not saved.")


class TwoPictures(PlannerError):
    """Two arrivals with a picture each are to be joined."""

    sentence = N_("Both have a picture. Please put them in one by one.")


class TooFewSeats(PlannerError):
    """More people are to be seated than there are seats at all tables."""

    sentence = N_("People: {guests}. Seats: {seats}. Please add a table, or seats at a table.")


__all__ = [
    "AddressNotOurs",
    "AgreementNotSaid",
    "AlreadyAdmitted",
    "AlreadyGathered",
    "BackupDamaged",
    "BackupTooLarge",
    "ColumnsUnclear",
    "DatesUnclear",
    "DayIsClosed",
    "DayNotAgreedToShare",
    "DocumentExists",
    "DocumentFull",
    "DocumentNotFound",
    "FileDamaged",
    "FileGone",
    "FileTooLarge",
    "FileTooNew",
    "FolderAway",
    "FontMissing",
    "FormNotSaid",
    "HostStays",
    "InkStays",
    "IsADrawing",
    "IsASession",
    "IsAVision",
    "IsAnEvent",
    "LettersUnclear",
    "LineStays",
    "MergedIntoItself",
    "MisleadingEnding",
    "MoreHandsThanPeople",
    "NeverSaved",
    "NoDrawingInside",
    "NoFreePort",
    "NoRule",
    "NoSeating",
    "NotABackup",
    "NotAChange",
    "NotAMark",
    "NotAPhoto",
    "NotAPrivateAddress",
    "NotARecord",
    "NotAReport",
    "NotASession",
    "NotAVision",
    "NotAWall",
    "NotAgreedToAdd",
    "NotAgreedToKeep",
    "NotAgreedToShare",
    "NotAnEvent",
    "NotAnOpenDataPackage",
    "NotChecked",
    "NotInThisVote",
    "NotSaved",
    "NothingGathered",
    "NothingToShare",
    "NothingToUndo",
    "NothingToVoteOn",
    "NothingTyped",
    "OlderPlan",
    "OpenDataPackageDamaged",
    "OpenDataPackageTooLarge",
    "PhotoTooLarge",
    "PlaceOccupied",
    "PlannerError",
    "ReasonMissing",
    "RecordTooLarge",
    "RevisionNotFound",
    "RoundHasBegun",
    "RoundIsOver",
    "StampsMissing",
    "StoreLocked",
    "TableWasUsed",
    "TooFewSeats",
    "TooManyDots",
    "TooManyNotLost",
    "TooManyRecords",
    "TrayFull",
    "TwoPictures",
    "UnknownEventExport",
    "UnknownExport",
    "UnknownMethod",
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
    "WordsStay",
    "WrongEnding",
    "WrongVoteMethod",
]
