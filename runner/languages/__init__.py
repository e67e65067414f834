"""Languages as declarations (`declared/`), found on this machine or not, and how a program of one becomes
what the sandbox runs."""
