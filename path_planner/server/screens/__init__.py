"""The server for second screens: the pages of one document, for devices that were paired."""
