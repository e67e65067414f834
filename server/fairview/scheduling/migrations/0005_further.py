from django.db import migrations, models


class Migration(migrations.Migration):
    """What may be noted beside attention was kept in the candidate's browser."""

    dependencies = [("scheduling", "0004_voices_and_gaps")]

    operations = [
        migrations.AddField(model_name="consent", name="further", field=models.JSONField(null=True)),
    ]
