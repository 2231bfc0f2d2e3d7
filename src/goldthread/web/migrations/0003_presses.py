import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("web", "0002_integrations"),
    ]

    operations = [
        migrations.CreateModel(
            name="Press",
            fields=[
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("goes_to", models.CharField(max_length=600)),
                ("at", models.DateTimeField(db_index=True)),
                ("worker", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
        ),
    ]
