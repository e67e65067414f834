"""Sets of time: sorted, disjoint spans in microseconds. Pure and immutable; unions commute."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

TOUCH_US = 50_000
"""Spans this close are one: statements have whole milliseconds, and clock estimates move by a few."""


class Span(NamedTuple):
    start: int
    end: int


Spans = tuple[Span, ...]


def add(spans: Spans, span: Span) -> Spans:
    """The union with one more span. O(log n) comparisons; usually only the last span changes."""
    if span.start >= span.end:
        return spans
    first = bisect_left(spans, span.start - TOUCH_US, key=_end)
    after = bisect_right(spans, span.end + TOUCH_US, key=_start)
    if first < after:
        span = Span(min(span.start, spans[first].start), max(span.end, spans[after - 1].end))
        if after - first == 1 and span == spans[first]:
            return spans
    return (*spans[:first], span, *spans[after:])


def within(spans: Spans, window: Span) -> Spans:
    """The part of the set that lies in the window."""
    first = bisect_right(spans, window.start, key=_end)
    after = bisect_left(spans, window.end, key=_start)
    return tuple(
        Span(max(span.start, window.start), min(span.end, window.end)) for span in spans[first:after]
    )


def subtract(spans: Spans, others: Spans) -> Spans:
    """The part of the set that lies in none of the others."""
    return tuple(_holes(spans, others)) if others else spans


def total(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)


def neighbourhood(spans: Spans, span: Span, pause_us: int) -> Span:
    """The whole run of spans around `span` in which no pause is longer than `pause_us`."""
    low = bisect_left(spans, span.start - pause_us, key=_end)
    high = bisect_right(spans, span.end + pause_us, key=_start)
    if low >= high:
        return span
    while low > 0 and spans[low].start - spans[low - 1].end <= pause_us:
        low -= 1
    while high < len(spans) and spans[high].start - spans[high - 1].end <= pause_us:
        high += 1
    return Span(min(span.start, spans[low].start), max(span.end, spans[high - 1].end))


def runs(spans: Spans, pause_us: int) -> list[Spans]:
    """The spans in groups: inside a group no pause is longer than `pause_us`, between groups every one is."""
    groups: list[list[Span]] = []
    for span in spans:
        if groups and span.start - groups[-1][-1].end <= pause_us:
            groups[-1].append(span)
        else:
            groups.append([span])
    return [tuple(group) for group in groups]


def _holes(spans: Spans, others: Spans) -> Iterator[Span]:
    for span in spans:
        start = span.start
        for other in within(others, span):
            if start < other.start:
                yield Span(start, other.start)
            start = other.end
        if start < span.end:
            yield Span(start, span.end)


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end
