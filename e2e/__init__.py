"""Journeys in real browsers against the real server, told as people would tell them."""
