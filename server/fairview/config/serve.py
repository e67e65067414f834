"""`fairview serve`: desk, live plane, worker and runner as one process tree that ends as one."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import FrameType

import click
from django.conf import settings
from django.core.management import call_command

from fairview.config.keys import load_or_create
from fairview.config.settings import ROOT

GRACE_S = 10
RESTART_PAUSE_S = 1.0


@dataclass(frozen=True)
class Child:
    command: Sequence[str]
    environment: Mapping[str, str] | None = None
    """None: that of this process."""


@click.command()
@click.option(
    "--demo", is_flag=True, help="Create an organisation with people and interviews if there is none."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
def serve(demo: bool, host: str) -> None:
    """Start everything and print how to get in. Ctrl-C ends it all."""
    refuse_busy_port(host, settings.PORT)
    call_command("migrate", interactive=False, verbosity=0)
    welcome = welcome_to(demo)
    tree = ProcessTree(Child(web_command(host)), Child(worker_command()), runner(host))
    tree.start()
    wait_until_ready(host, tree)
    click.echo(banner(welcome))
    sys.exit(tree.watch())


def welcome_to(demo: bool) -> str:
    """What the banner says of signing in. The first owner's password is told at once: should anything go
    wrong while starting, nobody could find it out any more."""
    if demo:
        from fairview.config.demo import create_demo

        return create_demo()
    from fairview.config.owner import create_first_owner

    if told := create_first_owner():
        click.echo(told)
    return ""


def web_command(host: str) -> list[str]:
    return [sys.executable, "-m", "fairview.config.web", host]


def worker_command() -> list[str]:
    return [sys.executable, "-m", "fairview.config.worker"]


def runner(host: str) -> Child:
    """It runs what strangers wrote, so it gets its token and no other secret. A token that the environment
    brought lies in the file too, where the runner reads it."""
    token_file = settings.KEYS / "runner_token"
    if load_or_create(token_file) != settings.RUNNER_TOKEN:
        token_file.write_text(settings.RUNNER_TOKEN, encoding="ascii")
    here = "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104
    command = [
        *(sys.executable, "-m", "runner.worker"),
        *("--server", f"http://{here}:{settings.PORT}", "--origin", settings.ORIGIN),
        *("--token-file", str(token_file)),
    ]
    return Child(command, {"PATH": os.environ.get("PATH", os.defpath)})


class ProcessTree:
    """Children in sessions of their own, restarted when they fall, ended together."""

    def __init__(self, *planned: Child) -> None:
        self.planned = planned
        self.children: list[subprocess.Popen[bytes]] = []
        self.stopping = False

    def start(self) -> None:
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, self.on_signal)
        self.children = [self.spawn(child) for child in self.planned]

    def spawn(self, child: Child) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603
            child.command, cwd=ROOT, env=child.environment, start_new_session=True
        )

    def on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True

    def watch(self) -> int:
        """Until told to stop. A child that dies by itself is started again."""
        while not self.stopping:
            time.sleep(0.2)
            for index, child in enumerate(self.children):
                if child.poll() is not None and not self.stopping:
                    click.echo(
                        f"A process ended unexpectedly ({child.returncode}); starting it again.", err=True
                    )
                    time.sleep(RESTART_PAUSE_S)
                    self.children[index] = self.spawn(self.planned[index])
        self.stop()
        return 0

    def stop(self) -> None:
        for child in self.children:
            signal_group(child, signal.SIGTERM)
        deadline = time.monotonic() + GRACE_S
        for child in self.children:
            try:
                child.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                signal_group(child, signal.SIGKILL)
                child.wait()


def signal_group(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    """Signal a child and all that it started."""
    try:
        os.killpg(child.pid, number)
    except ProcessLookupError:
        return


def refuse_busy_port(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise click.ClickException(
                f"Port {port} is in use. Stop what runs there, or choose another: PORT=4100 make run"
            ) from None


def wait_until_ready(host: str, tree: ProcessTree, limit_s: float = 60) -> None:
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline and not tree.stopping:
        if tree.children[0].poll() is not None:
            tree.stop()
            raise click.ClickException("The web process ended while starting; its message is above.")
        with socket.socket() as probe:
            probe.settimeout(0.5)
            if probe.connect_ex((host, settings.PORT)) == 0:
                return
        time.sleep(0.1)


def banner(welcome: str) -> str:
    mail = (
        f"E-mails go out through {settings.MAIL}."
        if settings.MAIL
        else f"E-mails are not sent (no FAIRVIEW_SMTP_URL); read them at {settings.ORIGIN}/messages"
    )
    lines = ["", f"  Fairview is running at {settings.ORIGIN}", *indent(welcome), f"  {mail}"]
    if settings.IS_LOCAL:
        lines += [
            "  On plain localhost, cameras work only on this machine: other devices need HTTPS",
            "  (FAIRVIEW_ORIGIN=https://… behind a proxy), and calls across networks need TURN",
            "  (FAIRVIEW_TURN_URLS, FAIRVIEW_TURN_SECRET).",
        ]
    return "\n".join([*lines, "  Ctrl-C ends it.", ""])


def indent(text: str) -> list[str]:
    return [f"  {line}" for line in text.splitlines()]
