"""The door of the evidence log."""

from fairview.evidence.clock import Clocks
from fairview.evidence.doors import (
    append_from_server,
    append_from_service,
    last_position,
    read_entries,
    serving,
    signing_fingerprint,
    write_log,
)
from fairview.evidence.engine import Problem, verify_chain
from fairview.evidence.erasure import erased_kinds
from fairview.evidence.errors import DamagedLog, LogBusy, LogUnavailable, StampUnavailable
from fairview.evidence.following import Follower
from fairview.evidence.log import EvidenceLog
from fairview.evidence.log_file import WHOLE, Log, Withheld, read_log
from fairview.evidence.packing import pack_session
from fairview.evidence.receipts import is_genuine
from fairview.evidence.recorded import RecordedLog
from fairview.evidence.sealing import seal_session, seals_of
from fairview.evidence.shredders import erase_words, export_words
from fairview.evidence.stamp import read_stamp, stamp_seals
from fairview.evidence.tasks import pack_when_settled

__all__ = [
    "WHOLE",
    "Clocks",
    "DamagedLog",
    "EvidenceLog",
    "Follower",
    "Log",
    "LogBusy",
    "LogUnavailable",
    "Problem",
    "RecordedLog",
    "StampUnavailable",
    "Withheld",
    "append_from_server",
    "append_from_service",
    "erase_words",
    "erased_kinds",
    "export_words",
    "is_genuine",
    "last_position",
    "pack_session",
    "pack_when_settled",
    "read_entries",
    "read_log",
    "read_stamp",
    "seal_session",
    "seals_of",
    "serving",
    "signing_fingerprint",
    "stamp_seals",
    "verify_chain",
    "write_log",
]
