"""The door of candidates."""

from fairview.candidates.actions import add_candidate, choose_locale
from fairview.candidates.contracts import CandidateCard, CountInterviews
from fairview.candidates.elsewhere import take_in_candidate
from fairview.candidates.imports.whole import import_file
from fairview.candidates.lots.actions import get_lot, lot_candidates
from fairview.candidates.lots.choices import Wish
from fairview.candidates.lots.making import make_lot
from fairview.candidates.models import Candidate, Lot
from fairview.candidates.pools.actions import create_pool
from fairview.candidates.queries import candidate_card, get_candidate, interview_counts

__all__ = [
    "Candidate",
    "CandidateCard",
    "CountInterviews",
    "Lot",
    "Wish",
    "add_candidate",
    "candidate_card",
    "choose_locale",
    "create_pool",
    "get_candidate",
    "get_lot",
    "import_file",
    "interview_counts",
    "lot_candidates",
    "make_lot",
    "take_in_candidate",
]
