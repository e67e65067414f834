"""How well and how fast the product's vision reads, in a real browser."""
