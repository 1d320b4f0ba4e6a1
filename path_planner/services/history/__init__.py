"""The history of a document for people: restore points, comparing, and bringing back."""
