"""The code sandbox: takes a program, runs it contained, streams what it prints, returns a verdict.

A package of its own that knows no Django, no database, no user and no secret but its token. `protocol` is
what it shares with those who ask for runs; `engine.run` is the door for those in the same process, `machine`
says what this machine can do, and `worker` is the process that leases runs from a server.

Words: a *program* is what somebody wrote; a *case* is one run of it with one stdin; the *sandbox* is
bubblewrap around it; its *group* is the control group that counts and limits it.

Always true: a program sees nothing of the host but interpreters: no file, no process, no network, no
environment. It goes in through pipes and comes out through pipes; no path in the sandbox is ever opened from
outside. When it ends, nothing of it is left. Where memory or processes cannot be limited, nothing runs.
"""
