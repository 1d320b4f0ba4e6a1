"""The easy read edition: one idea a row, a picture beside it, short sentences, few pages."""
