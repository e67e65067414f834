"""Pages that do as little as a page can, for comparison: a button and one script, or a table."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random

HTML = """<!doctype html><meta charset="utf-8"><title>Plain</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<h1>Plain</h1><button>Continue</button><script src="/{size}.js"></script>"""
TABLE = """<!doctype html><meta charset="utf-8"><title>Plain</title><link rel="icon" href="data:,">
<style>div {{ height: 600px; overflow: auto }} tr {{ height: 60px }} td {{ width: 200px }}</style>
<div role="region" tabindex="0"><table><tbody>{rows}</tbody></table></div>"""
ROW = "<tr><td><input type=checkbox><td>Ana Amari {at}<br>ana.{at}@crowd.example<td>Heart<td>4.2<td>Lagos"
STEPS = """<!doctype html><meta charset="utf-8"><title>Plain</title><link rel="icon" href="data:,">
<h1>0</h1><button>On</button><script>
document.querySelector('button').onclick = () => { document.querySelector('h1').textContent++ }
</script>"""
ANSWER = "document.querySelector('button').onclick = () => fetch('/api/invitations/continue')\n//"


class Plain(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        kind, text = answer(self.path.strip("/"))
        body = text.encode("ascii")
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads it."""


def answer(path: str) -> tuple[str, str]:
    """`1000.js` is a script of 1000 bytes, `1000` the page that has it, `table/1000` a table of 1000 rows,
    `steps` a heading that a button changes."""
    if path.endswith(".js"):
        return "text/javascript", script(int(path.removesuffix(".js")))
    if path.startswith("table/"):
        rows = "".join(ROW.format(at=at) for at in range(int(path.removeprefix("table/"))))
        return "text/html", TABLE.format(rows=rows)
    return "text/html", STEPS if path == "steps" else HTML.format(size=path)


def script(size: int) -> str:
    return ANSWER + Random(size).randbytes(size).hex()[: max(0, size - len(ANSWER))]


@contextmanager
def plain_pages() -> Iterator[str]:
    """Their address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Plain) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
