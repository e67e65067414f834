"""The people who are interviewed: who they are and how to reach them, never how they did.

A candidate belongs to one organisation and is known there by e-mail address, whatever its letter case.
A candidate with interviews cannot be deleted: personal data goes by erasure (`shredders.py`), which leaves
the row that the interviews point to.
"""
