"""Organisations and the people who work in them.

A *user* signs in with e-mail and password; a *membership* gives them one role in one organisation, and the
role gives them capabilities (`permissions.py`, the same table that the pages read from `/api/me`).
Sign-in itself is allauth's; signing up is closed, because accounts are made by the organisation.
Candidates are not users.
"""
