"""Files that run inside the sandbox, under the interpreter of the machine: the standard library only."""
