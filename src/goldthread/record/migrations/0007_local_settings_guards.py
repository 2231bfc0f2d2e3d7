from django.db import migrations

from goldthread.record.guards import SETTINGS, keep


def guard(apps, schema_editor):
    for table in SETTINGS:
        schema_editor.execute(keep(table), params=None)


class Migration(migrations.Migration):
    dependencies = [("record", "0006_local_settings")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
