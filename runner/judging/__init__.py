"""From how programs ended to verdicts: comparers, checkers, interactors, functions that are called."""
