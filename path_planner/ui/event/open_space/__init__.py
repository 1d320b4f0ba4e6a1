"""The parts of the page Open Space."""
