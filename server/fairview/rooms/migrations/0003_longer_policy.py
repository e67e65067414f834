from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("rooms", "0002_elsewhere"),
    ]

    operations = [
        migrations.AlterField(
            model_name="roomsession",
            name="policy",
            field=models.CharField(max_length=200),
        ),
    ]
