"""The history of a session or a vision: restore points, what differs, bringing back."""
