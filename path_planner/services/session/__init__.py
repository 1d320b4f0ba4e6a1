"""The use cases of a session: what people in the room do, one function each."""
