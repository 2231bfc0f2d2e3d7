import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldthread.record.guards import keep
from goldthread.record.retention.door import DOOR

PROTECT = django.db.models.deletion.PROTECT


def open_door(apps, schema_editor):
    for statement in (*DOOR, keep("record_tombstone")):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0007_interests_and_openings_guards"),
        ("record", "0014_retention"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="Tombstone",
            fields=[
                ("person", models.OneToOneField(on_delete=PROTECT, primary_key=True, related_name="tombstone", serialize=False, to="record.person")),
                ("until", models.DateField()),
                ("categories", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=24), size=None)),
                ("at", models.DateTimeField()),
                ("agreed_by", models.ForeignKey(on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("deletion", models.ForeignKey(on_delete=PROTECT, related_name="tombstones", to="record.deletion")),
                ("proposed_by", models.ForeignKey(on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.RunPython(open_door, migrations.RunPython.noop),
    ]
