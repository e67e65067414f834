"""Builds the bench's page out of the product's vision and serves it, under the product's content policy."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "models" / "build"
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'"
)


class PageHandler(SimpleHTTPRequestHandler):
    models = MODELS

    def translate_path(self, path: str) -> str:
        if path.startswith("/models/"):
            return str(self.models / Path(path).name)
        return super().translate_path(path)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CONTENT_POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


def build_page(folder: Path) -> None:
    command = ["npx", "--no-install", "vite", "build", str(Path(__file__).parent / "page"), "--emptyOutDir"]
    config = ["--config", str(Path(__file__).parent / "page" / "vite.config.js")]
    options = [*config, "--outDir", str(folder), "--logLevel", "error"]
    subprocess.run([*command, *options], cwd=ROOT / "web", check=True)


@contextmanager
def bench_page(models: Path = MODELS) -> Iterator[str]:
    """The address of the page while it is served."""
    with TemporaryDirectory() as folder:
        build_page(Path(folder))
        handler = type("Handler", (PageHandler,), {"models": models})
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=folder))
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://localhost:{server.server_port}"
        finally:
            server.shutdown()
            server.server_close()
