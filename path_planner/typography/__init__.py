"""Typography: which font draws which text, how wide it is, and where lines break."""
