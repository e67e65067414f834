"""Reports: what one interview came to, frozen: everyone looks at the same, and anyone can recompute it.

Words. *Report*: one version of the document about one held interview. *Facts*: what the desk knows of it
(names, times, consent). *Frozen*: a version never changes; late entries or a review make a new one.

Invariants: everything but the facts follows from the log and the policy in the document; nothing is stated
that was not observed; the document is the same on the page, in the download and on the command line.
"""
