"""How a runner bears with a server that is away."""

from threading import Event as Flag

import pytest

from runner.leases import LONGEST_PAUSE_S, Patience, Unreachable


class Unhurried(Flag):
    """Keeps how long it was waited for, and takes no time."""

    def __init__(self) -> None:
        super().__init__()
        self.pauses: list[float | None] = []

    def wait(self, timeout: float | None = None) -> bool:
        self.pauses.append(timeout)
        return False


def test_a_server_that_is_away_is_asked_less_and_less_often_and_that_is_said_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    flag = Unhurried()
    patience = Patience(flag)
    for _ in range(20):
        patience.wait(Unreachable("it answers 503"))
    patience.succeeded()

    assert flag.pauses[:3] == [0.1, 0.2, 0.4]
    assert flag.pauses[-1] == LONGEST_PAUSE_S
    assert [record.getMessage() for record in caplog.records] == [
        "The server cannot be reached (it answers 503); trying again until it can.",
        "The server is back.",
    ]


def test_a_start_that_takes_a_moment_is_not_worth_a_word(caplog: pytest.LogCaptureFixture) -> None:
    patience = Patience(Unhurried())
    for _ in range(3):
        patience.wait(Unreachable("it is refused"))
    patience.succeeded()

    assert not caplog.records
