"""The clock of a report: zero is the start of the session."""

from fairview.reports.contracts import ReportStretch


class Timescale:
    """Milliseconds from the start of the session."""

    def __init__(self, started_us: int | None, ended_us: int | None) -> None:
        self.started_us = started_us or 0
        self.duration_ms = 0 if started_us is None or ended_us is None else self.ms(ended_us)

    def ms(self, at_us: int) -> int:
        return (at_us - self.started_us) // 1_000

    def stretch(self, started_us: int, ended_us: int) -> ReportStretch:
        return ReportStretch(started_ms=self.ms(started_us), ended_ms=self.ms(ended_us))
