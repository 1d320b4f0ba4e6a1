"""What the give-away pack is made of: tables, drawings, words about them, and the way to pack."""
