"""The step Review: you said, we did."""
