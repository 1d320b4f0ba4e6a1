"""The parts of the page that prepares a day together."""
