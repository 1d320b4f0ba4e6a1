"""Use cases: what people do with a session or a vision, one function each."""
