"""The parts of the page Stages, at the address `walk`."""
