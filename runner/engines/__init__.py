"""Engines: each a file with a class that is an `engine.Engine`."""
