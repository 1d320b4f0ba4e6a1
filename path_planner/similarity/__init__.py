"""Suggestions for putting voices together: offline, the same each time, and never the last word."""
