from uuid import UUID

from django_tasks import task


@task()
def prepare_report(room_session_id: str, looks: int = 0) -> None:
    from fairview.reports.actions import prepare

    prepare(UUID(room_session_id), looks)


@task()
def get_stamps(room_session_id: str, tries: int = 0) -> None:
    from fairview.reports.sealing import stamp

    stamp(UUID(room_session_id), tries)
