"""The parts of the page Commitments."""
