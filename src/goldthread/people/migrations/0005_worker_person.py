from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0004_practice_lead"), ("record", "0008_about")]
    operations = [
        migrations.AddField(
            "worker",
            "person",
            models.OneToOneField("record.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="as_worker"),
        ),
    ]
