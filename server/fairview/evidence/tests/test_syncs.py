from pathlib import Path

import pytest

from fairview.evidence.tests.syncs import ENTRIES, MISSING, acknowledged_unsynced, can_trace

pytestmark = pytest.mark.skipif(not can_trace(), reason=MISSING)


def test_an_entry_is_synced_to_the_disk_before_it_is_acknowledged(tmp_path: Path) -> None:
    assert acknowledged_unsynced(tmp_path, "honest") == []


def test_a_writer_that_acknowledges_before_the_commit_is_seen_to(tmp_path: Path) -> None:
    assert len(acknowledged_unsynced(tmp_path, "hasty")) > ENTRIES / 2
