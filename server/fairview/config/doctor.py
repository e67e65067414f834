"""`fairview doctor`: what is there, what is missing, and what to do about it."""

import json
import shutil
import sqlite3
from dataclasses import asdict, dataclass
from pathlib import Path

import click
from django.conf import settings


@dataclass(frozen=True)
class Finding:
    what: str
    ok: bool
    detail: str


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def doctor(context: click.Context, as_json: bool) -> None:
    """Look over this installation."""
    findings = [
        data_folder(),
        pages(),
        *models(),
        signing_key(),
        mail(),
        sms(),
        origin(),
        relay(),
        *sandbox(),
    ]
    if as_json:
        click.echo(json.dumps({"ok": all(f.ok for f in findings), "findings": [asdict(f) for f in findings]}))
    else:
        for finding in findings:
            click.echo(f"{'✓' if finding.ok else '✗'} {finding.what}: {finding.detail}")
    context.exit(0 if all(finding.ok for finding in findings) else 1)


def data_folder() -> Finding:
    free = shutil.disk_usage(settings.DATA).free // 2**20
    return Finding("data", free > 500, f"{settings.DATA}, {free} MB free, SQLite {sqlite3.sqlite_version}")


def pages() -> Finding:
    built = (Path(settings.WEB_DIST) / "index.html").exists()
    return Finding("pages", built, "built" if built else "missing: run `make setup`")


def models() -> list[Finding]:
    from fairview.proctoring.public import detector_shelf, model_stock

    built, own = model_stock(settings.MODELS), detector_shelf(settings.DETECTORS)
    if not built:
        return [Finding("models", False, "missing: run `make setup`")]
    return [
        *(Finding(f"model {m.name}", m.ok, f"{m.version}, {m.licence}, {m.state}") for m in built),
        *(
            Finding(f"detector {d.description.name}", True, f"{d.description.version}, added")
            for d in own.added
        ),
        *(Finding(f"detector {name}", False, f"left out: {why}") for name, why in own.left_out.items()),
    ]


def signing_key() -> Finding:
    from fairview.evidence.public import signing_fingerprint

    try:
        return Finding("signing key", True, f"{signing_fingerprint()}: publish it for those who check seals")
    except (OSError, ValueError, SystemExit) as error:
        return Finding("signing key", False, str(error))


def mail() -> Finding:
    if settings.MAIL is None:
        detail = "no FAIRVIEW_SMTP_URL or FAIRVIEW_MAIL_PROVIDER: letters stay in the outbox"
        return Finding("mail", True, detail)
    return Finding("mail", True, f"through {settings.MAIL}, from {settings.MAIL_FROM}")


def sms() -> Finding:
    if settings.SMS is None:
        return Finding("SMS", True, "no FAIRVIEW_TWILIO_SID: text messages stay in the outbox")
    return Finding("SMS", True, f"through {settings.SMS.api}, from {settings.SMS.sender}")


def origin() -> Finding:
    detail = settings.ORIGIN if settings.IS_HTTPS else f"{settings.ORIGIN}: cameras work only on this machine"
    return Finding("address", settings.IS_HTTPS or settings.IS_LOCAL, detail)


def relay() -> Finding:
    if settings.TURN_URLS and not settings.TURN_SECRET:
        return Finding("TURN", False, "FAIRVIEW_TURN_URLS is set without FAIRVIEW_TURN_SECRET")
    return Finding("TURN", True, ", ".join(settings.TURN_URLS) or "none: calls work on one network only")


def sandbox() -> list[Finding]:
    """What running candidates' programs takes. Looked at by running some."""
    from runner.machine import parts

    return [Finding(f"code: {part.name}", part.ok, part.detail) for part in parts()]
