class AuditIsAppendOnly(RuntimeError):
    """A mistake in our own code: entries are never changed or deleted."""
