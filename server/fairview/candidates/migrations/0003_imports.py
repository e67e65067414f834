import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import fairview.candidates.contracts
import fairview.kit.ids


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("candidates", "0002_pools_and_lots"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Import",
            fields=[
                ("id", models.UUIDField(default=fairview.kit.ids.new_id, primary_key=True, serialize=False)),
                ("file", models.FileField(blank=True, upload_to="imports")),
                ("file_name", models.CharField(max_length=255)),
                ("encoding", models.CharField(blank=True, max_length=20)),
                ("delimiter", models.CharField(blank=True, max_length=1)),
                ("sheet", models.CharField(blank=True, max_length=100)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "reading"),
                            ("read", "read"),
                            ("checking", "checking"),
                            ("checked", "checked"),
                            ("running", "running"),
                            ("stopped", "stopped"),
                            ("done", "done"),
                            ("undoing", "undoing"),
                            ("undone", "undone"),
                            ("failed", "failed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("problem", models.CharField(blank=True, max_length=60)),
                ("problem_params", models.JSONField(default=dict)),
                ("header", models.PositiveIntegerField(default=0)),
                ("columns", models.JSONField(default=list)),
                ("zone", models.CharField(blank=True, max_length=64)),
                ("cursor", models.PositiveIntegerField(default=0)),
                ("handled", models.PositiveIntegerField(default=0)),
                ("rows", models.PositiveIntegerField(default=0)),
                ("created", models.PositiveIntegerField(default=0)),
                ("merged", models.PositiveIntegerField(default=0)),
                ("bad", models.PositiveIntegerField(default=0)),
                ("kept", models.PositiveIntegerField(default=0)),
                ("new_columns", models.JSONField(default=list)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("done_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("cells", models.JSONField()),
                ("is_damaged", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("new", "new"),
                            ("merged", "merged"),
                            ("bad", "bad"),
                            ("undone", "undone"),
                            ("kept", "kept"),
                        ],
                        default=fairview.candidates.contracts.RowState["WAITING"],
                        max_length=8,
                    ),
                ),
                ("problems", models.JSONField(default=list)),
                ("email_key", models.CharField(blank=True, max_length=254)),
                ("details", models.JSONField(default=dict)),
                ("values", models.JSONField(default=dict)),
                ("is_new_candidate", models.BooleanField(default=False)),
                ("is_new_member", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="Removal",
            fields=[
                ("id", models.UUIDField(default=fairview.kit.ids.new_id, primary_key=True, serialize=False)),
                ("count", models.PositiveIntegerField(default=0)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("undone_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="poolmember",
            name="candidates_once_in_pool",
        ),
        migrations.AddField(
            model_name="import",
            name="created_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="import",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.organisation"
            ),
        ),
        migrations.AddField(
            model_name="import",
            name="pool",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="imports", to="candidates.pool"
            ),
        ),
        migrations.AddField(
            model_name="importrow",
            name="candidate",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="candidates.candidate",
            ),
        ),
        migrations.AddField(
            model_name="importrow",
            name="parent",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="candidates.import"
            ),
        ),
        migrations.AddField(
            model_name="removal",
            name="created_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="removal",
            name="pool",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="removals", to="candidates.pool"
            ),
        ),
        migrations.AddField(
            model_name="poolmember",
            name="removal",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="members",
                to="candidates.removal",
            ),
        ),
        migrations.AddConstraint(
            model_name="poolmember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("removal", None)),
                fields=("pool", "candidate"),
                name="candidates_once_in_pool",
            ),
        ),
        migrations.AddIndex(
            model_name="import",
            index=models.Index(fields=["pool", "-created_at"], name="candidates_imports_of_pool"),
        ),
        migrations.AddIndex(
            model_name="importrow",
            index=models.Index(fields=["parent", "state", "number"], name="candidates_rows_by_state"),
        ),
        migrations.AddIndex(
            model_name="importrow",
            index=models.Index(fields=["parent", "email_key"], name="candidates_rows_by_email"),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.UniqueConstraint(fields=("parent", "number"), name="candidates_one_row_each"),
        ),
    ]
