"""What every context stands on: errors, ids, environment, time, the live hub.

Nothing here knows a word of the domain (no candidate, no interview), and nothing here imports a context.
"""
