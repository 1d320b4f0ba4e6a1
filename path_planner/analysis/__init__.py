"""What a vision may publish: counts, quotes, tallies and the trace from a voice to an action.

Every export reads a vision through this package, so that consent is applied in one place.
"""
