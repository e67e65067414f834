"""The code sandbox: takes a program, runs it contained, streams what it prints, returns a verdict.

A package of its own that knows no Django, no database, no user and no secret but its token. `protocol` is
what it shares with those who ask for runs; nothing else of it is imported by the product.
"""
