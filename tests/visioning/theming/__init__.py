"""Tests of theming."""
