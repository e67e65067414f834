"""A PostgreSQL of one's own, in a temporary folder, that can be stopped and started."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MISSING = "No PostgreSQL server is installed here (Debian: apt-get install postgresql)."
OWNER = "postgres"
"""As whom it runs where we are root, as which it refuses to run."""


def programs() -> Path | None:
    """Where initdb and pg_ctl are; None where no server is installed. Debian keeps them out of the way."""
    found = shutil.which("initdb")
    homes = [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return next((home for home in reversed(homes) if (home / "initdb").exists()), None)


class Cluster:
    """Reached by a socket in its folder alone, so that no port is taken."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.home = home
        self.data = folder / "data"

    def create(self) -> None:
        self.run("initdb", "--pgdata", self.data, "--auth=trust", "--username=fairview", "--encoding=UTF8")

    def start(self) -> None:
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}'"
        log = self.folder / "log"
        self.run("pg_ctl", "--pgdata", self.data, "--wait", "--log", log, "--options", options, "start")

    def stop(self) -> None:
        """As an operator does who is in a hurry: connections are cut, nothing committed is lost."""
        self.run("pg_ctl", "--pgdata", self.data, "--wait", "--mode=fast", "stop")

    def create_database(self, name: str) -> str:
        """The address of a new, empty database."""
        self.run("createdb", "--host", self.folder, "--username=fairview", name)
        return f"postgresql://fairview@/{name}?host={self.folder}"

    @property
    def pid(self) -> int:
        return int((self.data / "postmaster.pid").read_text(encoding="ascii").split()[0])

    def run(self, program: str, *arguments: str | Path) -> None:
        as_owner = ["runuser", "-u", OWNER, "--"] if os.getuid() == 0 else []
        command = [*as_owner, self.home / program, *arguments]
        subprocess.run(command, check=True, cwd=self.folder, stdout=subprocess.DEVNULL)


@contextmanager
def cluster(home: Path) -> Iterator[Cluster]:
    folder = Path(tempfile.mkdtemp(prefix="fairview-postgres-"))
    if os.getuid() == 0:
        shutil.chown(folder, OWNER)
    made = Cluster(folder, home)
    try:
        made.create()
        made.start()
        try:
            yield made
        finally:
            made.stop()
    finally:
        shutil.rmtree(folder)
