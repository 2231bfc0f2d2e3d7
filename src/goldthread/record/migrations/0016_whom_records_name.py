from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("record", "0015_erasing")]
    operations = [
        migrations.AddIndex(
            model_name="version",
            index=models.Index(fields=["person"], condition=models.Q(type__in=["relationship", "allegation"]), name="version_names_others"),
        ),
    ]
