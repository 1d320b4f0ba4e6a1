"""Texts of a vision that may identify someone, and what can be done about it."""
