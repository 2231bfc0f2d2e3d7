from django.db import migrations

from goldthread.record.guards import keep, kept_since


def guard(apps, schema_editor):
    for table in kept_since("0005_annex_a_guards"):
        schema_editor.execute(keep(table), params=None)


class Migration(migrations.Migration):
    dependencies = [("record", "0004_annex_a")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
