"""`fairview report`: reports as files, and the check of one."""

import json
from pathlib import Path
from typing import get_args
from uuid import UUID

import click

from fairview.kit.languages import LOCALES, SOURCE, Locale
from fairview.reports.actions import freeze_report
from fairview.reports.exports import FileKind, file_bytes
from fairview.reports.verifier.command import verify

KINDS = get_args(FileKind)


@click.group()
def report() -> None:
    """Reports on interviews that were held."""


report.add_command(verify)


@report.command()
@click.argument("session", type=click.UUID)
@click.option("--format", "kind", type=click.Choice(KINDS), default="json", show_default=True)
@click.option(
    "--out", type=click.Path(dir_okay=False, writable=True, path_type=Path), help="Default: stdout."
)
@click.option(
    "--language",
    "locale",
    type=click.Choice(LOCALES),
    default=SOURCE,
    show_default=True,
    help="Of the letter.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object about the file (with --out).")
def export(session: UUID, kind: FileKind, out: Path | None, locale: Locale, as_json: bool) -> None:
    """Write the newest report on SESSION: whole (json), as a letter (pdf), as a table (csv), the log that it
    was computed from (log), or all that it takes to check it (bundle)."""
    frozen = freeze_report(session)
    content = file_bytes(frozen, kind, locale=locale)
    if out is None:
        click.echo(content, nl=False)
        return
    out.write_bytes(content)
    about = {"session": str(session), "version": frozen.version, "format": kind, "out": str(out)}
    click.echo(json.dumps(about) if as_json else f"Version {frozen.version} written to {out}")
