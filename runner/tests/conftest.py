"""What tests of hostile programs have in common."""

import gc
from collections.abc import Iterator

import pytest

from runner.tests import probes


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[probes.Host]:
    gc.freeze()  # what is there by now stays: collecting what tests leave takes a moment then
    with probes.host(tmp_path_factory.mktemp("canary")) as host:
        yield host
