from django.db import migrations, models


class Migration(migrations.Migration):
    """Still before the first lot: the new columns need no values for old rows."""

    dependencies = [("candidates", "0005_without_address")]

    operations = [
        migrations.AddField("lot", "number", models.PositiveIntegerField(default=0), preserve_default=False),
        migrations.AddField(
            "lotmember", "key", models.CharField(default="", max_length=254), preserve_default=False
        ),
        migrations.AddConstraint(
            "lot",
            models.UniqueConstraint(fields=["pool", "number"], name="candidates_one_lot_per_number"),
        ),
    ]
