from django.db import migrations

from goldthread.record.guards import keep, kept_since


def guard(apps, schema_editor):
    for table in kept_since("0010_every_duty_guards"):
        schema_editor.execute(keep(table), params=None)


class Migration(migrations.Migration):
    dependencies = [("record", "0009_every_duty")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
