"""The line to a board in the browser: what a window tells, and how it is answered."""
