from datetime import timedelta
from uuid import UUID

from django_tasks import task

from fairview.evidence.packing import SETTLED_US, pack_session
from fairview.kit.clock import utc_now


@task()
def pack_log(session_id: str) -> None:
    pack_session(UUID(session_id))


def pack_when_settled(session_id: UUID) -> None:
    """Have what an ended session holds by now packed, in the worker and in the running transaction's wake."""
    pack_log.using(run_after=utc_now() + timedelta(microseconds=SETTLED_US)).enqueue(str(session_id))
