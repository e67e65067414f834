from uuid import UUID

from django_tasks import task


@task()
def deliver_message(message_id: str) -> None:
    from fairview.notifications.delivery import deliver

    deliver(UUID(message_id))
