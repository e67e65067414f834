"""Secrets that a deployment makes for itself at its first start, unless the environment brings them."""

import os
import secrets
from pathlib import Path


def load_or_create(path: Path) -> str:
    """The secret in `path`; made with 0600 if there is none yet. Safe when two processes start at once."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        secret = secrets.token_urlsafe(48)
        file.write(secret)
    return secret
