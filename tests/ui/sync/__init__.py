"""The line to a board in the browser."""
