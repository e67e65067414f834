"""Interviews before they are held: when, with whom, how a candidate is invited, and what they agree to.

Words. *Interview*: one planned talk. *Panel*: the interviewers of it. *Invitation*: a link by e-mail, kept
only as a hash. *Device session*: the one browser that a candidate continued on. *Consent*: what the candidate
agreed to, and to which words.

Invariants: an interview has one live invitation and one live device session at most; opening a link changes
nothing, since mail scanners open links; a time that does not exist on the wall is never stored.
"""
