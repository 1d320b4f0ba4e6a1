"""The step Theme: voices are grouped on the theming board."""
