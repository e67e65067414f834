from django.db import migrations, models


class Migration(migrations.Migration):
    """New interviews go by the third standard policy."""

    dependencies = [("scheduling", "0003_reminders")]

    operations = [
        migrations.AlterField(
            model_name="interview",
            name="policy",
            field=models.CharField(default="standard@3", max_length=80),
        ),
    ]
