"""The step Theme: voices are put together on the board."""
