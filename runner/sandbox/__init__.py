"""One program, contained: `walls` says what with, `watch.watch` runs it. Knows nothing of languages and
judges."""
