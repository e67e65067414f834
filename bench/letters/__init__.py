"""How fast a round of letters leaves, and what is lost of it when workers are killed: nothing."""
