"""`fairview`: the one program for people. Commands live in their contexts and are collected here."""

import json
import os
import sys
from importlib import import_module

import click

from fairview import __version__
from fairview.kit.errors import FairviewError

COMMANDS = {
    "serve": "fairview.config.serve:serve",
    "schema": "fairview.config.cli:schema",
    "doctor": "fairview.config.doctor:doctor",
    "evidence": "fairview.evidence.commands:evidence",
    "proctor": "fairview.proctoring.commands:proctor",
    "models": "fairview.proctoring.detectors.commands:models",
    "report": "fairview.reports.commands:report",
    "audit": "fairview.audit.commands:audit",
    "code": "fairview.coding.commands:code",
    "lot": "fairview.candidates.lots.commands:lot",
}
"""Loaded when called for, so that `fairview --help` does not start Django."""

ALONE = {("report", "verify"): "fairview.reports.verifier.command:verify"}
"""These work without Django, for whoever has nothing but a file to check."""


class Program(click.Group):
    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        called = tuple(args[:2])
        if called in ALONE:
            return " ".join(called), load(ALONE[called]), args[2:]
        return super().resolve_command(context, args)

    def list_commands(self, _context: click.Context) -> list[str]:
        return sorted(set(COMMANDS) - {"schema"})

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        set_up_django()
        return load(COMMANDS[name])


def load(place: str) -> click.Command:
    module, attribute = place.split(":")
    command: click.Command = getattr(import_module(module), attribute)
    return command


def set_up_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fairview.config.settings")
    import django

    django.setup(set_prefix=False)


@click.command(hidden=True)
def schema() -> None:
    """Print the OpenAPI document, live messages included (`make types` reads it)."""
    from fairview.config.schema import document

    click.echo(json.dumps(document(), indent=1, sort_keys=True))


@click.command(cls=Program)
@click.version_option(__version__, prog_name="fairview")
def program() -> None:
    """Interviews that both sides can trust."""


def main() -> None:
    """Run the program; an expected failure is one sentence on stderr and a non-zero exit."""
    from django.db import OperationalError

    try:
        program()
    except FairviewError as error:
        fail(f"{error}")
    except OperationalError as error:
        if "no such table" not in str(error):
            raise
        from django.conf import settings

        fail(f"There is no data in {settings.DATA} yet: start `fairview serve` once, or set FAIRVIEW_DATA.")


def fail(sentence: str) -> None:
    click.echo(sentence, err=True)
    sys.exit(1)
