"""An event: a day together in Open Space, a World Café, or both."""
