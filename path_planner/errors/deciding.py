"""Votes, and answers about what was done, that cannot be taken."""

from path_planner.errors.family import PlannerError
from path_planner.words import mark


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
