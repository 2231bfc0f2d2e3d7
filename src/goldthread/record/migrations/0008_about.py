from django.db import migrations, models
from django.db.models import Q

CHILD = "child"


def children(apps, schema_editor):
    """Whoever was a child is still one; the rest follows when everything is worked out again (see record.fresh)."""
    apps.get_model("record", "Standing").objects.filter(is_child=True).update(about=CHILD)


class Migration(migrations.Migration):
    dependencies = [("record", "0007_local_settings_guards")]
    operations = [
        migrations.AddField("standing", "about", models.CharField(max_length=8, default="")),
        migrations.RunPython(children, migrations.RunPython.noop),
        migrations.AddIndex("standing", models.Index(fields=["about"], condition=~Q(about__in=["", CHILD]), name="standing_not_of_a_child")),
        migrations.RemoveConstraint("standing", "no_open_child_without_owner_and_next_date"),
        migrations.AddConstraint(
            "standing",
            models.CheckConstraint(
                name="no_open_child_without_owner_and_next_date",
                condition=Q(open=False) | Q(is_child=False) | (Q(team__isnull=False) & Q(next_due__isnull=False)),
            ),
        ),
        migrations.AddConstraint(
            "standing",
            models.CheckConstraint(
                name="children_are_what_their_record_is_about",
                condition=Q(is_child=True, about=CHILD) | (Q(is_child=False) & ~Q(about=CHILD)),
            ),
        ),
    ]
