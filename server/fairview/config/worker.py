"""The worker: runs the tasks of the queue one after the other, and first gives out again what a dead one had.

A worker that is killed leaves its task `RUNNING` for ever. So each holds a lock on a file of its name for as
long as it lives, whatever ends it; a file whose lock can be had belongs to a dead one. The files lie in the
data folder, so that a worker elsewhere, with another data folder, is never taken for dead.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

import django
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from fairview.kit.ids import new_id

MAX_STARTS = 20
"""A task that so many workers died of is not given out again."""
LOOKS_EVERY_S = 0.5
NICENESS = 10
"""A talk under way goes before an import."""


class WorkersLost(Exception):
    """So many workers died while they had this task in hand that it is not given out again."""


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fairview.config.settings")
    django.setup()
    tell_what_is_left_out()
    give_way()
    with presence(settings.DATA / "workers") as worker:
        call_command(
            "db_worker",
            worker_id=worker,
            interval=LOOKS_EVERY_S,
            startup_delay=False,
            reload=False,
            verbosity=0,
        )


def tell_what_is_left_out() -> None:
    from fairview.proctoring.public import warn_of_unfit_detectors

    warn_of_unfit_detectors(settings.DETECTORS)


def give_way() -> None:
    """Let everything else that wants a processor have it first, once the start is over: for that, letters and
    imports would wait where the processors are busy. Where Linux shares processors out by session
    (sched(7), autogroup), it is the session that gives way."""
    os.nice(NICENESS)
    with suppress(OSError):
        Path("/proc/self/autogroup").write_text(str(NICENESS), encoding="ascii")


@contextmanager
def presence(folder: Path) -> Iterator[str]:
    """The id of a new worker, which is seen to live for as long as the context lasts."""
    folder.mkdir(exist_ok=True)
    bury(folder)
    worker = str(new_id())
    hidden, file = folder / f".{worker}", folder / worker
    with hidden.open("w", encoding="utf-8") as held:
        is_lockable(held)
        hidden.rename(file)
        try:
            yield worker
        finally:
            file.unlink(missing_ok=True)


def bury(folder: Path) -> None:
    """Gives out again what dead workers had in hand."""
    for file in folder.glob("[!.]*"):
        with file.open(encoding="utf-8") as found:
            if is_lockable(found):
                give_out_again(file.name)
                file.unlink(missing_ok=True)


def is_lockable(file: TextIO) -> bool:
    """Takes the lock if nobody has it; it falls when the file is closed or its holder ends."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@transaction.atomic
def give_out_again(worker: str) -> None:
    """Safe to repeat: a task that another worker has taken up since is not this one's any more."""
    from django_tasks_db.models import DBTaskResult

    for task in DBTaskResult.objects.select_for_update().running():
        if task.worker_ids[-1] != worker:
            continue
        if len(task.worker_ids) >= MAX_STARTS:
            task.set_failed(WorkersLost())
        else:
            task.status = "READY"
            task.save(update_fields=["status"])


if __name__ == "__main__":
    main()
