"""`fairview audit …`"""

import json
import sys
from uuid import UUID

import click

from fairview.audit.contracts import ChainCheck
from fairview.audit.queries import chained_organisations, verify

SENTENCES = {
    "entry_changed": "entry {number} was changed after it was written",
    "link_broken": "entry {number} does not follow from the one before it",
    "entry_missing": "entry {number} is missing",
    "end_missing": "the chain does not end where it was left: look from entry {number} on",
}


@click.group()
def audit() -> None:
    """The record of who did what."""


@audit.command("verify")
@click.option("--organisation", type=click.UUID, help="Check only this one.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def verify_chains(organisation: UUID | None, as_json: bool) -> None:
    """Recompute the chains; exit with 1 if anything was changed or is missing."""
    chosen = [organisation] if organisation else chained_organisations()
    checks = [verify(organisation_id) for organisation_id in chosen]
    click.echo(json.dumps(as_document(checks)) if as_json else as_text(checks))
    sys.exit(0 if all(check.ok for check in checks) else 1)


def as_document(checks: list[ChainCheck]) -> dict[str, object]:
    return {
        "ok": all(check.ok for check in checks),
        "organisations": [
            {
                "organisation": str(check.organisation_id),
                "entries": check.entries,
                "problems": [{"number": each.number, "code": each.code} for each in check.problems],
            }
            for check in checks
        ],
    }


def as_text(checks: list[ChainCheck]) -> str:
    lines = []
    for check in checks:
        verdict = "intact" if check.ok else "not intact"
        lines.append(f"{check.organisation_id}  {check.entries} entries, {verdict}")
        lines += [f"  {SENTENCES[each.code].format(number=each.number)}" for each in check.problems]
    return "\n".join(lines) or "Nothing has been recorded yet."
