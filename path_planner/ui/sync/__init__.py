"""The connection to a component in the browser: client messages, acknowledgements, deltas."""
