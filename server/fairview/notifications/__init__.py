"""Letters and text messages to people: written once, never lost from sight, and never doubled by itself.

A *message* is what was written; its *delivery* is how it fares: `queued` until its next try, `sending` while
a task has it in hand, then `sent` or `failed` with a code. Where its channel is not configured it stays in
the `outbox`, which the product shows. A task takes a message by compare-and-set, and again when the hand-over
to the server begins: what is interrupted before that is sent by the next task, what is interrupted after it
may have gone out, and waits for a person.
"""
