"""`fairview evidence`: the log of one session: played back, packed, erased."""

import json
from math import inf
from typing import get_args
from uuid import UUID

import click
import msgspec

from fairview.accounts.public import Role, User, actor_of, require
from fairview.audit.public import Actor
from fairview.evidence.contracts import ErasureReason
from fairview.evidence.doors import last_position, read_entries
from fairview.evidence.log_file import as_line
from fairview.evidence.packing import pack_session
from fairview.evidence.replay import play
from fairview.evidence.shredders import erase_words

session_argument = click.argument("session", type=click.UUID)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


def read_speed(_context: click.Context, _option: click.Parameter, given: str) -> float | None:
    """None is as fast as it goes."""
    try:
        speed = None if given == "max" else float(given)
    except ValueError:
        speed = 0
    if speed is not None and not 0 < speed < inf:
        raise click.BadParameter("a speed is a number above 0, or max.")
    return speed


@click.group()
def evidence() -> None:
    """The log of a session."""


@evidence.command()
@session_argument
@click.option(
    "--speed", default="1", callback=read_speed, show_default=True, help="Times the pace of the talk, or max."
)
@click.option("--participant", type=click.UUID, help="Only what this person wrote, as they may read it.")
def replay(session: UUID, speed: float | None, participant: UUID | None) -> None:
    """Play SESSION back to standard output: one JSON line for each entry, when it is due."""
    require_known(session)
    for entry in play(read_entries(session, author_id=participant), speed):
        click.echo(msgspec.json.encode(as_line(entry)))


@evidence.command()
@session_argument
@json_option
def pack(session: UUID, as_json: bool) -> None:
    """Pack what SESSION received more than a day ago; the server does so by itself once it has ended."""
    require_known(session)
    count = pack_session(session)
    told = {"session": str(session), "packed": count}
    click.echo(json.dumps(told) if as_json else f"Entries packed: {count}.")


@evidence.command()
@session_argument
@click.option("--participant", type=click.UUID, help="Only what this person wrote. Default: everything.")
@click.option("--reason", type=click.Choice(get_args(ErasureReason)), required=True)
@click.option("--by", "email", required=True, help="The e-mail of the owner or admin who answers for it.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
def erase(
    *, session: UUID, participant: UUID | None, reason: ErasureReason, email: str, yes: bool, as_json: bool
) -> None:
    """Erase payloads of SESSION for good. The chain and its seals still hold; a score that rests on what was
    erased cannot be computed again."""
    require_known(session)
    actor = member(email)
    require(actor, Role.OWNER, Role.ADMIN)
    whose = f"what {participant} wrote" if participant else "every payload"
    if not yes:
        click.confirm(f"Erase {whose} in session {session} for good?", abort=True, err=True)
    count = erase_words(actor, session, reason, participant)
    told = {
        "session": str(session),
        "participant": str(participant) if participant else None,
        "erased": count,
        "reason": reason,
    }
    click.echo(json.dumps(told) if as_json else f"Payloads erased: {count}.")


def require_known(session: UUID) -> None:
    if not last_position(session):
        raise click.ClickException(f"The log has no session {session}.")


def member(email: str) -> Actor:
    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        raise click.BadParameter("nobody here has this address.", param_hint="--by")
    return actor_of(user)
