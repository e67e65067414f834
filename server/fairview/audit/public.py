"""The door of audit."""

from fairview.audit.actions import record
from fairview.audit.contracts import SYSTEM, Actor
from fairview.audit.queries import verify

__all__ = ["SYSTEM", "Actor", "record", "verify"]
