"""The evidence log: what happened in a live session, append-only, hash-chained, on one clock.

Words. *Entry*: one thing that happened. *Stream*: the entries of one client store, numbered strictly from 1.
*Position*: the order of commit within a session. *Head*: the hash of a stream's newest entry. *Receipt*: a
head signed by the server, given after commit. *Seal*: where every stream of an ended session stands, signed;
what comes later goes into the next one. *Stamp*: an authority's word on when a seal was there. *Salt*: random
bytes hashed with a payload, so that both can be erased and the chain still verifies.

Invariants: an entry is never changed; acknowledged means durable; a number is stored once; time estimates are
made once, at append. This context holds plain ids, has a database of its own and imports no context above it.
"""
