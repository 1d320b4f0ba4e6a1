"""The vision builder: one page in steps, each step a module of its own."""
