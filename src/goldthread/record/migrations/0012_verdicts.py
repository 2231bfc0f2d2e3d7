import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldthread.record.guards import keep


def guard(apps, schema_editor):
    schema_editor.execute(keep("record_verdict"), params=None)


class Migration(migrations.Migration):
    dependencies = [("record", "0011_audit"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.CreateModel(
            name="Verdict",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry", models.BigIntegerField()),
                ("number", models.SmallIntegerField()),
                ("at", models.DateTimeField()),
                ("approved", models.BooleanField()),
                ("comment", models.TextField(default="")),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="record.person")),
            ],
            options={
                "indexes": [models.Index(fields=["entry", "number"], name="verdict_of_a_version")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("approved", True), models.Q(("comment", ""), _negated=True), _connector="OR"), name="returned_with_a_comment"
                    )
                ],
            },
        ),
        migrations.RunPython(guard, migrations.RunPython.noop),
    ]
