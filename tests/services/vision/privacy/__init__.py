"""Tests of what may tell who somebody is."""
