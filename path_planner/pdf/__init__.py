"""Write tagged PDF: everything drawn is either content in reading order or an artifact."""
