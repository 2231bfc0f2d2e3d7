import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('record', '0005_annex_a_guards'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='LocalSetting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('number', 'number'), ('kept', 'kept'), ('policy', 'policy'), ('school', 'school')], max_length=8)),
                ('name', models.CharField(default='', max_length=80)),
                ('value', models.TextField()),
                ('since', models.DateField(null=True)),
                ('at', models.DateTimeField()),
                ('why', models.TextField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdraws', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='withdrawn_by', to='record.localsetting')),
            ],
        ),
        migrations.CreateModel(
            name='SettingsRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(default='waiting', max_length=8)),
                ('done', models.IntegerField(default=0)),
                ('of', models.IntegerField()),
                ('begun_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='runs', to='record.localsetting')),
            ],
        ),
        migrations.AddIndex(
            model_name='localsetting',
            index=models.Index(fields=['what', 'name'], name='localsetting_name'),
        ),
    ]
