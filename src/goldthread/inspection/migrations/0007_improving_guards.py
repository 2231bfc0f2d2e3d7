from django.db import migrations

from goldthread.inspection.guards import kept_tables
from goldthread.record.guards import keep


def guard(apps, schema_editor):
    for table in kept_tables(apps):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_is_kept ON {table}", params=None)
        schema_editor.execute(keep(table), params=None)


class Migration(migrations.Migration):
    dependencies = [("inspection", "0006_improving")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
