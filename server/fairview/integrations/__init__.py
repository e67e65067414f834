"""The service API: other programs create sessions, send what they detected, and fetch reports.

A thin layer over the same rooms, log and rules as the product's own pages, opened by an organisation's
tokens. The field and event names of common proctoring services are taken as they are and mapped here,
nowhere else.
"""
