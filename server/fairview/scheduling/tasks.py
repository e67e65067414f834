from uuid import UUID

from django_tasks import task


@task()
def send_reminder(reminder_id: str) -> None:
    from fairview.scheduling.reminders import remind

    remind(UUID(reminder_id))
