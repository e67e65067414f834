"""What a worker had in hand when it was killed is given out again, and nobody else's."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django_tasks_db.models import DBTaskResult

from fairview.config.worker import MAX_STARTS, bury, presence
from fairview.notifications.tasks import deliver_message

LIVES = """
import sys
from pathlib import Path
from fairview.config.worker import presence
with presence(Path(sys.argv[1])) as worker:
    print(worker, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that is present as a worker, until it is killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", LIVES, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    yield process
    process.kill()
    process.wait()


def name_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def task_in_hand_of(*workers: str) -> "DBTaskResult[..., None]":
    deliver_message.enqueue("01890000-0000-7000-8000-000000000000")
    task = DBTaskResult.objects.get()
    for worker in workers:
        task.claim(worker)
    return task


def status(task: "DBTaskResult[..., None]") -> str:
    task.refresh_from_db()
    return str(task.status)


@pytest.mark.django_db
def test_a_killed_worker_is_seen_at_once(other: subprocess.Popen[str], tmp_path: Path) -> None:
    task = task_in_hand_of(name_of(other))
    bury(tmp_path)
    assert status(task) == "RUNNING", "its worker lives"
    other.kill()
    other.wait()
    with presence(tmp_path):
        assert status(task) == "READY"
    assert not list(tmp_path.iterdir())


@pytest.mark.django_db
def test_a_worker_elsewhere_keeps_its_task(tmp_path: Path) -> None:
    task = task_in_hand_of("of-another-house")
    with presence(tmp_path):
        assert status(task) == "RUNNING"


@pytest.mark.django_db
def test_a_task_that_went_on_is_left_to_its_new_worker(tmp_path: Path) -> None:
    (tmp_path / "dead").touch()
    task = task_in_hand_of("dead", "alive")
    bury(tmp_path)
    assert status(task) == "RUNNING"


@pytest.mark.django_db
def test_a_task_that_ends_every_worker_is_given_up(tmp_path: Path) -> None:
    (tmp_path / "dead").touch()
    task = task_in_hand_of(*["dead"] * MAX_STARTS)
    bury(tmp_path)
    assert status(task) == "FAILED"
    assert task.exception_class_path.endswith("WorkersLost")


@pytest.mark.django_db
def test_a_worker_that_ends_by_itself_leaves_nothing(tmp_path: Path) -> None:
    with presence(tmp_path) as worker:
        assert [file.name for file in tmp_path.iterdir()] == [worker]
    assert not list(tmp_path.iterdir())
