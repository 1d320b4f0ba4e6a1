"""The parts of the first page, the list of PATHs."""
