"""Records of conversations: read from what was typed, pasted or dropped."""
