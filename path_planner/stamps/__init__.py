"""The box of stamps: small pictures for the wall, each with a plain name."""
