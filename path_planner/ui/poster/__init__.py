"""The parts of the page Poster."""
