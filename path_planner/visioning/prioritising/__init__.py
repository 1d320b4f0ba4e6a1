"""Prioritising: why it is like this, what to work on, and votes in secret or in the open."""
