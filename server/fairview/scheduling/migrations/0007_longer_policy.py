from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("scheduling", "0006_needs"),
    ]

    operations = [
        migrations.AlterField(
            model_name="consent",
            name="policy",
            field=models.CharField(max_length=200),
        ),
        migrations.AlterField(
            model_name="interview",
            name="policy",
            field=models.CharField(default="standard@3", max_length=200),
        ),
    ]
