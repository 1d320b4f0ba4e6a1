"""Tagged PDF: everything drawn is either real content in reading order or decoration."""
