from pathlib import Path

import pytest
from pytest_django.fixtures import Settings
from tests.postgres import Cluster

from fairview.evidence.tests.builders import Database
from fairview.kit.ids import new_id


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "evidence.sqlite3"


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, settings: Settings) -> Database:
    """An empty log of each kind, which is also the one that the doors open."""
    if request.param == "postgres":
        cluster: Cluster = request.getfixturevalue("postgres")
        settings.EVIDENCE_DATABASE = cluster.create_database(f"log_{new_id().hex}")
    else:
        settings.EVIDENCE_DATABASE = request.getfixturevalue("file")
    made: Database = settings.EVIDENCE_DATABASE
    return made
