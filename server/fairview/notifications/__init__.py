"""Letters to people: written once, delivered at most once, and never lost from sight.

A *message* is what was written; its *delivery* is how it fares: `queued` until its next try, `sending` while
a worker has it, then `sent` or `failed` with a code. Without a mail server it stays in the `outbox`, which
the product shows. A worker takes a message by compare-and-set, so a task that runs twice sends it once.
"""
