from uuid import UUID

from django_tasks import TaskContext, task


@task(takes_context=True)
def deliver_message(context: TaskContext, message_id: str) -> None:
    from fairview.notifications.sending import deliver

    deliver(UUID(message_id), context.task_result.id)
