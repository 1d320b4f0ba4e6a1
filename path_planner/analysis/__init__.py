"""What a vision or an event may publish: counts, quotes, tallies, and a voice traced to an action.

Every export reads them through this package, so that consent is applied in one place.
"""
