import json
from typing import Any

from django.db import migrations, models

LEFT_OPEN, NEEDS_NO_LOOK = "open", "monitoring_gap"


def count_open_moments(apps: Any, _schema_editor: Any) -> None:
    """As it is counted for new reports, from each document."""
    reports = apps.get_model("reports", "Report").objects.only("document")
    for report in reports.iterator(chunk_size=50):
        incidents = json.loads(report.document)["outcome"]["incidents"]
        report.open_moments = sum(
            one["review"] == LEFT_OPEN and one["rule"] != NEEDS_NO_LOOK for one in incidents
        )
        report.save(update_fields=["open_moments"])


class Migration(migrations.Migration):
    dependencies = [("reports", "0002_scorecards_and_decisions")]

    operations = [
        migrations.AddField(
            "report", "open_moments", models.PositiveIntegerField(default=0), preserve_default=False
        ),
        migrations.RunPython(count_open_moments, migrations.RunPython.noop),
    ]
