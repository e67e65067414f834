"""Secrets that a person or a program carries: a link's token, a device's cookie. Only hashes are stored.

A plain SHA-256 is enough: 32 random bytes cannot be guessed, so there is nothing to slow down.
"""

import hashlib
import secrets


def new_secret() -> str:
    return secrets.token_urlsafe(32)


def hash_secret(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
