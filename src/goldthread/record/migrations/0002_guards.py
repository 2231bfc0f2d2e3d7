from django.db import migrations

from goldthread.record.guards import KEEP, ONE_AT_A_TIME, keep, kept_tables


def guard(apps, schema_editor):
    for statement in (KEEP, ONE_AT_A_TIME, *map(keep, kept_tables())):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
