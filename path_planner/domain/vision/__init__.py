"""A vision: many PATHs and conversations on their way to one community plan."""
