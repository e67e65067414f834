"""What a check finds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """Something that does not hold, and where: `position 17`, `seal 2`, `report.json`, `receipt`."""

    where: str
    what: str


class Unusable(Exception):
    """This is no bundle, or no receipt, so that nothing can be said of it."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.problem = Problem(where, what)
