"""What a test needs of the machine."""

import pytest

from runner.machine import this_machine

contained = pytest.mark.skipif(
    bool(this_machine().missing),
    reason=f"containment was not exercised: this machine lacks {', '.join(this_machine().missing)}",
)
