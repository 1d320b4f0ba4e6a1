"""The second server, for phones in the room: one private address, and only the phone page."""
