"""Checks a bundle: the sealed record of one interview, as `fairview report export --format bundle` writes it.

Made to be read by whoever does not trust the product: it follows docs/evidence-format.md with Python's
standard library and `cryptography` alone, and shares no hashing with the program that wrote the bundle. Only
the score is computed by the product's own rules (`score`). No database, no network, no Django.

Read in this order: `bundle` (what is in the file), `canonical` (bytes and hashes), `log`, `seals`, `stamps`,
`receipts`, `score`, and `verify`, which asks them one after the other.
"""
