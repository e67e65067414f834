"""How fast the evidence log is beside what people would write with Express, and what it survives."""
