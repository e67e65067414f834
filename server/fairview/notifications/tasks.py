from uuid import UUID

from django_tasks import task


@task()
def deliver_message(message_id: str) -> None:
    from fairview.notifications.delivery import deliver, settle_interrupted

    settle_interrupted()
    deliver(UUID(message_id))
