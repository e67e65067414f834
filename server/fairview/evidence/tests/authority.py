"""A time stamp authority of one's own: openssl behind a small HTTP server, under a root to trust."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

CONFIG = """
[req]
distinguished_name = dn
prompt = no
[dn]
CN = unused
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[leaf]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = here
[here]
serial = serial
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""
KEYS = {"ec": "ec -pkeyopt ec_paramgen_curve:P-256", "rsa": "rsa:2048"}
NEEDS_OPENSSL = pytest.mark.skipif(
    not shutil.which("openssl"), reason="there is no openssl to play the authority"
)


class Authority:
    """Stamps whatever it is asked about. `root` is the certificate to trust."""

    def __init__(self, folder: Path, key: str = "ec") -> None:
        self.folder = folder
        folder.mkdir()
        (folder / "conf").write_text(CONFIG)
        (folder / "serial").write_text("01")
        new = f"-newkey {KEYS[key]} -nodes -config conf"
        self.openssl(f"req -x509 {new} -keyout root.key -out root.pem -subj /CN=Root -extensions root")
        self.openssl(f"req {new} -keyout leaf.key -out leaf.csr -subj /CN=Clock")
        signed = "-CA root.pem -CAkey root.key -set_serial 7 -extfile conf -extensions leaf"
        self.openssl(f"x509 -req -in leaf.csr {signed} -out leaf.pem")
        self.root = folder / "root.pem"

    def openssl(self, command: str) -> None:
        subprocess.run(["openssl", *command.split()], cwd=self.folder, check=True, capture_output=True)

    def stamp(self, query: bytes) -> bytes:
        (self.folder / "query").write_bytes(query)
        self.openssl("ts -reply -config conf -queryfile query -signer leaf.pem -inkey leaf.key -out answer")
        return (self.folder / "answer").read_bytes()


@contextmanager
def open_to_all(authority: Authority) -> Iterator[str]:
    """The address under which it answers."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            answer = authority.stamp(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_about: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
