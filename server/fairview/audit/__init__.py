"""Who did what: entries that are only ever added, each linked to the one before by its hash.

Every organisation has a chain of its own; what the deployment itself does has another. A chain knows its
length and head, so an entry that was changed, taken out or cut from the end is found by `fairview audit
verify`. Entries hold ids and short facts, never a name, an address or another word about a person: what is
chained cannot be erased.
"""
