from typing import Any

from django.db import migrations, models

import fairview.audit.engine
import fairview.kit.ids

REFUSE_CHANGES = """
CREATE TRIGGER audit_entry_is_final BEFORE UPDATE ON audit_auditentry
BEGIN SELECT RAISE(ABORT, 'Audit entries are never changed.'); END
"""
ALLOW_CHANGES = "DROP TRIGGER audit_entry_is_final"
"""Deleting has no trigger, since tests empty their tables: the recorded length and head show what is gone."""


def refuse_changes(_apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "sqlite":
        editor.execute(REFUSE_CHANGES)


def allow_changes(_apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "sqlite":
        editor.execute(ALLOW_CHANGES)


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AuditChain",
            fields=[
                ("organisation_id", models.UUIDField(primary_key=True, serialize=False)),
                ("length", models.PositiveBigIntegerField(default=0)),
                ("head", models.CharField(default=fairview.audit.engine.FIRST_HASH, max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                (
                    "id",
                    models.UUIDField(default=fairview.kit.ids.new_id, primary_key=True, serialize=False),
                ),
                ("organisation_id", models.UUIDField()),
                ("number", models.PositiveBigIntegerField()),
                ("at_us", models.BigIntegerField()),
                ("actor_kind", models.CharField(max_length=20)),
                ("actor_id", models.UUIDField(null=True)),
                ("role", models.CharField(max_length=20)),
                ("action", models.CharField(max_length=80)),
                ("object_kind", models.CharField(max_length=40)),
                ("object_id", models.CharField(max_length=80)),
                ("facts", models.JSONField(default=dict)),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["organisation_id", "object_kind", "object_id"], name="audit_by_object"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation_id", "number"), name="audit_one_entry_per_number"
                    )
                ],
            },
        ),
        migrations.RunPython(refuse_changes, allow_changes),
    ]
