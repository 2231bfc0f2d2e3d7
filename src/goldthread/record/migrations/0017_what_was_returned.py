from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("record", "0016_whom_records_name")]
    operations = [
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(fields=["entry"], condition=models.Q(approved=False), name="verdict_returned"),
        ),
    ]
