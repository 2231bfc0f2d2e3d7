from django.db import migrations, models

ABOVE = ["adoption_decision_maker", "assistant_director", "director", "fostering_decision_maker", "head_of_service", "nominated_officer",
         "principal_social_worker", "service_manager"]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("record", "0017_what_was_returned")]
    operations = [
        migrations.AddIndex(
            model_name="occurrence",
            index=models.Index(fields=["person"], condition=models.Q(owner__in=ABOVE), name="occurrence_above_teams"),
        ),
    ]
