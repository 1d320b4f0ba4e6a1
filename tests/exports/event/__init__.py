"""Tests of the exports of an event."""
