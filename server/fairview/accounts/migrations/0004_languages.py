from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

LOCALES = [("en", "en"), ("de", "de"), ("ar", "ar")]


def forget_default(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Until now everybody had it, and nobody could choose."""
    apps.get_model("accounts", "User").objects.filter(locale="en").update(locale="")


def restore_default(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("accounts", "User").objects.filter(locale="").update(locale="en")


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_look"),
    ]

    operations = [
        migrations.AddField(
            model_name="organisation",
            name="locale",
            field=models.CharField(choices=LOCALES, default="en", max_length=16),
        ),
        migrations.AlterField(
            model_name="user",
            name="locale",
            field=models.CharField(blank=True, choices=LOCALES, max_length=16),
        ),
        migrations.RunPython(forget_default, restore_default),
    ]
