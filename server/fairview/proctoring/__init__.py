"""Observation and attention: rules that group what a device saw into incidents, and the explained score.

Words. *Reading*: one frame, on the device. *Observation*: a smoothed statement about a span of time, with
confidence, detector and version. *Incident*: an interval that a rule raised. *Coverage*: the share of the
session that was observed. *Deduction*: the points that one incident takes off.

Invariants: rules are pure functions of log and policy; the result does not depend on how the log was cut into
batches or how late a part arrived; a machine never decides about a person.
"""
