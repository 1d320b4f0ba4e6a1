"""Tests of the vision builder's parts."""
