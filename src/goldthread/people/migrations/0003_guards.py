from django.db import migrations

from goldthread.record.guards import keep


def guard(apps, schema_editor):
    for table in ("people_invitation", "people_invitationend"):
        schema_editor.execute(keep(table), params=None)


class Migration(migrations.Migration):
    dependencies = [("people", "0002_invitations"), ("record", "0002_guards")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
