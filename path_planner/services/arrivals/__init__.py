"""Use cases of what arrives from phones: it waits in a tray until somebody has read it."""
