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

    def within(self, stretch: ReportStretch) -> ReportStretch | None:
        """The part of a stretch that lies in the session, if any."""
        started_ms, ended_ms = max(0, stretch.started_ms), min(self.duration_ms, stretch.ended_ms)
        return ReportStretch(started_ms=started_ms, ended_ms=ended_ms) if started_ms < ended_ms else None
