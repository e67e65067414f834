"""The lines and the processor that pages are measured on, as the browser itself slows them."""

from dataclasses import dataclass

from playwright.sync_api import CDPSession, Page

SLOWER = 4


@dataclass(frozen=True)
class Line:
    name: str
    request_ms: float
    down_kbit: float
    up_kbit: float


FAST_3G = Line("Fast 3G, Chrome's tools", 562.5, 1440, 675)
"""A round trip of 150 ms, 3.75 times for each request, for the turns in which a connection begins."""

SLOW_4G = Line("Slow 4G, Lighthouse", 150, 1638.4, 750)
"""The same round trip, once for each request."""


def slow_down(page: Page, line: Line | None = None, slower: int = SLOWER) -> CDPSession:
    """From now on, for this page alone."""
    tools = page.context.new_cdp_session(page)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    if line:
        tools.send("Network.enable")
        tools.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": line.request_ms,
                "downloadThroughput": line.down_kbit * 125,
                "uploadThroughput": line.up_kbit * 125,
            },
        )
    return tools
