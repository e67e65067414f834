from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("candidates", "0007_lot_rest")]

    operations = [migrations.AddField("replacement", "same_group", models.BooleanField(null=True))]
