"""Wires the house: settings, addresses, live plane, subscriptions, command line. Nobody imports it."""
