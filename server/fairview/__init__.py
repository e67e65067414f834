"""Fairview: interviews that both sides can trust."""

__version__ = "0.1.0"
