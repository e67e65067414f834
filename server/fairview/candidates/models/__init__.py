"""The tables of candidates, in the order in which they refer to each other."""

from fairview.candidates.models.candidate import Candidate, Candidates
from fairview.candidates.models.imports import Import, ImportRow, Imports
from fairview.candidates.models.lot import Lot, LotMember, Lots, Replacement
from fairview.candidates.models.pool import Pool, PoolMember, Pools, Removal

__all__ = [
    "Candidate",
    "Candidates",
    "Import",
    "ImportRow",
    "Imports",
    "Lot",
    "LotMember",
    "Lots",
    "Pool",
    "PoolMember",
    "Pools",
    "Removal",
    "Replacement",
]
