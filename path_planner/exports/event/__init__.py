"""Exports of an event: what is printed for the room, and what goes home from it."""
