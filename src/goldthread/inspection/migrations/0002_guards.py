from django.db import migrations

from goldthread.inspection.guards import kept_tables
from goldthread.record.guards import keep


def guard(apps, schema_editor):
    for table in kept_tables(apps):
        schema_editor.execute(keep(table), params=None)


class Migration(migrations.Migration):
    dependencies = [("inspection", "0001_initial"), ("record", "0002_guards")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
