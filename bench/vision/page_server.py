"""Builds the bench's page out of the product's vision and serves it, under the product's content policy."""

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

ROOT = Path(__file__).resolve().parents[2]
PAGE = Path(__file__).parent / "page"
CONFIG = PAGE / "vite.config.js"
MODELS = ROOT / "models" / "build"
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'"
)


class PageHandler(SimpleHTTPRequestHandler):
    models = MODELS
    policy = CONTENT_POLICY
    shown: Mapping[str, bytes] = {}
    """Answers that are no files: address → bytes."""
    folders: Mapping[str, Path] = {}
    """Further files: how their addresses begin → where they lie."""

    def do_GET(self) -> None:
        if self.path not in self.shown:
            return super().do_GET()
        data = self.shown[self.path]
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def translate_path(self, path: str) -> str:
        if path.startswith("/models/"):
            return str(self.models / Path(path).name)
        for begins, folder in self.folders.items():
            if path.startswith(begins):
                return str(folder / path.removeprefix(begins))
        return super().translate_path(path)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


def build_page(folder: Path, page: Path = PAGE) -> None:
    command = ["npx", "--no-install", "vite", "build", str(page), "--emptyOutDir"]
    options = ["--config", str(CONFIG), "--outDir", str(folder), "--logLevel", "error"]
    subprocess.run([*command, *options], cwd=ROOT / "web", check=True)


@contextmanager
def bench_page(page: Path = PAGE, **served: object) -> Iterator[str]:
    """The address of the page while it is served. `served`: what a `PageHandler` shall have otherwise."""
    with TemporaryDirectory() as folder:
        build_page(Path(folder), page)
        handler = type("Handler", (PageHandler,), served)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=folder))
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://localhost:{server.server_port}"
        finally:
            server.shutdown()
            server.server_close()
