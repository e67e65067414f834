from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("candidates", "0006_lot_places")]

    operations = [
        migrations.AddField("lot", "rest", models.TextField(blank=True, default=""), preserve_default=False)
    ]
