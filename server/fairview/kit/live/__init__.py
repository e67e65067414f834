"""The live plane's hub: rooms of connections that exchange small typed messages.

A message is a hint; the truth is in the databases, and every view can be asked for again as a snapshot.
"""
