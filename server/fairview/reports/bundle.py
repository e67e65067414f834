"""A report with everything that it takes to check it, in one file: see `verifier`, which reads it again."""

import io
from importlib.resources import files
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec

from fairview.evidence.public import WHOLE, Withheld, seals_of, write_log
from fairview.kit.clock import as_datetime
from fairview.policies.public import policy_document
from fairview.reports.models import Report


def bundle_bytes(report: Report, document: bytes, withheld: Withheld = WHOLE) -> bytes:
    """A zip of what was sealed. `document` is the report as its reader may see it, who does not get the words
    of what is withheld. The session has to be sealed."""
    seals = seals_of(report.room_session_id)
    newest = seals[-1].document
    policy = policy_document(report.content.policy)
    log = io.StringIO()
    write_log(report.room_session_id, policy, log, withheld, until=newest.positions)
    parts = {
        "README.txt": _how_to_check(report, newest.key).encode(),
        "report.json": document,
        "policy.json": msgspec.json.encode(policy, order="sorted"),
        "seals.json": msgspec.json.encode(seals, order="sorted"),
        "log.jsonl": log.getvalue().encode(),
    }
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as bundle:
        for name, content in parts.items():
            bundle.writestr(name, content)
    return file.getvalue()


def _how_to_check(report: Report, key: str) -> str:
    text = files("fairview.reports").joinpath("bundle.txt").read_text(encoding="utf-8")
    return text.format(
        session=report.room_session_id,
        version=report.version,
        frozen=f"{as_datetime(report.content.created_us):%Y-%m-%d %H:%M} UTC",
        key=key,
    )
