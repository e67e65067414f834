from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifications", "0005_replaced")]

    operations = [
        migrations.AddField(
            "delivery",
            "returns_to",
            models.CharField(blank=True, default="", max_length=10),
            preserve_default=False,
        )
    ]
