"""What a vision may tell: counts, quotes, tallies and the trace from a voice to an action.

Every output reads a vision through here, so that no output can forget what was agreed.
"""
