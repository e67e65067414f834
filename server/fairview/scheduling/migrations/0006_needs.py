import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import fairview.kit.clock
import fairview.kit.ids


class Migration(migrations.Migration):
    dependencies = [
        ("scheduling", "0005_further"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Need",
            fields=[
                (
                    "id",
                    models.UUIDField(default=fairview.kit.ids.new_id, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("another_time", "another_time"), ("adjustment", "adjustment")],
                        max_length=20,
                    ),
                ),
                ("text", models.TextField()),
                ("told_at", models.DateTimeField(default=fairview.kit.clock.utc_now)),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="needs",
                        to="scheduling.interview",
                    ),
                ),
            ],
            options={
                "ordering": ("-told_at", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(answer="", answered_at=None, answered_by=None)
                        | models.Q(answered_at__isnull=False, answered_by__isnull=False),
                        name="need_answered_by_somebody",
                    )
                ],
            },
        ),
    ]
