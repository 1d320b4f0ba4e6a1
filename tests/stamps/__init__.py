"""Tests of the box of stamps."""
