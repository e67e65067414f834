from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("candidates", "0008_same_group")]

    operations = [migrations.AddField("pool", "version", models.PositiveIntegerField(default=0))]
