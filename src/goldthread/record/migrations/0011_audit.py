import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldthread.record.trail.chain import CHAIN_OLD, KEEP, LINE, SEAL


def chain_old(apps, schema_editor):
    schema_editor.execute(CHAIN_OLD, params=None)


def guard(apps, schema_editor):
    """The application's role needs INSERT and SELECT on record_look and record_seal, and USAGE on record_look_id_seq."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_schema())")
        [schema] = cursor.fetchone()
    for statement in (SEAL, LINE, KEEP):
        schema_editor.execute(statement.replace("%(schema)s", schema), params=None)
    schema_editor.execute("INSERT INTO record_seal (id) SELECT 0 WHERE EXISTS (SELECT FROM record_look)")


class Migration(migrations.Migration):

    dependencies = [
        ('record', '0010_every_duty_guards'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField(editable=False)),
                ('heads', models.TextField(editable=False)),
                ('hash', models.BinaryField(default=bytes)),
            ],
        ),
        migrations.AddField(
            model_name='look',
            name='act',
            field=models.CharField(db_default='read', default='read', max_length=12),
        ),
        migrations.AddField(
            model_name='look',
            name='chain',
            field=models.SmallIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name='look',
            name='hash',
            field=models.BinaryField(default=bytes),
        ),
        migrations.AddField(
            model_name='look',
            name='people',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), db_default=[], default=list, size=None),
        ),
        migrations.AddField(
            model_name='look',
            name='place',
            field=models.BigIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name='look',
            name='said',
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name='look',
            name='salt',
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name='look',
            name='session',
            field=models.CharField(db_default='', default='', max_length=40),
        ),
        migrations.AddField(
            model_name='look',
            name='what',
            field=models.CharField(db_default='', default='', max_length=80),
        ),
        migrations.AlterField(
            model_name='look',
            name='worker',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.RunPython(chain_old, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='look',
            index=models.Index(fields=['worker', '-id'], name='look_worker'),
        ),
        migrations.AddIndex(
            model_name='look',
            index=models.Index(condition=models.Q(('act__in', ('read', 'list', 'search', 'write', 'correct')), _negated=True), fields=['act', '-id'], name='look_rare_act'),
        ),
        migrations.AddIndex(
            model_name='look',
            index=models.Index(condition=models.Q(('refused', True)), fields=['-id'], name='look_refused'),
        ),
        migrations.AddIndex(
            model_name='look',
            index=django.contrib.postgres.indexes.GinIndex(condition=models.Q(('people', []), _negated=True), fields=['people'], name='look_people'),
        ),
        migrations.AddIndex(
            model_name='look',
            index=django.contrib.postgres.indexes.BrinIndex(fields=['at'], name='look_at'),
        ),
        migrations.AddConstraint(
            model_name='look',
            constraint=models.UniqueConstraint(fields=('chain', 'place'), name='look_placed_once'),
        ),
        migrations.AddConstraint(
            model_name='look',
            constraint=models.CheckConstraint(condition=models.Q(('act__in', ['read', 'list', 'search', 'open', 'write', 'correct', 'end', 'withdraw', 'mark', 'approve', 'return', 'change', 'settle', 'export', 'print', 'load', 'sign in', 'sign out', 'failed', 'locked', 'account', 'token', 'hold', 'erase', 'audit', 'verify', 'backup', 'restore'])), name='look_act_known'),
        ),
        migrations.RunPython(guard, migrations.RunPython.noop),
    ]
