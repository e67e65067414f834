"""Runs all parts, or those that are named.

    python -m bench.evidence [single] [batches] [session] [kills] [syncs] [size]

`bench/evidence/README.md` keeps the tables. PostgreSQL's programs and node must be installed; the packages of
the peers are fetched once.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import django

SERVER = Path(__file__).resolve().parents[2] / "server"


def main(*names: str) -> None:
    with TemporaryDirectory() as folder:
        os.environ |= {
            "FAIRVIEW_DATA": f"{folder}/fairview",
            "DJANGO_SETTINGS_MODULE": "fairview.config.settings",
        }
        sys.path.append(str(SERVER))
        django.setup()
        from bench.evidence.deaths import kills, syncs
        from bench.evidence.size import size
        from bench.evidence.speed import batches, session, single

        parts: list[Callable[[Path], str]] = [single, batches, session, kills, syncs, size]
        for part in parts:
            if not names or part.__name__ in names:
                print(f"{part.__name__}\n\n{part(Path(folder))}\n", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
