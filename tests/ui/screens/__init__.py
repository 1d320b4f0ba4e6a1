"""Tests of second screens: roles, what they may open, and the stores that they have."""
