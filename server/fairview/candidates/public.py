"""The door of candidates."""

from fairview.candidates.actions import add_candidate
from fairview.candidates.contracts import CandidateCard, CountInterviews
from fairview.candidates.elsewhere import take_in_candidate
from fairview.candidates.lot_choices import Wish
from fairview.candidates.lot_making import make_lot
from fairview.candidates.lots import get_lot, lot_candidates
from fairview.candidates.models import Candidate, Lot
from fairview.candidates.queries import candidate_card, get_candidate, interview_counts

__all__ = [
    "Candidate",
    "CandidateCard",
    "CountInterviews",
    "Lot",
    "Wish",
    "add_candidate",
    "candidate_card",
    "get_candidate",
    "get_lot",
    "interview_counts",
    "lot_candidates",
    "make_lot",
    "take_in_candidate",
]
