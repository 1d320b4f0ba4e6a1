"""Use cases of events: a day of Open Space, World Café or both."""
