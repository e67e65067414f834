"""`fairview report`: reports as files."""

import json
from pathlib import Path
from typing import Literal
from uuid import UUID

import click

from fairview.reports.actions import freeze_report
from fairview.reports.exports import document_bytes, log_bytes


@click.group()
def report() -> None:
    """Reports on interviews that were held."""


@report.command()
@click.argument("session", type=click.UUID)
@click.option("--format", "kind", type=click.Choice(["json", "log"]), default="json", show_default=True)
@click.option(
    "--out", type=click.Path(dir_okay=False, writable=True, path_type=Path), help="Default: stdout."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object about the file (with --out).")
def export(session: UUID, kind: Literal["json", "log"], out: Path | None, as_json: bool) -> None:
    """Write the newest report on SESSION (json), or the log that it was computed from (log)."""
    frozen = freeze_report(session)
    content = document_bytes(frozen) if kind == "json" else log_bytes(frozen)
    if out is None:
        click.echo(content, nl=False)
        return
    out.write_bytes(content)
    about = {"session": str(session), "version": frozen.version, "format": kind, "out": str(out)}
    click.echo(json.dumps(about) if as_json else f"Version {frozen.version} written to {out}")
