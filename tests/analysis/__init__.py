"""Tests of what a vision may tell, counted, quoted and traced."""
