import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import fairview.kit.ids


class Migration(migrations.Migration):
    """Nothing could make a lot before, so the new columns need no values for old rows."""

    dependencies = [
        ("candidates", "0003_imports"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField("lot", "pool_file", models.TextField(default=""), preserve_default=False),
        migrations.AddField("lot", "request_key", models.UUIDField(default=fairview.kit.ids.new_id)),
        migrations.AddField(
            "lot",
            "seed_origin",
            models.CharField(blank=True, choices=[("given", "given"), ("made", "made")], max_length=10),
        ),
        migrations.AddField("lot", "size", models.PositiveIntegerField(default=0), preserve_default=False),
        migrations.AddField("lot", "strategy", models.CharField(blank=True, max_length=300)),
        migrations.RemoveField("lot", "rule"),
        migrations.AddField("lot", "rule", models.JSONField(default=dict)),
        migrations.AddConstraint(
            "lot",
            models.UniqueConstraint(
                fields=["organisation", "request_key"], name="candidates_one_lot_per_request"
            ),
        ),
        migrations.CreateModel(
            name="Replacement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "lot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replacements",
                        to="candidates.lot",
                    ),
                ),
                (
                    "left",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="left",
                        to="candidates.lotmember",
                    ),
                ),
                (
                    "called",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="called",
                        to="candidates.lotmember",
                    ),
                ),
                ("reason", models.CharField(max_length=500)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
    ]
