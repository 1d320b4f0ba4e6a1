"""The pages of an event: a day together."""
