"""Policies: which rules observe, with which thresholds, weights and caps, as versioned data.

A policy never changes: a new version is a new file. `standard@3` is the one that a new organisation has.
"""
