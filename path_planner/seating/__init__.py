"""Who sits where in a World Café: few repeat meetings, and the needs that people have met."""
