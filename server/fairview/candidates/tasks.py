from uuid import UUID

from django_tasks import task


@task()
def advance_import(import_id: str) -> None:
    from fairview.candidates.imports.steps import advance

    advance(UUID(import_id))


@task()
def forget_import(import_id: str) -> None:
    from fairview.candidates.imports.actions import forget

    forget(UUID(import_id))


@task()
def forget_removal(removal_id: str) -> None:
    from fairview.candidates.models import Removal

    Removal.objects.filter(id=removal_id).delete()
