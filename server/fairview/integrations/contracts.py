"""Shapes of the service API that stand in the log."""

from typing import Annotated

import msgspec

from fairview.evidence.contracts import Payload
from fairview.kit.live.contracts import Whole

Name = Annotated[str, msgspec.Meta(max_length=80)]


class EventKept(Payload, frozen=True, tag="integrations.event_kept"):
    """An event that no rule reads, kept because the program found it worth telling."""

    told: Name
    detector: Name
    event: Name = ""
    claimed_us: Whole = 0
